using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Signing;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;

namespace Gates.Attestation.Bundles;

/// <summary>What a run is signed with, if anything.</summary>
internal sealed class RunSigner : IDisposable
{
    private const string DevelopmentKey = "development.pem";

    private RunSigner(IStatementSigner? signer, RunSignature signature)
    {
        Signer = signer;
        Signature = signature;
    }

    /// <value><see langword="null"/> when the run is not signed.</value>
    public IStatementSigner? Signer { get; }

    public RunSignature Signature { get; }

    /// <value>The key that makes evidence; <see langword="null"/> for a development key, without a key, and when the run is not signed.</value>
    public Ed25519PublicKey? EvidenceKey => Signature.IsDevelopment ? null : Signer?.PublicKey;

    /// <summary>What is given; else, outside jobs, a key of this machine.</summary>
    /// <param name="request">How the command line says to sign.</param>
    /// <param name="isOff">Whether nothing is to be signed.</param>
    /// <param name="job">The job.</param>
    /// <param name="workspace">What will be judged.</param>
    /// <param name="variables">Reads an environment variable.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UsageException">What is given is not a key, is one that the repository's keyring has for something else, or nothing can be signed with it here.</exception>
    public static async Task<RunSigner> FromAsync(
        SigningRequest request,
        bool isOff,
        JobEnvironment job,
        Workspace workspace,
        Func<string, string?> variables,
        CancellationToken cancellationToken)
    {
        if (isOff)
        {
            return request is { Key: null, IsKeyless: false }
                ? Unsigned("--no-sign")
                : throw new UsageException($"{(request.IsKeyless ? "--sign" : "--key")} and --no-sign contradict each other; leave one away");
        }

        var hasCommit = workspace.Changes.HeadSha is not null;
#pragma warning disable CA2000 // The signer disposes of its key, and the caller of the signer.
        var source = new SignerSource(job, variables, TimeProvider.System);
        if (await source.OpenAsync(KeyUse.Evidence, request, workspace.Repository, cancellationToken) is { } signer)
        {
            var problem = !hasCommit
                ? $"{workspace.Root.FullName} has no commit that a signature could be about; commit first, or run with --no-sign"
                : KeyringOf(workspace)?.Keyring.Find(signer.KeyId) is { Use: not KeyUse.Evidence } other
                    ? $"the key {signer.KeyId} is for {KeyringJson.Name(other.Use)}, not for evidence"
                    : null;
            if (problem is null)
            {
                return new RunSigner(signer, new RunSignature(signer.KeyId, IsDevelopment: false, null));
            }

            signer.Dispose();
            throw new UsageException($"{(request.IsKeyless ? "--sign" : request.Key ?? PrivateKeySource.Variable(KeyUse.Evidence))}: {problem}");
        }

        return job.IsActions ? Unsigned("no key")
            : !hasCommit ? Unsigned("no commit")
            : await DevelopmentAsync(workspace, cancellationToken);
#pragma warning restore CA2000
    }

    public void Dispose() => Signer?.Dispose();

    /// <summary>What the repository itself says of its keys: nothing is believed for it, only a key that is for something else is refused.</summary>
    private static TrustedKeys? KeyringOf(Workspace workspace)
    {
        if (!workspace.Tree.Exists(Keyring.Path))
        {
            return null;
        }

        using var stream = workspace.Tree.Open(Keyring.Path);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return TrustedKeys.Read(content.ToArray(), Keyring.Path);
    }

    private static RunSigner Unsigned(string problem) => new(null, RunSignature.Unsigned(problem));

    /// <summary>Made once. Nobody asked for it, so a machine that cannot have one still runs.</summary>
    private static async Task<RunSigner> DevelopmentAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            var folder = await PrivateKeyFolder.PrepareAsync(PrivateKeyFolder.Default, workspace.Root, workspace.Repository, cancellationToken);
            var key = ReadOrCreate(Path.Join(folder, DevelopmentKey));
            return new RunSigner(new KeySigner(key), new RunSignature(key.KeyId, IsDevelopment: true, null));
        }
        catch (Exception e) when (e is UsageException or EvaluationException or IOException or UnauthorizedAccessException)
        {
            return Unsigned($"no key, and no development key could be made: {e.Message}");
        }
    }

    private static Ed25519PrivateKey ReadOrCreate(string path)
    {
        if (!File.Exists(path))
        {
            try
            {
                return PrivateKeyFile.Create(_ => path);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another run was faster.
            }
        }

        return PrivateKeySource.Read(KeyUse.Evidence, path, _ => null)!;
    }
}
