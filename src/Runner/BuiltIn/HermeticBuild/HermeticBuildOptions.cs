namespace Gates.Runner.BuiltIn.HermeticBuild;

/// <summary>What a workflow author can set for <c>hermetic-build</c>.</summary>
internal sealed class HermeticBuildOptions
{
    [Option("Only files that match one of these globs.")]
    public IReadOnlyList<string> Paths { get; init; } = ["**"];

    [Option("Files to leave out.")]
    public IReadOnlyList<string> Exclude { get; init; } = [];
}
