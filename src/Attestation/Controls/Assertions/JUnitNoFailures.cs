using Gates.Formats.JUnit;
using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>Tests ran, and none failed.</summary>
internal sealed class JUnitNoFailures : Assertion
{
    [Option("How many tests must have run at least; skipped ones did not run.", Min = 1)]
    public int AtLeast { get; set; } = 1;

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var suites = context.JUnit().SelectMany(one => one.Report.Suites.Select(suite => (one.Item, Suite: suite))).ToList();
        if (suites.Count == 0)
        {
            return AssertionFinding.Fail("there is no JUnit report among the evidence");
        }

        var complaints = suites.SelectMany(one => one.Suite.Cases
            .Where(test => test.HasFailed())
            .Select(test => $"{test.Name} {test.Status} ({one.Item.Path})"))
            .Concat(
                suites.Where(one =>
                    Undelivered(one.Suite)).Select(one => $"{one.Item.Path}: suite {one.Suite.Name} declares failures or tests that it does not list"))
            .ToList();
        var cases = suites.SelectMany(one => one.Suite.Cases).ToList();
        var ran = cases.Count(test => test.Status != "skipped");
        if (ran < AtLeast)
        {
            complaints.Add(FormattableString.Invariant($"{Counted.Of(ran, "test")} ran; at least {AtLeast} must"));
        }

        return AssertionFinding.From(
            complaints,
            FormattableString.Invariant($"{Counted.Of(ran, "test")} ran and passed, {cases.Count - ran} skipped, {cases.Count(test => test.Flaky)} passed only when run again"));
    }

    /// <summary>A report that was cut off still has its totals.</summary>
    private static bool Undelivered(JUnitSuite suite) =>
        suite.Declared.Tests > suite.Cases.Count || suite.Declared.Failures + suite.Declared.Errors > suite.Cases.Count(test => test.HasFailed() || test.Flaky);
}
