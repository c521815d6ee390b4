using System.Globalization;
using Gates.Pipeline.Waivers;
using Gates.Policies;

namespace Gates.Pipeline.Results;

/// <summary>How reports say things, in one place, so that no two of them differ.</summary>
internal static class Words
{
    /// <value>What is said instead of a verdict when a signal ended the run.</value>
    private const string Stopped = "interrupted";

    /// <summary>A verdict for people. What could not be evaluated is never worded like a failure.</summary>
    public static string For(Verdict verdict) => verdict switch
    {
        Verdict.Skipped => "skipped",
        Verdict.Passed => "passed",
        Verdict.Waived => "waived",
        Verdict.Warned => "warned",
        Verdict.Failed => "failed",
        _ => "could not evaluate",
    };

    /// <summary>A gate's verdict for people: says also when the gate could not be evaluated and that did not block.</summary>
    public static string For(GateResult gate) =>
        gate.Interrupted ? Stopped
        : gate.Error is not null && gate.Verdict != Verdict.Errored ? $"{For(gate.Verdict)} (could not evaluate)" : For(gate.Verdict);

    /// <summary>A run's verdict for people: one that was stopped has none.</summary>
    public static string For(RunReport report) => report.Interrupted ? Stopped : For(report.Verdict);

    /// <summary>Why a finding is accepted, by whom and until when. Untrusted text.</summary>
    public static string Waived(Waiver waiver) =>
        $"waived until {waiver.ExpiresText} by {waiver.Owner}: {waiver.Reason}{(waiver.Ticket is null ? "" : $" ({waiver.Ticket})")}";

    /// <summary>How a run is signed, on a line that begins with "Signature".</summary>
    public static string Signature(RunSignature signature) => signature switch
    {
        { KeyId: null } => $"unsigned: {signature.Problem}",
        { IsDevelopment: true } => "development key: not evidence",
        _ => $"evidence key {signature.KeyId}",
    };

    /// <summary>Whose mode it is and why, when findings of the gate do not block; else nothing.</summary>
    public static string Mode(GateResult gate) => (gate.Mode, gate.ModeReason) switch
    {
        (GateMode.Enforce or GateMode.Off, null) => "",
        (GateMode.Warn, null) => "mode warn: reports, never blocks",
        (GateMode.Audit, null) => "mode audit: records only",
        (_, { } reason) when reason.Contains(ModeWord(gate.Mode), StringComparison.Ordinal) => reason,
        _ => $"mode {ModeWord(gate.Mode)}: {gate.ModeReason}",
    };

    /// <summary>What stands beside a gate's verdict: why it did not run, or what it looked at and why it does not block. Untrusted text.</summary>
    public static string Aside(GateResult gate) => gate.SkipReason ?? string.Join("; ", new[] { Seen(gate), Mode(gate) }.Where(part => part.Length > 0));

    /// <summary>What a gate looked at and left out, such as "12 files; 3 left out: sparse checkout"; empty when nothing was judged.</summary>
    public static string Seen(GateResult gate) => gate.Coverage?.Words ?? "";

    public static string Metric(Metric metric) => $"{metric.Name} = {Amount(metric)}";

    /// <summary>A metric's value with its unit.</summary>
    public static string Amount(Metric metric) =>
        string.Create(CultureInfo.InvariantCulture, $"{metric.Value:0.######}{(metric.Unit is null ? "" : " " + metric.Unit)}");

    private static string ModeWord(GateMode mode) => mode switch
    {
        GateMode.Off => "off",
        GateMode.Audit => "audit",
        GateMode.Warn => "warn",
        _ => "enforce",
    };
}
