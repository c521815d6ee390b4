using System.CommandLine;
using Gates.Attestation;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Lifetime;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Verification;
using Gates.Attestation.Verification.Expected;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
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
            new("gates verify gates-evidence/2026 --witness-keys auditors.txt --witnesses 2", "Demand that two outsiders saw the whole log."),
            new("gates verify dist --tag v1.0.0 --artifact dist/app.tgz --require-passed", "Verify that a file is of a release that the gates let pass."),
            new(
                "gates verify app.sigstore.json --artifact app --trusted-root root.json --identity "
                    + "'https://github.com/acme/app/.github/workflows/release.yml@refs/tags/*' --issuer https://token.actions.githubusercontent.com",
                "Verify what a workflow signed keyless."),
        ],
    };

    private const string Remote = "origin/";

    private const string Whom = "Whom to believe: a keyring, or public keys in PEM (default: the keyring at the repository's default branch).";

    public static Command Create()
    {
        var pathArgument = new Argument<string>("PATH")
        {
            Description = "A pack, a bundle, a folder of a run or of a release, a checked-out evidence branch, or the branch's name, such as gates-evidence/2026."
        };
        var trust = new Option<string>("--trust") { Description = Whom };
        var seen = new Option<string[]>("--seen")
        {
            Description = "A .tlog-proof or a cosigned checkpoint from an earlier day, such as a release's: the log must continue it; may be repeated."
        };
        var keyless = new KeylessOptions();
        var rejudge = new Option<bool>("--rejudge") { Description = "Run the recorded policies over the recorded evidence again, and compare." };
        var years = new Option<int>("--retention-years")
        {
            Description = "For how many years after its end a year's evidence had to be kept, where one was dropped.",
            DefaultValueFactory = _ => RetentionRule.Usual.Years,
        };
        var expected = new ExpectedOptions();
        var witnesses = new WitnessOptions();
        var command = new Verb("verify", "Verify signed evidence, offline.", Help) { pathArgument, trust, seen, rejudge, years };
        expected.AddTo(command);
        keyless.AddTo(command);
        witnesses.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var here = new DirectoryInfo(Environment.CurrentDirectory);
            var repository = await GitRepository.FindAsync(here, token: null, token);
            var path = parsed.GetValue(pathArgument)!;
            var file = File.Exists(path) && !IsPack(path) ? expected.Single(parsed) : null;
            var told = JobEnvironment.Read(Environment.GetEnvironmentVariable).DefaultBranch;
            var believed = await keyless.ReadAsync(parsed, file, repository, told, token);
            var keys = witnesses.With(await KeysAsync(parsed.Text(trust), repository, told, believed is not null, token), parsed);
            string[] proofs = [.. (parsed.GetValue(seen) ?? []).Where(file => file.Length > 0)];
            var all = OpenAsync(path, here, told, token);
            var rule = new RetentionRule(Math.Clamp(parsed.GetValue(years), 0, RetentionRule.Most));
            var verifier = new EvidenceVerifier(keys, TimeProvider.System, believed, rule);
            return await RunAsync(all, verifier, believed, (proofs, parsed.GetValue(rejudge)), expected.Read(parsed), token);
        });
        return command;
    }

    /// <summary>Keys may be wanting where there are keyless signatures to believe.</summary>
    private static async Task<TrustedKeys> KeysAsync(
        string? trust, GitRepository? repository, string? told, bool isKeyless, CancellationToken cancellationToken) => trust is null && isKeyless
        ? (repository is null ? null : await TrustFinder.PinnedAsync(repository, told, cancellationToken)) ?? TrustedKeys.None
        : await TrustFinder.DemandAsync(trust, repository, told, cancellationToken);

    private static async Task<int> RunAsync(
        IAsyncEnumerable<Evidence> all,
        EvidenceVerifier verifier,
        KeylessTrust? keyless,
        (string[] Seen, bool Rejudge) asked,
        Expectations expected,
        CancellationToken cancellationToken)
    {
        var proofs = asked.Seen.Select(file => (file, NamedFile.Read("--seen", file))).ToList();
        await using var worker = asked.Rejudge ? new PolicyWorker(PolicyWorkerOptions.ForThisProgram(), TimeProvider.System) : null;
        var (holds, undecided) = (true, 0);
        await foreach (var evidence in all.WithCancellation(cancellationToken))
        {
            var known = evidence.Branch is { } branch ? await branch.KnownAsync(verifier, cancellationToken) : null;
            var report = await verifier.VerifyAsync(evidence.Files, proofs, run => FurtherAsync(run, evidence), known);
            VerifyPrinter.Print(Console.Out, evidence.Name, verifier.Trust, report, keyless);
            holds &= report.Holds;
        }

        return (int)(!holds ? ExitCode.Fails : undecided > 0 ? ExitCode.CouldNotEvaluate : ExitCode.Holds);

        async Task FurtherAsync(VerificationRun run, Evidence evidence)
        {
            var isBranch = evidence.Branch is not null || LogFolder.IsLayout(evidence.Files.Paths);
            if (isBranch)
            {
                expected.DemandForBranch();
            }

            run.Try(() => new ExpectationCheck(expected, evidence.Files is ArchiveEvidence ? Path.GetFileName(evidence.Name) : null, isBranch).Verify(run));
            if (evidence.Branch is { } branch)
            {
                await new ReleaseCompletenessCheck(
                    await branch.TagsAsync(cancellationToken),
                    branch.Name.Year).VerifyAsync(run, () => branch.DecidedBesideAsync(verifier, cancellationToken));
            }

            if (worker is not null)
            {
                undecided += (await new RejudgeCheck(worker).VerifyAsync(run, cancellationToken)).Otherwise;
            }
        }
    }

    /// <summary>What stands at the path; a release's folder holds packs as well.</summary>
    private static async IAsyncEnumerable<Evidence> OpenAsync(
        string path, DirectoryInfo here, string? told, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
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
                throw NoEvidence(path);
            }

            using var tree = await repository.TreeAsync(commit, cancellationToken);
            var name = EvidenceBranchName.From(path, await TrustFinder.PinnedLogNameAsync(repository, told, cancellationToken));
            yield return new Evidence($"{path} at {commit[..12]}", new TreeEvidence(tree), new EvidenceBranches(repository, path, name));
        }
    }

    private static UsageException NoEvidence(string path) => new(path.StartsWith(Remote, StringComparison.Ordinal)
        ? $"{path}: no such file or folder; a branch is named as its repository does, without `{Remote}`: {path[Remote.Length..]}"
        : $"{path}: no such file or folder, and no such branch in this clone; `git fetch origin {path}:{path}` brings the remote's");

    private static bool HasMoreThanPacks(IReadOnlyList<string> paths) =>
        LogFolder.IsLayout(paths)
            || paths.Any(file => file.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal) || RunFolderCheck.IsReport(file, paths));

    private static bool IsPack(string path) => path.EndsWith(".zip", StringComparison.Ordinal);

    private static ArchiveEvidence Archive(string path)
    {
        using var stream = File.OpenRead(path);
        return new ArchiveEvidence(stream, path);
    }

    /// <param name="Name">For people.</param>
    /// <param name="Files">What is verified.</param>
    /// <param name="Branch">The branch that they are of; <see langword="null"/> for a path.</param>
    private sealed record Evidence(string Name, IEvidenceFiles Files, EvidenceBranches? Branch = null);
}
