using System.Globalization;
using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Pipeline.Results;

namespace Gates.Runner.Configuration.Folders;

/// <summary>What a folder's own file says of a gate is never milder, on any day, than what the files above it say.</summary>
internal static class FolderLaw
{
    public static void Check(FolderGate gate, GateConfiguration? above, GatesConfiguration root, Problems problems, string key)
    {
        if (above is null || (gate.Own.Mode is null && gate.Own.EnforceAfter is null) || !IsMilder(Strictness(gate.Own, root), Strictness(above, root)))
        {
            return;
        }

        var name = gate.Node.Get("enforce-after") is null ? "mode" : "enforce-after";
        problems.Add(
            gate.Node.Get(name)!,
            $"{key}.{name}",
            $"{Words(gate.Own, root)} is milder than `{Words(above, root)}`, which {Where(above, root)} says of {gate.Own.Name}; "
                + "a folder's own file can only be stricter: remove this key to follow it");
    }

    /// <summary>The mode before a day, and the day from which it is <c>enforce</c>.</summary>
    private static (GateMode Before, DateOnly Enforced) Strictness(GateConfiguration gate, GatesConfiguration root) =>
        (gate.EnforceAfter, gate.Mode ?? root.Mode) switch
        {
            ({ } day, _) => (GateMode.Warn, day),
            (null, GateMode.Enforce) => (GateMode.Enforce, DateOnly.MinValue),
            (null, var mode) => (mode, DateOnly.MaxValue),
        };

    private static bool IsMilder((GateMode Before, DateOnly Enforced) own, (GateMode Before, DateOnly Enforced) law) =>
        own.Before < law.Before || own.Enforced > law.Enforced;

    private static string Words(GateConfiguration gate, GatesConfiguration root) => gate.EnforceAfter is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"enforce-after: {day:yyyy-MM-dd}")
        : $"mode: {ModeRules.Name(gate.Mode ?? root.Mode)}";

    private static string Where(GateConfiguration above, GatesConfiguration root) => above.Place.Line == 0
        ? $"{Say.Path(above.Source ?? root.Source)}"
        : string.Create(CultureInfo.InvariantCulture, $"{Say.Path(above.Source ?? root.Source)}:{above.Place.Line}");
}
