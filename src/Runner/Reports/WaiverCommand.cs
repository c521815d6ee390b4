using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports;

/// <summary>
/// How a reader waives a finding. It names the finding by its fingerprint and its gate only, so no text of a repository stands in what people paste into a
/// shell.
/// </summary>
internal static partial class WaiverCommand
{
    private const int Days = 90;

    /// <summary>The command, which works in any clone, with a reason and an owner to fill in and a day of expiry that is not far off.</summary>
    /// <param name="reported">The finding.</param>
    /// <param name="now">When the run was.</param>
    public static string For(ReportedFinding reported, DateTimeOffset now)
    {
        var gate = Plain().IsMatch(reported.Gate.GateId) ? $" --gate {reported.Gate.GateId}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"gates waive {reported.Finding.Fingerprint}{gate} --reason \"…\" --owner @you --expires {now.UtcDateTime.AddDays(Days):yyyy-MM-dd}");
    }

    /// <summary>The beginning of a finding's fingerprint, enough to tell findings of a run apart.</summary>
    public static string Short(GateFinding finding) => finding.Fingerprint.Beginning;

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,99}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();
}
