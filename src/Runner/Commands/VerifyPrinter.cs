using Gates.Attestation;
using Gates.Attestation.Keys;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Verification;
using Gates.Formats.Foundation.Text;

namespace Gates.Runner.Commands;

/// <summary>Shows a verification: what holds, then what does not, and the answer last.</summary>
internal static class VerifyPrinter
{
    private const int MaxFiles = 50;
    private const int ShortId = 12;

    public static void Print(TextWriter output, string name, TrustedKeys trust, VerificationReport report, KeylessTrust? keyless = null)
    {
        Line(output, name);
        if (trust.All.Any())
        {
            Line(output, $"  trust: {trust.Source} ({Prose.Count(trust.All.Count(), "key")})");
        }

        if (keyless is { Roots.All.Count: > 0 })
        {
            Line(output, $"  trust: {keyless.Roots.Source} ({Prose.Count(keyless.Roots.All.Count, "instance")} of Sigstore)");
        }

        foreach (var note in report.Notes)
        {
            Line(output, "  " + note);
        }

        output.WriteLine();
        foreach (var file in report.Verified.Take(MaxFiles))
        {
            var entry = file.Entry is { } logged ? FormattableString.Invariant($", entry {logged.Index} of {EvidenceTime.Write(logged.Time)}") : "";
            entry += file.Entry is { Witnessed: { } seen } ? $", seen by {seen.Names} at {EvidenceTime.Write(seen.Time)}" : "";
            Line(output, $"  holds    {file.Path}: {file.What}, {Signer(file)}{entry}");
        }

        if (report.Verified.Count > MaxFiles)
        {
            Line(output, FormattableString.Invariant($"  holds    {report.Verified.Count - MaxFiles} more"));
        }

        foreach (var problem in report.Problems)
        {
            Line(output, $"  {problem.Fault}: {problem.Message}");
        }

        output.WriteLine();
        Line(output, report.Holds
            ? $"holds: {Prose.Count(report.Verified.Count, "signed file")}"
            : $"does not hold: {Prose.Count(report.Problems.Count, "problem")} beside {Prose.Count(report.Verified.Count, "signed file")} that hold");
    }

    private static string Signer(VerifiedFile file) => file is { Identity: { } identity, Signed: { } time }
        ? $"signed by {identity} at {EvidenceTime.Write(time)}"
        : "key " + file.KeyId[..Math.Min(ShortId, file.KeyId.Length)];

    private static void Line(TextWriter output, string text) => output.WriteLine(TerminalLine.Of(Escape.OneLine(text)));
}
