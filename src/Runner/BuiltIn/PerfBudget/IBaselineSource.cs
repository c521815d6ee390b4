namespace Gates.Runner.BuiltIn.PerfBudget;

/// <summary>Where the runs to compare with are kept.</summary>
internal interface IBaselineSource
{
    /// <summary>Their files, sorted by path; none when there is no baseline yet.</summary>
    IReadOnlyList<ResultFile> Find(ISourceTree tree);

    /// <summary>The paths of those that a change could edit: they are among a tree's own files, and no run makes them.</summary>
    IEnumerable<string> PathsIn(ISourceTree tree);
}
