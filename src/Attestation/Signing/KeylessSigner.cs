using System.Text.Json;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Sigstore;
using Gates.Doors.Jobs;
using Gates.Doors.Sigstore;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Signing;

/// <summary>
/// Signs without a key that anybody keeps: with one of this process and a certificate of minutes, stamped and logged by others. What they give is verified as
/// every reader would before it is kept.
/// </summary>
internal sealed class KeylessSigner : IStatementSigner
{
    private readonly KeylessSetting setting;
    private readonly KeylessIdentity identity;
    private readonly SemaphoreSlim turn = new(1);
    private readonly List<SigningCertificate> certificates = [];

    private KeylessSigner(KeylessSetting setting, KeylessIdentity identity)
    {
        this.setting = setting;
        this.identity = identity;
    }

    public string KeyId => identity.Name;

    public Ed25519PublicKey? PublicKey => null;

    /// <param name="setting">Whom to ask.</param>
    /// <param name="mayReveal">Whether everybody may learn of a private repository that it signs.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="UsageException">The job may not sign so, or the repository is not everybody's and the logs are.</exception>
    /// <exception cref="EvaluationException">Nobody says who this job is.</exception>
    public static async Task<KeylessSigner> OpenAsync(KeylessSetting setting, bool mayReveal, CancellationToken cancellationToken)
    {
        var token = await setting.Client.IdentifyAsync(setting.Variables, cancellationToken);
        var signer = KeylessIdentity.Of(token, setting.Job);
        return setting.Services.PublicHost is { } host && !mayReveal && KeylessIdentity.IsPrivate(token, setting.Job)
            ? throw new UsageException(
                $"{host} logs in public, and this repository is private, or nothing says that it is not: its name, the workflow's and the ref's would be "
                + "readable for everybody and for ever. Sign with a key, name services of your own, or allow it with --reveal-private-repository")
            : new KeylessSigner(setting, signer);
    }

    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> statement, CancellationToken cancellationToken)
    {
        try
        {
            return await AttemptAsync(statement, cancellationToken);
        }
        catch (SigstoreException e) when (e.Fault == SigstoreFault.AlreadyLogged)
        {
            // The log took it and its answer was lost. Another signature of the same is another entry.
            return await AttemptAsync(statement, cancellationToken);
        }
    }

    public void Dispose()
    {
        certificates.ForEach(one => one.Dispose());
        turn.Dispose();
        setting.Client.Dispose();
    }

    private async Task<byte[]> AttemptAsync(ReadOnlyMemory<byte> statement, CancellationToken cancellationToken)
    {
        var certificate = await CertificateAsync(cancellationToken);
        var signature = certificate.Sign(PreAuthEncoding.Of(DsseEnvelope.InTotoType, statement.Span));
        var envelope = new DsseEnvelope(DsseEnvelope.InTotoType, statement, [new DsseSignature(null, signature)]);
        var stamps = new List<ReadOnlyMemory<byte>>();
        foreach (var authority in setting.Services.TimestampAuthorities)
        {
            stamps.Add(await new SignatureStamps(setting.Client).StampAsync(authority, signature, cancellationToken));
        }

        var entries = new List<JsonElement>();
        foreach (var (log, version) in setting.Services.Logs)
        {
            var answer = await setting.Client.LogAsync(log, version, RekorEntry.Request(version, envelope, certificate.Der), cancellationToken);
            entries.Add(RekorEntry.Read(version, answer, $"the signature log at {log.Authority}").ToJson());
        }

        var bytes = new SigstoreBundle(null, envelope) { Certificate = certificate.Der, LogEntries = entries, Timestamps = stamps }.ToBytes();
        Demand(bytes);
        return bytes;
    }

    private void Demand(byte[] bytes)
    {
        try
        {
            var signature = BundleVerifier.Verify(ForeignBundle.Read(bytes, "the bundle"), setting.Roots, null);
            if (signature.Signer.Identity != identity.Name || signature.Signer.Issuer != identity.Issuer)
            {
                throw new SigstoreRefusal(VerificationStep.Identity, $"it is of {signature.Signer.Identity}");
            }
        }
        catch (EvaluationException e)
        {
            throw new EvaluationException($"what the signing services gave does not hold by {setting.Roots.Source}, and is not kept: {e.Message}", e);
        }
    }

    private async Task<SigningCertificate> CertificateAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (certificates is [.., var last] && last.CountsFor(setting.Time.GetUtcNow()))
            {
                return last;
            }

            var token = await setting.Client.IdentifyAsync(setting.Variables, cancellationToken);
            var made = await SigningCertificate.RequestAsync(setting.Client, setting.Services.Authority, token, identity, cancellationToken);
            certificates.Add(made);
            return made;
        }
        finally
        {
            turn.Release();
        }
    }
}

/// <summary>What signing without a key needs.</summary>
/// <param name="Client">Disposed of with the signer.</param>
/// <param name="Services">Who is asked.</param>
/// <param name="Roots">With what the signatures must hold.</param>
/// <param name="Job">Who signs.</param>
/// <param name="Variables">Reads an environment variable.</param>
/// <param name="Time">For the certificate's end.</param>
internal sealed record KeylessSetting(
    SigstoreClient Client, SigningServices Services, TrustedRoots Roots, JobEnvironment Job, Func<string, string?> Variables, TimeProvider Time);
