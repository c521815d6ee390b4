using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;

namespace Gates.Attestation.Bundles;

/// <summary>What a run is signed with, if anything.</summary>
internal sealed class RunSigner : IDisposable
{
    private const string DevelopmentKey = "development.pem";

    private RunSigner(Ed25519PrivateKey? key, RunSignature signature)
    {
        Key = key;
        Signature = signature;
    }

    /// <value><see langword="null"/> when the run is not signed.</value>
    public Ed25519PrivateKey? Key { get; }

    public RunSignature Signature { get; }

    /// <value>The key that makes evidence; <see langword="null"/> for a development key, and when the run is not signed.</value>
    public Ed25519PublicKey? EvidenceKey => Signature.IsDevelopment ? null : Key?.PublicKey;

    /// <summary>The key that is given; else, outside jobs, one of this machine.</summary>
    /// <param name="file">A key that the command line names.</param>
    /// <param name="isOff">Whether nothing is to be signed.</param>
    /// <param name="job">The job.</param>
    /// <param name="workspace">What will be judged.</param>
    /// <param name="variables">Reads an environment variable.</param>
    /// <param name="cancellationToken">Stops git.</param>
    /// <exception cref="UsageException">What is given is not a key, or nothing can be signed with it here.</exception>
    public static async Task<RunSigner> FromAsync(
        string? file,
        bool isOff,
        JobEnvironment job,
        Workspace workspace,
        Func<string, string?> variables,
        CancellationToken cancellationToken)
    {
        if (isOff)
        {
            return file is null ? Unsigned("--no-sign") : throw new UsageException("--key and --no-sign contradict each other; leave one away");
        }

        var hasCommit = workspace.Changes.HeadSha is not null;
#pragma warning disable CA2000 // The signer disposes of its key, and the caller of the signer.
        if (PrivateKeySource.Read(KeyUse.Evidence, file, variables) is { } key)
        {
            if (hasCommit)
            {
                return new RunSigner(key, new RunSignature(key.KeyId, IsDevelopment: false, null));
            }

            key.Dispose();
            throw new UsageException($"{file ?? PrivateKeySource.Variable(KeyUse.Evidence)}: {workspace.Root.FullName} has no commit that a signature could be about; commit first, or run with --no-sign");
        }

        return job.IsActions ? Unsigned("no key")
            : !hasCommit ? Unsigned("no commit")
            : await DevelopmentAsync(workspace, cancellationToken);
#pragma warning restore CA2000
    }

    public void Dispose() => Key?.Dispose();

    private static RunSigner Unsigned(string problem) => new(null, RunSignature.Unsigned(problem));

    /// <summary>Made once. Nobody asked for it, so a machine that cannot have one still runs.</summary>
    private static async Task<RunSigner> DevelopmentAsync(Workspace workspace, CancellationToken cancellationToken)
    {
        try
        {
            var folder = await PrivateKeyFolder.PrepareAsync(PrivateKeyFolder.Default, workspace.Root, workspace.Repository, cancellationToken);
            var key = ReadOrCreate(Path.Join(folder, DevelopmentKey));
            return new RunSigner(key, new RunSignature(key.KeyId, IsDevelopment: true, null));
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
