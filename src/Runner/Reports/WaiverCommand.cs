using System.Globalization;

namespace Gates.Runner.Reports;

/// <summary>How a reader waives a finding. It names the finding by its fingerprint only, so no text of a repository stands in what people paste into a shell.</summary>
internal static class WaiverCommand
{
    private const int Days = 90;
    private const int ShortDigits = 12;

    /// <summary>The command, with a reason and an owner to fill in and a day of expiry that is not far off.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="now">When the run was.</param>
    public static string For(GateFinding finding, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"gates waive {finding.Fingerprint} --reason \"…\" --owner @you --expires {now.UtcDateTime.AddDays(Days):yyyy-MM-dd}");

    /// <summary>The beginning of a finding's fingerprint, enough to tell findings of a run apart.</summary>
    public static string Short(GateFinding finding) =>
        finding.Fingerprint.Length > 3 + ShortDigits ? finding.Fingerprint[..(3 + ShortDigits)] : finding.Fingerprint;
}
