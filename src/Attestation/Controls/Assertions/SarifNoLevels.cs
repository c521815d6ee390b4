using Gates.Formats.Documents;
using Gates.Formats.Sarif;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>
/// No scanner reports a result of these levels. A level is a security severity, which stands in a rule's properties and not in <c>result.level</c>,
/// or one of SARIF's own.
/// </summary>
internal sealed class SarifNoLevels : Assertion
{
    public static IReadOnlyList<string> Known { get; } = ["CRITICAL", "HIGH", "MEDIUM", "LOW", "ERROR", "WARNING", "NOTE"];

    [Option(
        "The levels that must not occur, in upper or lower case: CRITICAL, HIGH, MEDIUM and LOW by security severity; ERROR, WARNING and NOTE by SARIF's level.",
        Required = true)]
    public IReadOnlyList<string> Levels { get; set; } = [];

    public override IEnumerable<(string Key, string Message)> Problems() => Levels.Count == 0
        ? [("levels", "names no level, so every result would do; valid: " + Say.List(Known))]
        : Levels.Where(level => !Known.Contains(level, StringComparer.OrdinalIgnoreCase))
            .Select(level => ("levels", $"{Say.Quote(level)} is not a level{Suggestion.Words(level, Known)} valid: {Say.List(Known)}"));

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var runs = context.Sarif().SelectMany(one => one.Log.Runs.Select(run => (one.Item, Run: run))).ToList();
        if (runs.Count == 0)
        {
            return AssertionFinding.Fail("there is no SARIF report, or none with a run, among the evidence");
        }

        var unfinished = runs.Where(one => one.Run.Successful == false).Select(one => $"{one.Item.Path}: {one.Run.Tool} did not run to its end").ToList();
        if (unfinished.Count > 0)
        {
            return AssertionFinding.Fail(AssertionFinding.Some(unfinished));
        }

        var all = runs.SelectMany(one => one.Run.Results).Where(ScannerResults.Counts).ToList();
        var counted = all.Where(result => !result.Suppressed).ToList();
        var found = counted.Where(IsOfLevels).ToList();
        var unrated = counted.Count(result => result.Severity is null);
        var aside = FormattableString.Invariant($"; {all.Count - counted.Count} suppressed and not counted")
            + (unrated > 0
                ? FormattableString.Invariant($", {unrated} without a security severity counted by level (error as high, warning as medium, note as low)")
                : "");
        var tools = string.Join(", ", runs.Select(one => one.Run.Tool).Distinct(StringComparer.Ordinal));
        return found.Count == 0
            ? AssertionFinding.Hold($"none of {Counted.Of(counted.Count, "result")} of {tools} is {Named}{aside}")
            : AssertionFinding.Fail(FormattableString.Invariant($"{found.Count} of {Counted.Of(counted.Count, "result")} of {tools} {(found.Count == 1 ? "is" : "are")} {Named}: {AssertionFinding.Some([.. found.Select(Describe)])}{aside}"));
    }

    private string Named => string.Join(" or ", Levels.Select(level => level.ToUpperInvariant()));

    private bool IsOfLevels(SarifResult result) => Levels.Any(level =>
        level.Equals(ScannerResults.Severity(result), StringComparison.OrdinalIgnoreCase) || level.Equals(result.Level, StringComparison.OrdinalIgnoreCase));

    private static string Describe(SarifResult result) =>
        $"{result.RuleId ?? "a result without a rule"} ({ScannerResults.Severity(result)}, {result.Where.Path})";
}
