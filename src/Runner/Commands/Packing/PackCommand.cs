using System.CommandLine;
using Gates.Attestation.Branch;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Packs;
using Gates.Attestation.Signing;
using Gates.Attestation.Sigstore;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Gates.Doors.Files;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Packing;

/// <summary><c>gates pack</c>.</summary>
internal static class PackCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "The pack was written.",
        Fails = "What would be packed does not hold; nothing was written.",
        Variables = [Variable.ReleaseKey, SigningOptions.Variables, SigningOptions.Identity, Variable.LogKey, Variable.Token],
        Examples = [new("gates pack v1.4.0 --artifact dist/shop.tar.gz", "All evidence of a release in one file.")],
    };

    public static Command Create()
    {
        var tag = new Argument<string>("TAG") { Description = "The release's tag." };
        var workspace = new Option<string>("--workspace") { Description = "A clone of the repository (default: this folder)." };
        var remote = new Option<string>("--remote") { Description = "Where the evidence branch is (default: origin where there is one, else this repository)." };
        var results = new Option<string>("--results") { Description = "The folder of the run that judged the release; what its gates judged goes in, so that it can be judged again." };
        var attestation = new Option<string>("--attestation") { Description = "The folder with the files of `gates attest` (default: .gates/attestation)." };
        var catalogue = new Option<string>("--catalog") { Description = "The control catalogue that was attested." };
        var artefacts = new Option<string[]>("--artifact") { Description = "A file that the release ships, by whose digest the pack names it; may be repeated." };
        var trust = new Option<string>("--trust") { Description = "The keyring (default: the one at the repository's default branch)." };
        var signing = new SigningOptions($"The release key: a file (PKCS#8 PEM), or pkcs11:… for one in a token (default: the environment variable {PrivateKeySource.Variable(KeyUse.Release)}).");
        var believed = new KeylessOptions(signing.Root);
        var output = new Option<string>("--out") { Description = "Where the pack is written (default: this folder)." };
        var log = new ReleaseLogOptions();
        var command = new Verb("pack", "Put all evidence of a release into one file.", Help) { tag, workspace, remote, results, attestation, catalogue, artefacts, trust, output };
        signing.AddTo(command);
        believed.AddTo(command);
        log.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var folder = new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory);
            var request = new PackRequest
            {
                Tag = parsed.GetValue(tag)!,
                Workspace = folder,
                Remote = parsed.Text(remote),
                Results = parsed.Text(results) is { } run ? new DirectoryInfo(run) : null,
                Attestation = new DirectoryInfo(parsed.Text(attestation) ?? Path.Combine(folder.FullName, ".gates", "attestation")),
                Catalogue = parsed.Text(catalogue) is { } file ? new FileInfo(file) : null,
                Artefacts = [.. (parsed.GetValue(artefacts) ?? []).Where(file => file.Length > 0).Select(Artefact)],
            };
            var keys = parsed.Text(trust);
            var folderOut = parsed.Text(output) ?? Environment.CurrentDirectory;
            return await RunAsync(
                request,
                (keys, (repository, told) => believed.ReadAsync(parsed, null, repository, told, token)),
                signing.Read(parsed, Environment.GetEnvironmentVariable),
                (folderOut, log.Request(parsed, folder, request.Remote, keys)),
                token);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        PackRequest request,
        (string? Keys, Func<GitRepository?, string?, Task<KeylessTrust?>> Keyless) trust,
        SigningRequest signing,
        (string Output, EvidenceRequest? Log) places,
        CancellationToken cancellationToken)
    {
        var variables = PrivateKeySource.Taken(Environment.GetEnvironmentVariable);
        OutputPlace.Demand("--out", Path.GetFullPath(places.Output), request.Workspace.FullName, variables);
        var job = JobEnvironment.Read(variables);
        var here = await GitRepository.FindAsync(request.Workspace, token: null, cancellationToken);
        var keys = await TrustFinder.DemandAsync(trust.Keys, here, job.DefaultBranch, cancellationToken);
        var keyless = await trust.Keyless(here, job.DefaultBranch);
        if (signing.IsKeyless && keyless?.Signer is null)
        {
            throw new UsageException("a pack is verified before it is written, and anybody can sign keyless: say whose signatures count in it, with --identity and --issuer");
        }

        using var signer = await new SignerSource(job, variables, TimeProvider.System).OpenAsync(KeyUse.Release, signing, here, cancellationToken)
            ?? throw new UsageException($"no release key: give --key FILE or set {PrivateKeySource.Variable(KeyUse.Release)}; `gates keys new --use release` makes one");
        using var releaseLog = ReleaseLog.Open(places.Log, variables, cancellationToken);
        var session = new PackSession(
            (keys, keyless),
            TimeProvider.System,
            releaseLog is null ? null : (name, bundle) => releaseLog.AppendAsync(name, bundle, signer.KeyId));
        var (pack, proof, report) = await session.RunAsync(request, signer, job.Token, cancellationToken);
        if (!report.Holds)
        {
            VerifyPrinter.Print(Console.Out, pack.Name, keys, report, keyless);
            await Console.Out.WriteLineAsync("Nothing was written: a pack that does not hold helps nobody.");
            return (int)ExitCode.Fails;
        }

        await WriteAsync(pack, proof, report, places.Output);
        await SayAsync(pack, proof is null ? ReleaseLog.NotLogged("the pack", keys, signer) : null);
        return (int)ExitCode.Holds;
    }

    private static async Task SayAsync(Pack pack, string? notLogged)
    {
        if (pack.Decision != "PASSED")
        {
            await Console.Out.WriteLineAsync(Escape.OneLine(pack.Decision is { } decision
                ? $"The decision in it is {decision}: the gates did not let this commit be released."
                : "There is no decision about this commit in it."));
        }

        if (notLogged is not null)
        {
            await Console.Out.WriteLineAsync(notLogged);
        }

        await Console.Out.WriteLineAsync("Its VERIFY.md says how to check it with openssl, node and Go; `gates verify` does it in one step.");
    }

    private static Task WriteAsync(Pack pack, byte[]? proof, VerificationReport report, string output)
    {
        var folder = new DirectoryInfo(output);
        var name = Path.ChangeExtension(pack.Name, null);
        var bundle = name + SigstoreBundle.Extension;
        var logged = new WholeFile(folder, name + TlogProof.Extension, "gates pack");
        new WholeFile(folder, pack.Name, "gates pack").Write(pack.Archive);
        new WholeFile(folder, bundle, "gates pack").Write(pack.Bundle);
        logged.Remove();
        if (proof is not null)
        {
            logged.Write(proof);
        }

        return Console.Out.WriteLineAsync(Escape.OneLine($"wrote {Path.Combine(output, pack.Name)} ({Prose.Count(report.Verified.Count, "signed file")}, {pack.Archive.Length / 1024} KiB) and {bundle}"));
    }

    private static Subject Artefact(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Subject.File(Path.GetFileName(path), Sha256Hex.Of(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--artifact {path}: cannot be read: {NamedFile.Why(path, e)}");
        }
    }
}
