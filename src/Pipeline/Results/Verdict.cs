namespace Gates.Pipeline.Results;

/// <summary>The result of one gate, and of a run. Ordered: the worst wins.</summary>
internal enum Verdict
{
    Skipped,
    Passed,
    Waived,
    Warned,
    Failed,
    Errored,
}
