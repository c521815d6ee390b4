namespace Gates.Runner.BuiltIn.PerfBudget;

/// <summary>Where the runs to compare with are kept.</summary>
internal interface IBaselineSource
{
    /// <summary>Their files, sorted by path; none when there is no baseline yet.</summary>
    IReadOnlyList<ResultFile> Find(ISourceTree tree);
}
