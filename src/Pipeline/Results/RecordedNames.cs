using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>
/// How results, statements and other files for programs name what has a fixed set of values. Signed bytes depend on these names, and on nothing that is worded
/// for people: changing one changes the format.
/// </summary>
internal static class RecordedNames
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Skipped => "skipped",
        Verdict.Passed => "passed",
        Verdict.Waived => "waived",
        Verdict.Warned => "warned",
        Verdict.Failed => "failed",
        _ => "errored",
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    public static string Of(GateMode mode) => mode switch
    {
        GateMode.Off => "off",
        GateMode.Audit => "audit",
        GateMode.Warn => "warn",
        _ => "enforce",
    };

    public static string Of(FindingState state) => state switch
    {
        FindingState.New => "new",
        FindingState.Existing => "existing",
        _ => "waived",
    };

    /// <summary>What a name stands for.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static T Read<T>(string name)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => Of(value!.Value) == name)
            ?? throw new FormatException($"`{name}` is not one of {string.Join(", ", Enum.GetValues<T>().Select(Of))}");

    private static string Of<T>(T value)
        where T : struct, Enum => value switch
        {
            Verdict verdict => Of(verdict),
            Severity severity => Of(severity),
            GateMode mode => Of(mode),
            FindingState state => Of(state),
            _ => throw new ArgumentException($"{typeof(T).Name} has no recorded names", nameof(value)),
        };
}
