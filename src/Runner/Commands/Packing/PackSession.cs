using Gates.Attestation.Branch;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Packs;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Verification;
using Gates.Doors.Git;
using Gates.Doors.Git.History;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Packing;

/// <summary>Puts everything about a release into one pack, and verifies it before anybody gets it.</summary>
/// <param name="trust">The repository's keyring, and who is believed without a key.</param>
/// <param name="time">For the newest year to look in.</param>
/// <param name="log">Logs a bundle under a name and gives its proof; <see langword="null"/> where nothing is logged.</param>
internal sealed class PackSession((TrustedKeys Keys, KeylessTrust? Keyless) trust, TimeProvider time, Func<string, byte[], Task<byte[]>>? log = null)
{
    /// <returns>The pack, the proof that the statement beside it was logged, and what its verification found: it is logged only when it holds.</returns>
    /// <exception cref="UsageException">There is no such tag, or nothing is logged about its commit.</exception>
    /// <exception cref="EvaluationException">The evidence cannot be read.</exception>
    public async Task<(Pack Pack, byte[]? Proof, VerificationReport Report)> RunAsync(PackRequest request, IStatementSigner signer, string? token, CancellationToken cancellationToken)
    {
        var repository = await GitRepository.FindAsync(request.Workspace, token, cancellationToken)
            ?? throw new UsageException($"{request.Workspace.FullName} is in no git repository");
        var commit = await repository.CommitAsync("refs/tags/" + request.Tag, cancellationToken)
            ?? throw new UsageException($"there is no tag {request.Tag} in this clone; `git fetch --tags` brings those of the remote");
        using var evidence = await EvidenceRepository.OpenAsync(request.Workspace, request.Remote, token, cancellationToken);
        var (first, last) = (await YearAsync(repository, commit, cancellationToken), time.GetUtcNow().Year);
        var bundles = await new LoggedBundles(evidence, trust.Keys).AboutAsync(commit, first, last, cancellationToken);
        if (bundles.Count == 0)
        {
            throw new UsageException($"no log knows the commit {commit} of {request.Tag}; the release job signs with `gates run --key FILE` and logs with `gates publish --evidence-only`");
        }

        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (name, content) in GateRecords.Of(bundles).Concat(request.Results is { } results ? RunMaterials.Of(bundles, results) : []).Concat(Attested(request)))
        {
            files[name] = content;
        }

        var input = new PackInput
        {
            Tag = request.Tag,
            Commit = commit,
            Repository = await NameAsync(repository, evidence, cancellationToken),
            Artefacts = request.Artefacts,
            Keyring = trust.Keys.Keyring,
            Bundles = bundles,
            Files = files,
        };
        var pack = await Pack.FromAsync(input, signer, cancellationToken);
        var report = Verify(pack);
        if (log is null || !report.Holds)
        {
            return (pack, null, report);
        }

        var stem = Path.GetFileNameWithoutExtension(pack.Name);
        pack = await Pack.FromAsync(input, signer, cancellationToken, await log(stem + "-manifest", pack.Manifest));
        return (pack, await log(stem, pack.Bundle), Verify(pack));
    }

    private VerificationReport Verify(Pack pack)
    {
        using var archive = new MemoryStream(pack.Archive, writable: false);
        return new EvidenceVerifier(trust.Keys, time, trust.Keyless).Verify(new ArchiveEvidence(archive, pack.Name));
    }

    private static IEnumerable<KeyValuePair<string, byte[]>> Attested(PackRequest request)
    {
        if (request.Catalogue is { } catalogue)
        {
            yield return KeyValuePair.Create("controls/control_catalog.yaml", File.ReadAllBytes(catalogue.FullName));
        }

        foreach (var file in request.Attestation is { Exists: true } folder ? folder.EnumerateFiles($"control-attestation-{request.Tag}.*") : [])
        {
            var content = File.ReadAllBytes(file.FullName);
            yield return KeyValuePair.Create(file.Name, content);
            if (file.Name.EndsWith($"{request.Tag}.json", StringComparison.Ordinal))
            {
                yield return KeyValuePair.Create("controls/attestation.json", content);
            }
        }
    }

    private static async Task<int> YearAsync(GitRepository repository, string commit, CancellationToken cancellationToken)
    {
        var history = new RepositoryHistory(repository, commit, null, null);
        var (commits, _) = await history.CommitsAsync(1, cancellationToken);
        return commits is [{ Time: { } time }] ? time.UtcDateTime.Year : throw new EvaluationException($"the commit {commit} has no date that can be read");
    }

    private static async Task<string> NameAsync(GitRepository repository, EvidenceRepository evidence, CancellationToken cancellationToken) =>
        "https://" + LogOrigin.Of(evidence.Url ?? await repository.RemoteUrlAsync("origin", cancellationToken) ?? repository.Root);
}
