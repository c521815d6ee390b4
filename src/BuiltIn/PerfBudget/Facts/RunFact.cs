namespace Gates.BuiltIn.PerfBudget.Facts;

/// <summary>One run, as its file tells it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">What it is.</param>
/// <param name="Points">Whether it holds samples.</param>
/// <param name="Seconds">How long the run took, when known.</param>
/// <param name="Iterations">How many iterations were done, when known.</param>
/// <param name="ToolVersion">The tool's version, when known.</param>
/// <param name="Script">SHA-256 of the script, when known.</param>
/// <param name="Declared">How many thresholds the test declared; absent when the format cannot say.</param>
/// <param name="Doubts">Why it may not be a whole, sound run.</param>
internal sealed record RunFact(
    string Path, string Format, bool Points, double? Seconds, double? Iterations, string? ToolVersion, string? Script, int? Declared, IReadOnlyList<string> Doubts)
{
    /// <value>Where it was kept and who signed it; absent for a file of the working directory.</value>
    public OriginFact? Origin { get; init; }
}
