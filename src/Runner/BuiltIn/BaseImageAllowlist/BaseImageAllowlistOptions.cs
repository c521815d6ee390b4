namespace Gates.Runner.BuiltIn.BaseImageAllowlist;

/// <summary>What a workflow author can set for <c>base-image-allowlist</c>.</summary>
internal sealed class BaseImageAllowlistOptions
{
    [Option("Only files that match one of these globs.")]
    public IReadOnlyList<string> Paths { get; init; } = ["**"];

    [Option("Files to leave out.")]
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
