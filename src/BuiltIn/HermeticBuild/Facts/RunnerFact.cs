namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>A runner label that moves to newer images, and the jobs of one workflow that use it; the line is the first one's.</summary>
internal sealed record RunnerFact(string Label, IReadOnlyList<string> Jobs, string Path, int Line);
