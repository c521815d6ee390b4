using Gates.Formats.Settings;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>Scanners' reports and bills of materials show at most so many vulnerabilities.</summary>
internal sealed class VulnerabilitiesAtMost : Assertion
{
    /// <value>What an analysis may come to, so that a vulnerability no longer counts.</value>
    private static readonly string[] Settled = ["not_affected", "false_positive", "resolved", "resolved_with_pedigree"];

    [Option("The most critical ones. Default: no limit.", Min = 0)]
    public int? Critical { get; set; }

    [Option("The most high ones. Default: no limit.", Min = 0)]
    public int? High { get; set; }

    [Option("The most medium ones. Default: no limit.", Min = 0)]
    public int? Medium { get; set; }

    [Option("The most low ones. Default: no limit.", Min = 0)]
    public int? Low { get; set; }

    [Option("The most whose severity nothing says. Default: no limit.", Min = 0)]
    public int? Unknown { get; set; }

    private IEnumerable<(string Severity, int? Most)> Limits =>
        [("critical", Critical), ("high", High), ("medium", Medium), ("low", Low), ("unknown", Unknown)];

    public override IEnumerable<(string Key, string Message)> Problems() =>
        Limits.All(limit => limit.Most is null) ? [("critical", "no limit is named, so any number would do; write for example `critical: 0`")] : [];

    public override Task<AssertionFinding> CheckAsync(AssertionContext context, CancellationToken cancellationToken)
    {
        var logs = context.Sarif().ToList();
        var bills = context.Sboms().ToList();
        if (logs.Count + bills.Count == 0)
        {
            return AssertionFinding.Fail("there is no SARIF report and no bill of materials among the evidence");
        }

        if (logs.SelectMany(one => one.Log.Runs).FirstOrDefault(run => run.Successful == false) is { } unfinished)
        {
            return AssertionFinding.Fail($"{unfinished.Tool} did not run to its end");
        }

        var found = logs.SelectMany(one => one.Log.Runs)
            .SelectMany(run => run.Results)
            .Where(result => ScannerResults.Counts(result) && !result.Suppressed)
            .Select(ScannerResults.Severity)
            .Concat(bills.SelectMany(one => one.Bill.Vulnerabilities)
                .Where(one => !Settled.Contains(one.State, StringComparer.Ordinal))
                .Select(one => one.Severity))
            .CountBy(severity => severity).ToDictionary(StringComparer.Ordinal);
        var complaints = Limits.Where(limit => found.GetValueOrDefault(limit.Severity) > limit.Most)
            .Select(limit => FormattableString.Invariant($"{found[limit.Severity]} {limit.Severity}; at most {limit.Most} may be")).ToList();
        var counts = string.Join(", ", Limits.Select(limit => FormattableString.Invariant($"{found.GetValueOrDefault(limit.Severity)} {limit.Severity}")));
        return AssertionFinding.From(complaints, $"{counts}, suppressed and settled ones not counted");
    }
}
