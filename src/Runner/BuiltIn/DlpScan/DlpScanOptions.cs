namespace Gates.Runner.BuiltIn.DlpScan;

/// <summary>What a workflow author can set for <c>dlp-scan</c>.</summary>
internal sealed class DlpScanOptions
{
    [Option("Only files that match one of these globs.")]
    public IReadOnlyList<string> Paths { get; init; } = ["**"];

    [Option("Files to leave out.")]
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
