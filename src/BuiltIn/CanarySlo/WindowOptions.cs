using Gates.Formats.Settings;

namespace Gates.BuiltIn.CanarySlo;

/// <summary>A rollout that has been.</summary>
internal sealed class WindowOptions
{
    [Option("When it began, such as 2026-11-22T12:00:00Z.")]
    public string Start { get; init; } = "";

    [Option("When it ended. The last stage lasts until then.")]
    public string End { get; init; } = "";
}
