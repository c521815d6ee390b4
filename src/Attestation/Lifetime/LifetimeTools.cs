using System.Security.Cryptography;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Lifetime;

/// <summary>What erasure and retention work with.</summary>
/// <param name="variables">Reads an environment variable.</param>
/// <param name="token">The job's token, for its own server.</param>
/// <param name="time">Now.</param>
/// <param name="random">See <see cref="PushRace"/>.</param>
/// <param name="output">Where to say what was done.</param>
internal sealed class LifetimeTools(Func<string, string?> variables, string? token, TimeProvider time, Func<double> random, TextWriter output)
{
    public DateTimeOffset Now => EvidenceTime.Second(time.GetUtcNow());

    /// <summary>Commitments for people and reasons.</summary>
    public static Commitments NewCommitments() => new(RandomNumberGenerator.GetBytes);

    /// <summary>Whom to believe: holds and tombstones of strangers count for nothing.</summary>
    /// <exception cref="UsageException">Nobody is known.</exception>
    public static TrustedKeys Trust(EvidenceRequest request) => EvidenceKeys.ReadTrust(request)
        ?? throw new UsageException($"there is no key to believe: add {Keyring.Path}, or give --trust FILE");

    /// <exception cref="UsageException">There is none, or it may not sign evidence.</exception>
    public Ed25519PrivateKey EvidenceKey(string? file, EvidenceKeys keys)
    {
        var key = PrivateKeySource.Read(KeyUse.Evidence, file, variables)
            ?? throw new UsageException($"no evidence key: give --key FILE or set {PrivateKeySource.Variable(KeyUse.Evidence)}; "
                + "`gates keys new --use evidence` makes one");
        try
        {
            keys.RefuseAsEvidence(key, time.GetUtcNow());
            return key;
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    public EvidenceKeys Keys(EvidenceRequest request) => EvidenceKeys.Read(request, variables, time.GetUtcNow());

    public Task<EvidenceRepository> OpenAsync(EvidenceRequest request, CancellationToken cancellationToken) =>
        EvidenceRepository.OpenAsync(request.Workspace, request.Remote, token, cancellationToken);

    public Task<DisclosureRef> DisclosuresAsync(EvidenceRequest request, CancellationToken cancellationToken) =>
        DisclosureRef.OpenAsync(request, token, time, random, cancellationToken);

    public EvidenceAppender Appender(EvidenceRepository repository, EvidenceRequest request, EvidenceKeys keys) =>
        new(repository, EvidenceSession.Identity(request, keys, repository), time, random);

    /// <summary>A signed statement for the log.</summary>
    public BranchItem Item(string name, Statement statement, Ed25519PrivateKey key, LeafType type = LeafType.Evidence)
    {
        var bundle = SigstoreBundle.Sign(statement.ToBytes(), key).ToBytes();
        return new BranchItem(name, BundleFolder.PathOf(name, bundle, BundleFolder.TimeOf(statement) ?? Now, ".json"), bundle, key.KeyId) { Type = type };
    }

    public void Say(string line) => output.WriteLine(Escape.LogLine(Escape.OneLine(line)));

    /// <summary>The openings of new commitments, but for those of somebody whose openings are being erased.</summary>
    public static IEnumerable<Opening> OpeningsOf(Commitments commitments, PersonValues erased) =>
        DisclosureFile.Read(commitments.ToBytes(), "the commitments").Where(opening => !erased.IsMeant(opening.Value));
}
