namespace Gates.Policies;

/// <summary>Everything a policy said about one piece of evidence, in the order it said it.</summary>
public sealed record Judgement(
    IReadOnlyList<Finding> Findings, IReadOnlyList<Check> Passed, IReadOnlyList<Metric> Metrics, IReadOnlyList<string> Log)
{
    /// <value>What later steps of the workflow can read.</value>
    public IReadOnlyList<Output> Outputs { get => field ?? []; init; } = [];

    /// <value>What is to be drawn.</value>
    public IReadOnlyList<Chart> Charts { get => field ?? []; init; } = [];

    /// <value>What is to be read as it is.</value>
    public IReadOnlyList<PolicyPage> Pages { get => field ?? []; init; } = [];

    public static Judgement Empty { get; } = new([], [], [], []);
}
