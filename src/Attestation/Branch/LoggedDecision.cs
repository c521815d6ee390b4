using Gates.Attestation.Bundles;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;

namespace Gates.Attestation.Branch;

/// <summary>What a statement on the evidence branch says of a run as a whole; nothing of it has been checked.</summary>
/// <param name="Path">The statement.</param>
/// <param name="Bundle">Its bytes.</param>
/// <param name="Envelope">What was signed.</param>
/// <param name="Commits">The commits that it is about.</param>
/// <param name="IsPassed">Whether the run passed.</param>
/// <param name="Gates">The signed results that it stands on, as <see cref="RunBundles.NameOf"/> names them.</param>
internal sealed record LoggedDecision(
    string Path,
    byte[] Bundle,
    DsseEnvelope Envelope,
    IReadOnlyList<string> Commits,
    bool IsPassed,
    IReadOnlySet<string> Gates)
{
    /// <value>What the names of release decisions hold, between their time and their digest.</value>
    private static readonly string Name = $"-{System.IO.Path.GetFileName(RunBundles.ReleaseDecisionName)[..^SigstoreBundle.Extension.Length]}-";

    /// <summary>Whether a release decision stands at a path.</summary>
    public static bool IsAt(string path) => path.Contains(Name, StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal);

    /// <returns><see langword="null"/> when it is something else, or not to be read.</returns>
    public static LoggedDecision? Read(byte[] bundle, string path)
    {
        try
        {
            var envelope = SigstoreBundle.Read(bundle, path).Envelope;
            var statement = Statement.Read(envelope, path);
            if (statement.PredicateType != ReleaseDecision.PredicateType)
            {
                return null;
            }

            var predicate = new EvidenceJson(statement.Predicate, path, "predicate");
            return new LoggedDecision(
                path,
                bundle,
                envelope,
                [.. statement.Commits],
                predicate.Text("verificationResult") == "PASSED",
                predicate.Array("inputAttestations").Select(input => input.Text("uri")).ToHashSet(StringComparer.Ordinal));
        }
        catch (EvidenceFormatException)
        {
            return null;
        }
    }
}
