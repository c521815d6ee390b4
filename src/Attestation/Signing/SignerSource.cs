using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Sigstore;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Doors.Sigstore;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Signing;

/// <summary>Finds what a command signs with.</summary>
/// <param name="job">The job.</param>
/// <param name="variables">Reads an environment variable.</param>
/// <param name="time">The clock.</param>
/// <param name="limits">How patient to be with services; <see langword="null"/> for the defaults.</param>
internal sealed class SignerSource(JobEnvironment job, Func<string, string?> variables, TimeProvider time, SigstoreLimits? limits = null)
{
    /// <param name="use">What is signed.</param>
    /// <param name="request">How.</param>
    /// <param name="repository">Whose default branch has the trusted root, where none is given.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns><see langword="null"/> when nothing is given to sign with.</returns>
    /// <exception cref="UsageException">What is given cannot be used, or contradicts itself.</exception>
    /// <exception cref="EvaluationException">Nobody says who this job is.</exception>
    public async Task<IStatementSigner?> OpenAsync(KeyUse use, SigningRequest request, GitRepository? repository, CancellationToken cancellationToken)
    {
        if (request.IsKeyless)
        {
            return await KeylessAsync(use, request, repository, cancellationToken);
        }

        if (request.Services is not null || request.MayRevealPrivate)
        {
            throw new UsageException($"{(request.Services is null ? "--reveal-private-repository" : "--signing-config")} is for --sign keyless");
        }

#pragma warning disable CA2000 // The signer disposes of its key, and the caller of the signer.
        if (PrivateKeySource.Read(use, request.Key, variables) is not { } key)
        {
            return null;
        }

        try
        {
            return request.TimestampAuthority is { } authority
                ? new SignedOnce(new TimestampedSigner(
                    key, new SigstoreClient(time, limits), authority, await RootsAsync(request, repository, "a timestamp", cancellationToken)))
                : new KeySigner(key);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private async Task<IStatementSigner> KeylessAsync(KeyUse use, SigningRequest request, GitRepository? repository, CancellationToken cancellationToken)
    {
        if (PrivateKeySource.IsGiven(use, request.Key, variables))
        {
            throw new UsageException(
                $"--sign keyless and a key ({(request.Key is null ? PrivateKeySource.Variable(use) : "--key")}) contradict each other; leave one away");
        }

        if (request.TimestampAuthority is not null)
        {
            throw new UsageException("--timestamp-authority is for keys; with --sign keyless the signing configuration names who stamps (tsaUrls)");
        }

        var file = request.Services
            ?? throw new UsageException("--sign keyless asks services that --signing-config FILE names: a signing_config.json of Sigstore (v0.2)");
        var services = SigningServices.Read(await NamedFile.ReadAsync("--signing-config", file, cancellationToken), file, time.GetUtcNow());
        var roots = await RootsAsync(request, repository, "what is signed keyless", cancellationToken);
        var client = new SigstoreClient(time, limits);
        try
        {
            var setting = new KeylessSetting(client, services, roots, job, variables, time);
            return new SignedOnce(await KeylessSigner.OpenAsync(setting, request.MayRevealPrivate, cancellationToken));
        }
        catch
        {
            client.Dispose();
            throw;
        }
#pragma warning restore CA2000
    }

    private async Task<TrustedRoots> RootsAsync(SigningRequest request, GitRepository? repository, string what, CancellationToken cancellationToken) =>
        await TrustedRootFile.FindAsync(request.TrustedRoot, repository, job.DefaultBranch, cancellationToken)
            ?? throw new UsageException($"{what} is verified before it is kept, and no Sigstore is known that could be believed: give --trusted-root FILE, "
                + $"or keep one in {TrustedRoots.Path} with `gates trust import FILE`");
}
