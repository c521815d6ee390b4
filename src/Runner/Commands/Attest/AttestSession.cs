using Gates.Attestation;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Controls.Outputs;
using Gates.Attestation.Keys;
using Gates.Attestation.Sigstore;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline;
using Gates.Pipeline.Waivers;

namespace Gates.Runner.Commands.Attest;

/// <summary>Makes the control attestation of a release from its tag, a catalogue and a folder of evidence.</summary>
internal sealed class AttestSession(Workspace workspace, IPolicyScripts scripts, TimeProvider time)
{
    /// <exception cref="UsageException">The tag, or a file or folder that the request names, is not there or not valid.</exception>
    /// <exception cref="EvaluationException">Evidence or history cannot be read.</exception>
    public async Task<ControlAttestation> RunAsync(AttestRequest request, CancellationToken cancellationToken)
    {
        var repository = workspace.Repository ?? throw new UsageException($"{workspace.Root.FullName} is in no git repository, so it has no release");
        var catalogue = ReadCatalogue(request.Catalog);
        var scope = await new ReleaseHistory(
            repository).ReadAsync(request.Tag, request.Repository ?? await NameAsync(repository, cancellationToken), cancellationToken);
        scope = scope with { Artefacts = request.Artifacts is { } folder ? Folder(folder, "--artifacts").Match("**") : [] };
        using var release = await repository.TreeAsync(scope.Commit, cancellationToken);
        var assertions = await AssertionsAsync(request, scope, repository, cancellationToken);
        if (request is { KeyId: { } signer, IsKeyless: false } && assertions.Trust?.Refuse(signer, KeyUse.Release, assertions.Now) is { } problem)
        {
            throw new UsageException("the release key cannot be used: " + problem);
        }

        var proven = ProvenEntries.From(assertions);
        assertions = assertions with { Logged = proven.Times };
        var evaluation = await new ControlEvaluator(assertions).EvaluateAsync(catalogue, cancellationToken);
        var today = DateOnly.FromDateTime(assertions.Now.UtcDateTime);
        var waivers = WaiverFile.Find(release, WaiverFile.DefaultPath, today);
        return new ControlAttestation
        {
            Evaluation = evaluation,
            Scope = scope,
            Unevidenced = [.. scope.Population.Changes.Except(EvidencedCommits.Of(evaluation.Evidence, assertions), StringComparer.Ordinal)],
            Actors = EvidencedPeople.Of(evaluation.Evidence, assertions),
            Waivers = [.. waivers?.Waivers.Where(waiver => !waiver.IsExpired(today)) ?? []],
            WaiverPath = waivers?.Path,
            Created = assertions.Now,
            ToolVersion = ToolVersion.Text,
            Command = request.Command,
            TrustSource = assertions.Trust?.Source,
            TrustedKeyIds = [.. assertions.Trust?.All.Select(key => key.KeyId) ?? []],
            KeyId = request.KeyId,
            LogIndexes = proven.Indexes,
            Checkpoint = proven.Checkpoint,
            CatalogueAtRelease = AtRelease(release, catalogue),
        };
    }

    private async Task<AssertionScope> AssertionsAsync(
        AttestRequest request,
        ReleaseScope scope,
        GitRepository repository,
        CancellationToken cancellationToken) => new()
        {
            Evidence = Folder(request.Evidence, "--evidence"),
            Now = EvidenceTime.Second(time.GetUtcNow()),
            Commit = scope.Commit,
            Tag = scope.Tag,
            Repository = await repository.RemoteUrlAsync("origin", cancellationToken),
            Artefacts = scope.Artefacts,
            Trust = request.Trust is { } trust
            ? await TrustFinder.ReadAsync(Path.GetFullPath(trust, workspace.Root.FullName), cancellationToken, trust)
            : await TrustFinder.PinnedAsync(repository, request.DefaultBranch, cancellationToken),
            Sigstore = await TrustedRootFile.FindAsync(null, repository, request.DefaultBranch, cancellationToken),
            Scripts = scripts,
            Policies = workspace.Tree,
        };

    private ControlCatalogue ReadCatalogue(string path)
    {
        var full = Path.GetFullPath(path, workspace.Root.FullName);
        if (!File.Exists(full))
        {
            throw new UsageException($"--catalog {Say.Quote(path)}: there is no such file in {workspace.Root.FullName}");
        }

        using var stream = File.OpenRead(full);
        var relative = Path.GetRelativePath(workspace.Root.FullName, full);
        return ControlCatalogue.Read(stream, relative.StartsWith("..", StringComparison.Ordinal) ? path : relative);
    }

    private EvidenceFolder Folder(string path, string option)
    {
        var full = Path.GetFullPath(path, workspace.Root.FullName);
        return Directory.Exists(full)
            ? new EvidenceFolder(WorkingTree.Walk(full), "")
            : throw new UsageException($"{option} {Say.Quote(path)}: there is no such folder in {workspace.Root.FullName}");
    }

    private static string AtRelease(GitTree release, ControlCatalogue catalogue)
    {
        if (!release.Exists(catalogue.Path))
        {
            return "absent";
        }

        using var stream = release.Open(catalogue.Path);
        return Sha256Hex.Of(stream) == catalogue.Digest ? "same" : "differs";
    }

    /// <summary>Owner and name as the remote has them, else the folder's name.</summary>
    private async Task<string> NameAsync(GitRepository repository, CancellationToken cancellationToken) =>
        await repository.RemoteUrlAsync("origin", cancellationToken) is { } origin && RemoteAddress.From(origin).Path is { Length: > 0 } path
            ? path
            : workspace.Root.Name;
}
