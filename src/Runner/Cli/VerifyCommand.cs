using System.CommandLine;
using Gates.Runner.Attesting;
using Gates.Runner.Attesting.Envelopes;
using Gates.Runner.Attesting.Verification;
using Gates.Runner.Git;
using Gates.Runner.PolicyWorkers;

namespace Gates.Runner.Cli;

/// <summary><c>gates verify</c>.</summary>
internal static class VerifyCommand
{
    private const int MostTags = 10_000;

    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A pack, a bundle, a folder of a run or of a release, a checked-out evidence branch, or the branch's name, such as gates-evidence/2026." };
        var trust = new Option<string>("--trust") { Description = "Whom to believe: a keyring, or public keys in PEM (default: the keyring at the repository's default branch)." };
        var seen = new Option<string[]>("--seen") { Description = "A .tlog-proof from an earlier day, such as a release's: the log must continue it; may be repeated." };
        var rejudge = new Option<bool>("--rejudge") { Description = "Run the recorded policies over the recorded evidence again, and compare." };
        var command = new Command("verify", "Verify signed evidence, offline.") { path, trust, seen, rejudge };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetValue(path)!, parsed.GetValue(trust) is { Length: > 0 } keys ? keys : null, [.. (parsed.GetValue(seen) ?? []).Where(file => file.Length > 0)], parsed.GetValue(rejudge), token));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? trust, string[] seen, bool rejudge, CancellationToken cancellationToken)
    {
        var here = new DirectoryInfo(Environment.CurrentDirectory);
        var keys = await Trust.ReadAsync(trust, here, cancellationToken);
        var proofs = seen.Select(file => (file, Read(file))).ToList();
        var verifier = new EvidenceVerifier(keys, TimeProvider.System);
        await using var worker = rejudge ? new PolicyWorker(PolicyWorkerOptions.ForThisProgram(), TimeProvider.System) : null;
        var holds = true;
        await foreach (var evidence in OpenAsync(path, here, cancellationToken))
        {
            var report = await verifier.VerifyAsync(evidence.Files, proofs, run => FurtherAsync(run, evidence.Releases));
            VerifyPrinter.Print(Console.Out, evidence.Name, keys, report);
            holds &= report.Holds;
        }

        return (int)(holds ? ExitCode.Holds : ExitCode.Fails);

        async Task FurtherAsync(VerificationRun run, IReadOnlyList<(string Tag, string Commit)>? releases)
        {
            if (releases is not null)
            {
                new ReleasePopulation(releases).Verify(run);
            }

            if (worker is not null)
            {
                await new RejudgedResults(worker).VerifyAsync(run, cancellationToken);
            }
        }
    }

    /// <summary>What stands at the path; a release's folder holds packs as well.</summary>
    private static async IAsyncEnumerable<Evidence> OpenAsync(
        string path, DirectoryInfo here, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            var folder = new FolderEvidence(new DirectoryInfo(path));
            foreach (var pack in folder.Paths.Where(IsPack))
            {
                yield return new Evidence(Path.Join(path, pack), Archive(Path.Join(path, pack)));
            }

            if (!folder.Paths.Any(IsPack) || folder.Paths.Any(file => file.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal)))
            {
                yield return new Evidence(path, folder);
            }
        }
        else if (File.Exists(path))
        {
            yield return new Evidence(path, IsPack(path) ? Archive(path) : new SingleFile(path));
        }
        else
        {
            var repository = await GitRepository.FindAsync(here, token: null, cancellationToken);
            var commit = repository is null
                ? null
                : await repository.CommitAsync("refs/heads/" + path, cancellationToken) ?? await repository.CommitAsync("refs/remotes/origin/" + path, cancellationToken) ?? await repository.CommitAsync("refs/gates/fetched/" + path, cancellationToken);
            if (commit is null)
            {
                throw new UsageException($"{path}: no such file or folder, and no such branch in this clone; `git fetch origin {path}:{path}` brings the remote's");
            }

            using var tree = await repository!.TreeAsync(commit, cancellationToken);
            var tags = await repository.TagsAsync(MostTags, mergedInto: null, cancellationToken);
            yield return new Evidence($"{path} at {commit[..12]}", new TreeEvidence(tree), [.. tags.Select(tag => (tag.Name, tag.Target))]);
        }
    }

    private static bool IsPack(string path) => path.EndsWith(".zip", StringComparison.Ordinal);

    private static ArchiveEvidence Archive(string path)
    {
        using var stream = File.OpenRead(path);
        return new ArchiveEvidence(stream, path);
    }

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--seen {file}: cannot be read: {e.Message}");
        }
    }

    /// <param name="Name">For people.</param>
    /// <param name="Files">What is verified.</param>
    /// <param name="Releases">The tags of the repository whose branch it is, the newest first.</param>
    private sealed record Evidence(string Name, IEvidenceFiles Files, IReadOnlyList<(string Tag, string Commit)>? Releases = null);
}
