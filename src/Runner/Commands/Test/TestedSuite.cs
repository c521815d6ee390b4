using Gates.Runner.Cases;

namespace Gates.Runner.Commands.Test;

/// <summary>One policy or built-in gate after its cases ran.</summary>
/// <param name="Suite">What was tested.</param>
/// <param name="Cases">Its cases, in the suite's order.</param>
internal sealed record TestedSuite(CaseSuite Suite, IReadOnlyList<TestedCase> Cases)
{
    /// <value>Why none of its cases could run; else <see langword="null"/>.</value>
    public string? Problem { get; init; }

    /// <value>What else is wrong with it: cases that it lacks, and types that do not fit.</value>
    public IReadOnlyList<string> Complaints { get; init; } = [];

    /// <value>What its author should know, though nothing is wrong with it; else <see langword="null"/>.</value>
    public string? Note { get; init; }

    public PolicyCoverage Coverage { get; } = PolicyCoverage.From(Cases);

    public int Failures => Cases.Count(one => !one.Passed);

    public bool Passed => Problem is null && Complaints.Count == 0 && Failures == 0;

    public TimeSpan Elapsed => Cases.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Elapsed);
}
