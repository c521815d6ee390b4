using Gates.Attestation.Branch;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands;

/// <summary>Puts what a release key signed into the log.</summary>
internal sealed class ReleaseLog : IDisposable
{
    private readonly EvidenceRequest request;
    private readonly EvidenceKeys keys;
    private readonly CancellationToken cancellationToken;

    private ReleaseLog(EvidenceRequest request, EvidenceKeys keys, CancellationToken cancellationToken)
    {
        this.request = request;
        this.keys = keys;
        this.cancellationToken = cancellationToken;
    }

    /// <returns><see langword="null"/> when nothing is to be logged, or no log key is given.</returns>
    /// <exception cref="UsageException">The log key may not sign the log.</exception>
    public static ReleaseLog? Open(EvidenceRequest? request, Func<string, string?> variables, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // The log disposes of its keys.
        var given = request is null ? null : EvidenceKeys.ReadIfGiven(request, variables, TimeProvider.System.GetUtcNow());
        return given is null ? null : new ReleaseLog(request!, given, cancellationToken);
#pragma warning restore CA2000
    }

    /// <summary>What readers must know of a signature that nothing logged.</summary>
    /// <param name="what">What was signed.</param>
    /// <param name="trust">The keyring; <see langword="null"/> where none is known.</param>
    /// <param name="signer">Who signed.</param>
    public static string NotLogged(string what, TrustedKeys? trust, IStatementSigner signer)
    {
        if (signer.PublicKey is null)
        {
            return $"Not logged in this repository's log: {what} counts by what the signing services vouch for.";
        }

        var end = trust?.Keyring.Find(signer.KeyId) is { } entry ? $", on {KeyringNotes.Day(entry.ValidTo)}" : "";
        return $"Not logged: {what} counts until the release key ends{end}, or is revoked. "
            + $"With --log-key FILE, or {PrivateKeySource.Variable(KeyUse.Log)} in the environment, it counts for good.";
    }

    /// <exception cref="EvaluationException">It could not be appended.</exception>
    public async Task<byte[]> AppendAsync(string name, byte[] bundle, string keyId)
    {
        try
        {
            return await EvidenceOptions.Session().LogAsync(request, keys, (name, bundle, keyId), cancellationToken);
        }
        catch (EvaluationException e)
        {
            throw new EvaluationException(
                $"{name} could not be logged: {e.Message}\nLog it again when that is mended, or sign with --no-log: then it counts only while its key does.", e);
        }
    }

    public void Dispose() => keys.Dispose();
}
