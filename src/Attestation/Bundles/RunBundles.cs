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
    /// <param name="signer">Signs evidence.</param>
    /// <param name="random">Random bytes, as many as asked.</param>
    public static async Task<IReadOnlyList<BundleFile>> OfAsync(
        RunReport report, IReadOnlyList<KeptGate> kept, RunFacts facts, IStatementSigner signer, Func<int, byte[]> random)
    {
        var commitments = new Commitments(random);
        var statements = kept.Select(gate => (Id: gate.Result.GateId, Statement: GateStatement.Of(gate, report, facts, commitments))).ToList();

        // Side by side: a signer may have to ask others, and wait for each.
        var gates = await Task.WhenAll(statements.Select(async one => (one.Id, File: await SignAsync(NameOf(one.Id), one.Statement, signer))));
        var digests = gates.ToDictionary(gate => gate.Id, gate => Sha256Hex.Of(gate.File.Content), StringComparer.Ordinal);
        var decisionLog = DecisionLog.Of(report, kept, facts, digests, commitments);
        var inputs = gates.Select(gate => (gate.File.Name, digests[gate.Id])).ToList();
        List<BundleFile> files =
        [
            .. gates.Select(gate => gate.File),
            new BundleFile(ProvName, CanonicalJson.Of(decisionLog.Predicate)),
            await SignAsync(DecisionLogName, decisionLog, signer),
            await SignAsync(ReleaseDecisionName, ReleaseDecision.Of(report, kept, facts, inputs, signer.KeyId), signer),
        ];
        return commitments.Disclosures.Count == 0 ? files : [.. files, new BundleFile(DisclosuresName, commitments.ToBytes(), IsPrivate: true)];
    }

    /// <summary>Also of an interrupted run: what it has is signed.</summary>
    private static async Task<BundleFile> SignAsync(string name, Statement statement, IStatementSigner signer) =>
        new(name, await signer.SignAsync(statement.ToBytes(), CancellationToken.None));
}

/// <summary>A file to write beside a run's results.</summary>
/// <param name="Name">Relative to the output folder.</param>
/// <param name="IsPrivate">Whether nobody but its owner may read it.</param>
internal sealed record BundleFile(string Name, byte[] Content, bool IsPrivate = false);
