using System.CommandLine;
using System.Security.Cryptography;
using Gates.Attestation.Bundles;
using Gates.Attestation.Keys;
using Gates.Attestation.Statements;
using Gates.Doors.Docker;
using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Runner.Composition;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Reports;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Run;

/// <summary><c>gates run</c>.</summary>
internal static class RunCommand
{
    /// <value>For what builds left on an engine when they were cut off.</value>
    private static readonly TimeSpan Cleaning = TimeSpan.FromSeconds(5);

    private static VerbHelp Help { get; } = new()
    {
        Holds = "No gate that is enforced failed.",
        Fails = "A gate that is enforced failed.",
        Refused = "Wrong usage or configuration; nothing was judged.",
        CouldNotEvaluate = "A gate could not see what it needs; nothing is known of it.",
        Variables =
        [
            Variable.Token, Variable.Job, Variable.Outputs, Variable.EvidenceKey, SigningOptions.Variables, SigningOptions.Identity, Variable.Cache,
            Variable.Ci, Variable.NoColor, Variable.Term,
        ],
        Examples =
        [
            new("gates run", "Judge the whole repository."),
            new("gates run --base main", "Judge only what main does not have."),
            new("gates run --gates dlp-scan --set dlp-scan.mode=warn", "One gate, in another mode."),
        ],
    };

    public static Command Create(Interruption interruption)
    {
        var workspace = new Option<string>("--workspace") { Description = "The folder to look at; one inside a repository stands for the whole repository (default: this folder)." };
        var config = new Option<string>("--config") { Description = "The configuration (default: .github/gates.yml, else built-in defaults); read at the base on pull requests." };
        var gates = new Option<string>("--gates") { Description = "Only these gates, separated by commas." };
        gates.CompletionSources.Add([.. GateIds.Offered]);
        var baseRevision = new Option<string>("--base") { Description = "Compare with this commit: only findings that it does not have count." };
        var staged = new Option<bool>("--staged") { Description = "Look at what is staged, and compare it with HEAD, as a hook does before a commit." };
        var environment = new Option<string>("--environment") { Description = "An environment of the configuration, whose modes apply." };
        var output = new Option<string>("--out") { Description = "Where results are written (default: .gates/out)." };
        var signing = new SigningOptions("The private key that signs the results: a file, or pkcs11:… for one in a token (default: GATES_EVIDENCE_KEY_FILE or GATES_EVIDENCE_KEY; else, outside jobs, a development key of this machine).");
        var noSign = new Option<bool>("--no-sign") { Description = "Sign nothing." };
        var set = new Option<string[]>("--set") { Description = "One key that beats the configuration, such as dlp-scan.mode=warn or dlp-scan.with.exclude=vendor/**; may be repeated." };
        var format = new Option<string>("--format")
        {
            Description = "What standard output is: text for people, or json for agents and scripts, and nothing else (default: text).",
        };
        format.CompletionSources.Add("text", "json");
        var command = new Verb("run", "Run the gates on a repository.", Help)
        {
            workspace, config, gates, baseRevision, staged, environment, output, noSign, set, format,
        };
        signing.AddTo(command);
        command.SetAction((parsed, token) => RunDocumented.RunAsync(
            () => new RunRequest
            {
                Workspace = new DirectoryInfo(parsed.Text(workspace) ?? Environment.CurrentDirectory),
                Config = parsed.Text(config),
                Gates = (parsed.Text(gates) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                Base = parsed.Text(baseRevision),
                Staged = parsed.GetValue(staged),
                Environment = parsed.Text(environment),
                Set = parsed.GetValue(set) ?? [],
                Out = parsed.Text(output) ?? ".gates/out",
                Signing = signing.Read(parsed, parsed.GetValue(noSign) ? static _ => null : Environment.GetEnvironmentVariable),
                NoSign = parsed.GetValue(noSign),
                Format = RunFormats.Parse(parsed.Text(format)),
            },
            request => RunAsync(request, interruption, token),
            interruption));
        return command;
    }

    private static async Task<int> RunAsync(RunRequest request, Interruption interruption, CancellationToken cancellationToken)
    {
        var variables = PrivateKeySource.Taken(Environment.GetEnvironmentVariable);
        var job = JobEnvironment.Read(variables);
        await using var policies = new PolicyTools(job);
        policies.Worker.Start();
        using var workspace = await OpenAsync(request, job, variables, cancellationToken);
        using var signer = await RunSigner.FromAsync(request.Signing, request.NoSign, job, workspace, variables, cancellationToken);
        var isModified = signer.Signer is not null && await workspace.IsModifiedAsync(cancellationToken);
        OutputPlace.Demand("--out", request.Out, workspace.Root.FullName, variables);
        var former = FormerPolicies.Read(Path.GetFullPath(request.Out, workspace.Root.FullName));
        var folder = OutputFolder.Create(request.Out, workspace.Root.FullName, path => IsTracked(workspace, path));
        var (report, _, _) = await RunProgress.ShowAsync(
            Terminal.Progress(variables),
            progress => new RunSession(job, policies.Worker, policies.Linker, policies.Pinned, TimeProvider.System, progress) { Judging = interruption.Hold, WhyNoBuild = WhyNoBuild(request, variables) }.RunAsync(workspace, request, cancellationToken));
        await DockerReaper.FinishAsync(Cleaning);
        var evidence = new EvidenceRecorder(folder);
        var facts = RunFacts.From(job, workspace.Changes.HeadSha, isModified, request.Environment);
        report = report with { Notes = [.. report.Notes, .. KeyringNotes.Of(workspace.Tree, signer.EvidenceKey, TimeProvider.System.GetUtcNow()), .. former.Note(report.Results) is { } note ? [note] : Array.Empty<string>()] };
        var targets = new ReportTargets
        {
            Folder = folder,
            Evidence = evidence,
            Seal = signer.Signer is { } statements ? new(RunSeal.FileName, new RunSeal(folder, facts, statements), Essential: true) : null,
            Output = Console.Out,
            Errors = Console.Error,
            Style = Terminal.Style(variables),
            Environment = variables,
            Format = request.Format,
        };
        var files = StandardReporters.Files(targets);

        // An interrupted run still signs and reports what it has.
        report = await new RunSigning(folder, evidence, RandomNumberGenerator.GetBytes, Console.Error).SignAsync(report, signer, facts);
        RunProvenance.Write(folder, report, facts);
        await files.ReportAsync(report, CancellationToken.None);
        interruption.Release();
        await StandardReporters.Shown(targets).ReportAsync(report, CancellationToken.None);
        interruption.Done();
        return (int)files.ExitCodeOf(report);
    }

    /// <summary>A build is somebody else's program. A key that is only this machine's proves nothing to anybody, so it does not count.</summary>
    private static string? WhyNoBuild(RunRequest request, Func<string, string?> variables)
    {
        var keys = Enum.GetValues<KeyUse>().Where(use => PrivateKeySource.IsGiven(use, null, variables)).Select(PrivateKeySource.Variable);
        return request.Signing.IsKeyless
            ? "this process may sign in this job's name (--sign keyless); build in a job without `id-token: write`, and sign in another"
            : (request.Signing.Key is null ? keys : keys.Prepend("--key")).FirstOrDefault() is { } key
            ? $"this process holds a signing key ({key}); build in a job without one, and sign in another"
            : null;
    }

    private static async Task<Workspace> OpenAsync(
        RunRequest request, JobEnvironment job, Func<string, string?> variables, CancellationToken cancellationToken) =>
        request is { Staged: true, Base: not null } ? throw new UsageException("--staged compares what is staged with HEAD; leave --base away, or --staged")
        : request.Staged ? await Workspace.OfIndexAsync(request.Workspace, StagedIndex.From(variables), job.Token, cancellationToken)
        : await Workspace.OpenAsync(request.Workspace, job.Token, cancellationToken, job.IsActions);

    private static bool IsTracked(Workspace workspace, string path) =>
        workspace.Tracked.Any(tracked => tracked == path || tracked.StartsWith(path + "/", StringComparison.Ordinal));
}
