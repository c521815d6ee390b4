using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Attestation.Bundles;

/// <summary>
/// Everything that is signed of a run: each gate's result, the decision log and the release decision. Same run, same salts, same key: same bytes.
/// </summary>
internal static class RunBundles
{
    public const string Folder = "bundles";

    /// <value>No gate's id begins with an underscore.</value>
    public const string DecisionLogName = $"{Folder}/_decision{SigstoreBundle.Extension}";

    public const string ReleaseDecisionName = $"{Folder}/_vsa{SigstoreBundle.Extension}";

    /// <value>The decision log once more, unsigned and for tools that read PROV.</value>
    public const string ProvName = "prov.json";

    /// <value>The openings of the commitments; never part of evidence.</value>
    public const string DisclosuresName = "disclosures.json";

    public static string NameOf(string gateId) => $"{Folder}/{Escape.FileName(gateId)}{SigstoreBundle.Extension}";

    /// <param name="report">The run.</param>
    /// <param name="kept">Its gates.</param>
    /// <param name="facts">What it was about.</param>
    /// <param name="key">The evidence key.</param>
    /// <param name="random">Random bytes, as many as asked.</param>
    public static IReadOnlyList<BundleFile> Of(RunReport report, IReadOnlyList<KeptGate> kept, RunFacts facts, Ed25519PrivateKey key, Func<int, byte[]> random)
    {
        var commitments = new Commitments(random);
        var gates = kept.Select(gate => (Id: gate.Result.GateId, File: Sign(
            NameOf(gate.Result.GateId),
            GateStatement.Of(gate, report, facts, commitments),
            key))).ToList();
        var digests = gates.ToDictionary(gate => gate.Id, gate => Sha256Hex.Of(gate.File.Content), StringComparer.Ordinal);
        var decisionLog = DecisionLog.Of(report, kept, facts, digests, commitments);
        var inputs = gates.Select(gate => (gate.File.Name, digests[gate.Id])).ToList();
        List<BundleFile> files =
        [
            .. gates.Select(gate => gate.File),
            new BundleFile(ProvName, CanonicalJson.Of(decisionLog.Predicate)),
            Sign(DecisionLogName, decisionLog, key),
            Sign(ReleaseDecisionName, ReleaseDecision.Of(report, kept, facts, inputs), key),
        ];
        return commitments.Disclosures.Count == 0 ? files : [.. files, new BundleFile(DisclosuresName, commitments.ToBytes(), IsPrivate: true)];
    }

    private static BundleFile Sign(string name, Statement statement, Ed25519PrivateKey key) =>
        new(name, SigstoreBundle.Sign(statement.ToBytes(), key).ToBytes());
}

/// <summary>A file to write beside a run's results.</summary>
/// <param name="Name">Relative to the output folder.</param>
/// <param name="IsPrivate">Whether nobody but its owner may read it.</param>
internal sealed record BundleFile(string Name, byte[] Content, bool IsPrivate = false);
