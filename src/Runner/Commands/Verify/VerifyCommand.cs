using System.CommandLine;
using Gates.Attestation;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Verification;
using Gates.Doors.Git;
using Gates.Doors.Workers;
using Gates.Formats.Foundation;

namespace Gates.Runner.Commands.Verify;

/// <summary><c>gates verify</c>.</summary>
internal static class VerifyCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The evidence holds.",
        Fails = "The evidence does not hold.",
        Examples =
        [
            new("gates verify gates-evidence/2026", "Verify the log of a year."),
            new("gates verify .gates/out --rejudge", "Verify a run, and judge it again."),
        ],
    };

    public static Command Create()
    {
        var path = new Argument<string>("PATH")
        {
            Description = "A pack, a bundle, a folder of a run or of a release, a checked-out evidence branch, or the branch's name, such as gates-evidence/2026."
        };
        var trust = new Option<string>("--trust")
        {
            Description = "Whom to believe: a keyring, or public keys in PEM (default: the keyring at the repository's default branch)."
        };
        var seen = new Option<string[]>("--seen")
        {
            Description = "A .tlog-proof from an earlier day, such as a release's: the log must continue it; may be repeated."
        };
        var rejudge = new Option<bool>("--rejudge") { Description = "Run the recorded policies over the recorded evidence again, and compare." };
        var command = new Verb("verify", "Verify signed evidence, offline.", Help) { path, trust, seen, rejudge };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetValue(
                path)!, parsed.GetValue(trust) is { Length: > 0 } keys
                    ? keys
                    : null, [.. (parsed.GetValue(seen) ?? []).Where(file => file.Length > 0)], parsed.GetValue(rejudge), token));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? trust, string[] seen, bool rejudge, CancellationToken cancellationToken)
    {
        var here = new DirectoryInfo(Environment.CurrentDirectory);
        var keys = await TrustFinder.DemandAsync(trust, await GitRepository.FindAsync(here, token: null, cancellationToken), cancellationToken);
        var proofs = seen.Select(file => (file, Read(file))).ToList();
        var verifier = new EvidenceVerifier(keys, TimeProvider.System);
        await using var worker = rejudge ? new PolicyWorker(PolicyWorkerOptions.ForThisProgram(), TimeProvider.System) : null;
        var (holds, undecided) = (true, 0);
        await foreach (var evidence in OpenAsync(path, here, cancellationToken))
        {
            var report = await verifier.VerifyAsync(evidence.Files, proofs, run => FurtherAsync(run, evidence.Branch), evidence.Branch?.Name);
            VerifyPrinter.Print(Console.Out, evidence.Name, keys, report);
            holds &= report.Holds;
        }

        return (int)(!holds ? ExitCode.Fails : undecided > 0 ? ExitCode.CouldNotEvaluate : ExitCode.Holds);

        async Task FurtherAsync(VerificationRun run, EvidenceBranches? branch)
        {
            if (branch is not null)
            {
                await new ReleaseCompletenessCheck(
                    await branch.TagsAsync(cancellationToken),
                    branch.Name.Year).VerifyAsync(run, () => branch.DecidedBesideAsync(verifier, cancellationToken));
            }

            if (worker is not null)
            {
                undecided += await new RejudgeCheck(worker).VerifyAsync(run, cancellationToken);
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

            if (!folder.Paths.Any(IsPack) || HasMoreThanPacks(folder.Paths))
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
            if (repository is null || await EvidenceBranches.FindAsync(repository, path, cancellationToken) is not { } commit)
            {
                throw new UsageException($"{path}: no such file or folder, and no such branch in this clone; `git fetch origin {path}:{path}` brings the remote's");
            }

            using var tree = await repository.TreeAsync(commit, cancellationToken);
            var name = EvidenceBranchName.From(path, await TrustFinder.PinnedLogNameAsync(repository, cancellationToken));
            yield return new Evidence($"{path} at {commit[..12]}", new TreeEvidence(tree), new EvidenceBranches(repository, path, name));
        }
    }

    private static bool HasMoreThanPacks(IReadOnlyList<string> paths) =>
        LogFolder.IsLayout(paths)
            || paths.Any(file => file.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal) || RunFolderCheck.IsReport(file, paths));

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
    /// <param name="Branch">The branch that they are of; <see langword="null"/> for a path.</param>
    private sealed record Evidence(string Name, IEvidenceFiles Files, EvidenceBranches? Branch = null);
}
