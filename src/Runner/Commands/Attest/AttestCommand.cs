using System.CommandLine;
using Gates.Attestation.Branch;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Outputs;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Signing;
using Gates.Doors.Files;
using Gates.Doors.Fonts;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Fonts;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Composition;
using Gates.Runner.Reports;

namespace Gates.Runner.Commands.Attest;

/// <summary><c>gates attest</c>: the control attestation of a release.</summary>
internal static class AttestCommand
{
    private const string DefaultOut = ".gates/attestation";

    private const string FontsMeaning = "The folder with the fonts that the PDF embeds: DejaVuSans.ttf, DejaVuSans-Bold.ttf, DejaVuSansMono.ttf, "
        + "and DroidSansFallback.ttf for Chinese, Japanese and Korean (default: where Debian's packages put them).";

    private static VerbHelp Help { get; } = new()
    {
        Holds = "Every control holds.",
        Fails = "A control does not hold.",
        Variables = [Variable.ReleaseKey, SigningOptions.Variables, SigningOptions.Identity, Variable.LogKey, Variable.Token, Variable.Job],
        Examples = [new("gates attest v1.4.0 --artifacts dist", "The attestation of a release, about its files.")],
    };

    public static Command Create()
    {
        var tag = new Argument<string>("TAG") { Description = "The release: a tag of this clone." };
        var catalog = new Option<string>("--catalog") { Description = $"The control catalogue (default: {ControlCatalogue.DefaultPath})." };
        var evidence = new Option<string>("--evidence") { Description = $"The folder that holds the evidence (default: {EvidenceFolder.DefaultPath})." };
        var artifacts = new Option<string>("--artifacts") { Description = "The folder with the files of the release; the signed statement is about them. Default: none; it is about the commit." };
        var trust = new Option<string>("--trust") { Description = $"The keys that signatures are held against: a keyring, or public keys as PEM (default: {Keyring.Path} of the remote's default branch)." };
        var output = new Option<string>("--out") { Description = $"Where the attestation is written (default: {DefaultOut})." };
        var fonts = new Option<string>("--fonts") { Description = FontsMeaning };
        var signing = new SigningOptions("The private key that signs it: a file, or pkcs11:… for one in a token "
            + $"(default: {PrivateKeySource.Variable(KeyUse.Release)} of the environment; without one it stays unsigned).");
        var workspace = new Option<string>("--workspace") { Description = "The repository (default: the one of this folder)." };
        var remote = new Option<string>("--remote") { Description = "Where the evidence branch is (default: origin where there is one, else this repository)." };
        var log = new ReleaseLogOptions();
        var command = new Verb("attest", "Hold a catalogue of controls against the evidence of a release, and write the signed attestation as JSON, OSCAL and PDF.", Help)
        {
            tag, catalog, evidence, artifacts, trust, output, fonts, remote, workspace,
        };
        signing.AddTo(command);
        log.AddTo(command);
        command.SetAction((parsed, token) => RunAsync(
            new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory),
            root => log.Request(parsed, root, parsed.Text(remote), trust: null),
            new AttestRequest
            {
                Tag = parsed.GetValue(tag)!,
                Catalog = parsed.Text(catalog) ?? ControlCatalogue.DefaultPath,
                Evidence = parsed.Text(evidence) ?? EvidenceFolder.DefaultPath,
                Artifacts = parsed.Text(artifacts),
                Trust = parsed.Text(trust),
                Repository = JobVariables.Repository(Environment.GetEnvironmentVariable),
            },
            (parsed.Text(output) ?? DefaultOut, signing.Read(parsed, Environment.GetEnvironmentVariable), parsed.Text(fonts)),
            token));
        return command;
    }

    private static async Task<int> RunAsync(
        DirectoryInfo folder,
        Func<DirectoryInfo, EvidenceRequest?> log,
        AttestRequest request,
        (string Output, SigningRequest Signing, string? Fonts) files,
        CancellationToken cancellationToken)
    {
        var variables = PrivateKeySource.Taken(Environment.GetEnvironmentVariable);
        var job = JobEnvironment.Read(variables);
        await using var policies = new PolicyTools(job);
        using var workspace = await Workspace.OpenAsync(folder, job.Token, cancellationToken, job.IsActions);
        using var signer = await new SignerSource(job, variables, TimeProvider.System).OpenAsync(KeyUse.Release, files.Signing, workspace.Repository, cancellationToken);
        OutputPlace.Demand("--out", files.Output, workspace.Root.FullName, variables);
        var fonts = files.Fonts is { } named ? FontFinder.Named(named, workspace.Root.FullName) : FontFinder.Debian.Find();
        var attestation = await new AttestSession(workspace, policies.Scripts, TimeProvider.System).RunAsync(request with { KeyId = signer?.KeyId, IsKeyless = signer is { PublicKey: null }, DefaultBranch = job.DefaultBranch }, cancellationToken);
        var made = await AttestationFiles.OfAsync(attestation, signer, fonts, cancellationToken);
        Forget(attestation.BaseName, workspace.Root, files.Output);
        var names = Write(made, workspace.Root, files.Output);
        var exit = Print(attestation, fonts, names, Console.Out);
        if (signer is not null)
        {
            await LogAsync(log(workspace.Root), (attestation.BaseName, made[^1].Content), (workspace.Root, files.Output), (signer, variables), cancellationToken);
        }

        return (int)exit;
    }

    /// <summary>The signature and the proof of an earlier attestation would be beside files that they are not about.</summary>
    private static void Forget(string name, DirectoryInfo root, string output)
    {
        foreach (var ending in (string[])[SigstoreBundle.Extension, TlogProof.Extension])
        {
            new WholeFile(new DirectoryInfo(Path.GetFullPath(output, root.FullName)), name + ending, "gates attest").Remove();
        }
    }

    private static async Task LogAsync(
        EvidenceRequest? request,
        (string Name, byte[] Content) bundle,
        (DirectoryInfo Root, string Output) place,
        (IStatementSigner Signer, Func<string, string?> Variables) by,
        CancellationToken cancellationToken)
    {
        using var log = ReleaseLog.Open(request, by.Variables, cancellationToken);
        if (log is null)
        {
            await Console.Out.WriteLineAsync(ReleaseLog.NotLogged("the attestation", null, by.Signer));
            return;
        }

        Write([(bundle.Name + TlogProof.Extension, await log.AppendAsync(bundle.Name, bundle.Content, by.Signer.KeyId))], place.Root, place.Output);
    }

    private static List<string> Write(IReadOnlyList<(string Name, byte[] Content)> files, DirectoryInfo root, string output)
    {
        var full = Path.GetFullPath(output, root.FullName);
        var relative = Path.GetRelativePath(root.FullName, full);
        var inside = relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
        var owner = Owner.ToHandTo(root.FullName);
        var names = new List<string>();
        foreach (var (name, content) in files)
        {
            var path = inside ? Path.Join(relative, name) : name;
            new WholeFile(inside ? root : new DirectoryInfo(full), path, "gates attest").Write(content);
            owner?.Take(Path.Join(full, name));
            names.Add(inside ? path : Path.Join(full, name));
        }

        owner?.Take(full);
        OwnFolder.Hide(root.FullName, full);
        return names;
    }

    /// <summary>Says what holds, what does not and why, and what was written.</summary>
    internal static ExitCode Print(ControlAttestation attestation, DocumentFonts fonts, IReadOnlyList<string> files, TextWriter output)
    {
        var (evaluation, scope) = (attestation.Evaluation, attestation.Scope);
        foreach (var result in evaluation.Results.OrderBy(result => result.Outcome != ControlOutcome.Fails))
        {
            output.WriteLine(Escape.OneLine($"{Word(result),-8}{result.Control.Id} {result.Control.Name}: {result.Details}"));
        }

        output.WriteLine();
        output.WriteLine(Escape.OneLine($"{scope.Repository} {scope.Tag} ({Prose.Commit(scope.Commit)}): {Prose.Count(evaluation.Count(ControlOutcome.Holds), "control")} hold{(evaluation.Count(ControlOutcome.Holds) == 1 ? "s" : "")}, "
            + $"{evaluation.Count(ControlOutcome.Fails)} fail, {Open(evaluation)}{evaluation.Count(ControlOutcome.NotApplicable)} not applicable"));
        output.WriteLine(Escape.OneLine($"{Prose.Count(scope.Population.Changes.Count, "change")} since {scope.PreviousTag ?? "the first commit"}, {attestation.Unevidenced.Count} of them unevidenced; "
            + $"{Prose.Count(scope.Population.Releases.Count, "release")} in {scope.Population.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)} up to this one"));
        output.WriteLine(attestation.KeyId is { } id
            ? $"signed with {id}"
            : $"unsigned: it shows only what its maker says; sign it with --key FILE, or {PrivateKeySource.Variable(KeyUse.Release)} in the environment");
        if (fonts.Missing is { } missing)
        {
            var effect = fonts.Set is null ? "embeds no fonts, and romanises what its readers' own fonts lack" : "may show some characters as their code points";
            output.WriteLine(Escape.OneLine(
                $"the PDF {effect}: {missing}; install fonts-dejavu-core and fonts-droid-fallback, or name a folder with --fonts"));
        }

        foreach (var file in files)
        {
            output.WriteLine(Escape.OneLine("wrote " + file));
        }

        return evaluation.Overall ? ExitCode.Holds : ExitCode.Fails;
    }

    private static string Word(ControlResult result) => result.Outcome switch
    {
        ControlOutcome.Holds => "holds",
        ControlOutcome.Fails => "FAILS",
        ControlOutcome.NotJudged => "present",
        _ => "n/a",
    };

    private static string Open(ControlEvaluation evaluation) =>
        evaluation.Results.Where(result => result.Outcome == ControlOutcome.NotJudged).Select(result => result.Control.Id).ToList() is { Count: > 0 } open
            ? FormattableString.Invariant($"{open.Count} present and not judged ({string.Join(", ", open)}), ")
            : "";
}
