using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Test;

/// <summary>What one run of <c>gates test</c> found.</summary>
internal sealed record TestReport(IReadOnlyList<TestedSuite> Suites, TimeSpan Elapsed)
{
    /// <value>Why types could not be checked that were to be; else <see langword="null"/>.</value>
    public string? Unchecked { get; init; }

    /// <value>A case or policy that cannot be read is wrong usage, as it is in a run; otherwise a case that does not hold decides.</value>
    public ExitCode ExitCode => Suites.Any(suite => suite.Problem is not null || suite.Cases.Any(one => one.Problem is not null)) ? ExitCode.Usage
        : Unchecked is not null ? ExitCode.CouldNotEvaluate
        : Suites.All(suite => suite.Passed) ? ExitCode.Holds
        : ExitCode.Fails;

    public IEnumerable<TestedCase> Cases => Suites.SelectMany(suite => suite.Cases);
}
