namespace Gates.Runner.Testing;

/// <summary>What one run of <c>gates test</c> found.</summary>
internal sealed record TestReport(IReadOnlyList<TestedSuite> Suites, TimeSpan Elapsed)
{
    /// <value>A case or policy that cannot be read is wrong usage, as it is in a run; otherwise a case that does not hold decides.</value>
    public ExitCode ExitCode => Suites.Any(suite => suite.Problem is not null || suite.Cases.Any(one => one.Problem is not null)) ? ExitCode.Usage
        : Suites.All(suite => suite.Passed) ? ExitCode.Holds
        : ExitCode.Fails;

    public IEnumerable<TestedCase> Cases => Suites.SelectMany(suite => suite.Cases);
}
