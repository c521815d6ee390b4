using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Attestation.Sigstore;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Branch;

/// <summary>The keys of an append: the log's own, and those that the repository says it has.</summary>
/// <param name="log">The log's private key.</param>
/// <param name="trust">The keys that are known of old; <see langword="null"/> when the repository has no keyring and none was given.</param>
internal sealed class EvidenceKeys(Ed25519PrivateKey log, TrustedKeys? trust) : IDisposable
{
    public Ed25519PrivateKey Log => log;

    /// <value>Whose evidence without a key is taken; <see langword="null"/> for nobody's.</value>
    public KeylessTrust? Keyless { get; private init; }

    /// <value>What the evidence's signatures are checked with; <see langword="null"/> when nothing is known.</value>
    public TrustedKeys? Trust => trust;

    /// <value>
    /// Every log key of the keyring, also those that ended or were revoked: to append is to continue what is there, and a log whose last checkpoint
    /// a revoked key signed could otherwise never be continued. Which entries count is for the verifier to say.
    /// </value>
    public IReadOnlyList<Ed25519PublicKey> LogKeys =>
        [log.PublicKey, .. trust?.Keyring.Keys.Where(entry => entry.Use == KeyUse.Log && !entry.Key.Equals(log.PublicKey)).Select(entry => entry.Key) ?? []];

    /// <param name="request">Names the files.</param>
    /// <param name="variables">Reads an environment variable.</param>
    /// <param name="now">When the log's key must be valid.</param>
    /// <exception cref="UsageException">There is no log key, or it may not sign the log.</exception>
    public static EvidenceKeys Read(EvidenceRequest request, Func<string, string?> variables, DateTimeOffset now)
    {
        var trust = ReadTrust(request);
#pragma warning disable CA2000 // The keys dispose of it.
        var key = PrivateKeySource.Read(KeyUse.Log, request.LogKey, variables)
            ?? throw new UsageException($"no log key: give --log-key FILE or set {PrivateKeySource.Variable(KeyUse.Log)}; `gates keys new --use log` makes one");
#pragma warning restore CA2000
        if (trust?.Refuse(key.KeyId, KeyUse.Log, now) is not { } problem)
        {
            return new EvidenceKeys(key, trust) { Keyless = request.Keyless };
        }

        key.Dispose();
        throw new UsageException("the log key cannot be used: " + problem);
    }

    /// <summary>The same where a log key is given; <see langword="null"/> where none is.</summary>
    /// <inheritdoc cref="Read"/>
    public static EvidenceKeys? ReadIfGiven(EvidenceRequest request, Func<string, string?> variables, DateTimeOffset now) =>
        PrivateKeySource.IsGiven(KeyUse.Log, request.LogKey, variables) ? Read(request, variables, now) : null;

    /// <summary>Each use has a key of its own, so that no signature can stand for another.</summary>
    /// <exception cref="UsageException">The evidence key is the log's, or one that the keyring does not have for evidence.</exception>
    public void RefuseAsEvidence(Ed25519PrivateKey evidence, DateTimeOffset now)
    {
        if (trust?.Refuse(evidence.KeyId, KeyUse.Evidence, now) is { } problem)
        {
            throw new UsageException("the evidence key cannot be used: " + problem);
        }

        if (log.KeyId == evidence.KeyId)
        {
            throw new UsageException(
                $"the evidence key and the log key are the same key {evidence.KeyId}; each use has its own, so that no signature can stand for another");
        }
    }

    public void Dispose() => log.Dispose();

    /// <summary>Whom the repository, or the command line, says to believe; <see langword="null"/> when neither does.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static TrustedKeys? ReadTrust(EvidenceRequest request)
    {
        var file = new FileInfo(Path.Combine(request.Workspace.FullName, request.Trust ?? Keyring.Path));
        if (request.Trust is null && !file.Exists)
        {
            return null;
        }

        try
        {
            return TrustedKeys.Read(File.ReadAllBytes(file.FullName), request.Trust ?? Keyring.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{request.Trust ?? Keyring.Path}: cannot be read: {e.Message}");
        }
    }
}
