using System.CommandLine;
using Gates.Attestation.Branch;
using Gates.Attestation.Bundles;
using Gates.Attestation.Lifetime;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.Api;
using Gates.Doors.Jobs;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;
using Gates.Runner.Commands.Publish.Overriding;
using Gates.Runner.Composition;
using Gates.Runner.Reports;
using Gates.Runner.Runs;

namespace Gates.Runner.Commands.Publish;

/// <summary><c>gates publish</c>.</summary>
internal static class PublishCommand
{
    private static VerbHelp Help { get; } = new()
    {
        Holds = "It was shown, and the change passes.",
        Fails = "It was shown, and the change does not pass.",
        Variables = [Variable.Token, Variable.Job, Variable.Outputs, Variable.LogKey],
        Examples =
        [
            new("gates publish", "In a job after `gates run`: the check and the comment."),
            new("gates publish --evidence-only", "Only append the signed evidence to its branch."),
        ],
    };

    private const string Summary = "Show a run on GitHub: a check on the commit, a comment and suggested changes on the pull request, files of the release.";

    public static Command Create()
    {
        var results = new Option<string>("--results") { Description = "The folder that `gates run` of this job wrote (default: .gates/out); not read in a workflow_run job, which judges the commit itself." };
        var workspace = new Option<string>("--workspace") { Description = "A clone of the repository (default: this folder)." };
        var config = new Option<string>("--config") { Description = "The configuration, read at the pull request's base." };
        var environment = new Option<string>("--environment") { Description = "An environment of the configuration, whose modes apply." };
        var check = new Option<string>("--check") { Description = "The name of the check, for branch protection (default: gates)." };
        var (perGate, sarif) = (Switch("--per-gate", "A check for each gate as well."), Switch("--sarif", "Upload the findings to code scanning as well."));
        var release = new Option<string>("--release") { Description = "At a tag or a release: `attach` the results to the tag's release, made as a draft when there is none, or attach them and `publish` it (default: neither).", CompletionSources = { "attach", "publish" } };
        var assets = new Option<string>("--assets") { Description = "A folder whose files are attached to the release as well." };
        var suggestions = Switch("--suggestions", "Offer fixes of one line on the pull request's diff (default: true, but never in a fork's own job).");
        var author = new Option<string>("--comment-author") { Description = $"As whom the token writes comments (default: {StickyComment.JobAuthor})." };
        var append = new AppendOptions();
        var command = new Verb("publish", Summary, Help) { results, workspace, config, environment, check, perGate, sarif, release, assets };
        command.Add(suggestions);
        command.Add(author);
        append.AddTo(command);
        command.SetAction(async (parsed, token) =>
        {
            var (folder, from) = (parsed.Text(workspace) ?? Environment.CurrentDirectory, parsed.Text(results) ?? ".gates/out");
            var request = new PublishRequest
            {
                Workspace = new DirectoryInfo(folder),
                Results = new DirectoryInfo(Path.GetFullPath(from, folder)),
                Config = parsed.Text(config),
                Environment = parsed.Text(environment),
                Check = parsed.Text(check) ?? "gates",
                PerGate = parsed.IsOn(perGate),
                Sarif = parsed.IsOn(sarif),
                Release = StepOf(parsed.Text(release)),
                Assets = parsed.Text(assets) is { } more ? new DirectoryInfo(Path.GetFullPath(more, folder)) : null,
                Suggestions = parsed.GetResult(suggestions) is null || parsed.GetValue(suggestions) is "" || parsed.IsOn(suggestions),
                Author = parsed.Text(author) ?? StickyComment.JobAuthor,
            };
            return append.IsAsked(parsed)
                ? await AppendAsync(request, (from, append.KeepsOpenings(parsed)), place => append.RequestAsync(parsed, place, from, token), token)
                : await RunAsync(request, Environment.GetEnvironmentVariable, token);
        });
        return command;
    }

    private static async Task<int> AppendAsync(
        PublishRequest request,
        (string Results, bool KeepsOpenings) asked,
        Func<string, Task<EvidenceRequest>> evidence,
        CancellationToken cancellationToken)
    {
        Func<string, string?> variables = Environment.GetEnvironmentVariable;
        OutputPlace.Demand("--results", asked.Results, request.Workspace.FullName, variables);
        var (place, session) = (await evidence(request.Workspace.FullName), EvidenceOptions.Session());
        var appended = await session.PublishAsync(place, demandTrust: false, cancellationToken);
        var overrides = new OverrideEvidence(JobEnvironment.Read(variables), variables, TimeProvider.System);
        var all = appended == ExitCode.Holds ? await overrides.AddAsync(place, request.Config, request.Check, session, cancellationToken) : appended;
        if (all == ExitCode.Holds && asked.KeepsOpenings)
        {
            var made = Path.Combine(request.Results.FullName, RunBundles.DisclosuresName);
            await new DisclosureKeeping(LifetimeOptions.Tools()).KeepAsync(
                place, [made, Path.Combine(place.Workspace.FullName, OverrideEvidence.DisclosuresName)], cancellationToken);
        }

        return (int)all;
    }

    private static async Task<int> RunAsync(PublishRequest request, Func<string, string?> variables, CancellationToken cancellationToken)
    {
        if (request is { Assets: not null, Release: null })
        {
            throw new UsageException("--assets is for the release; say with --release what becomes of that");
        }

        if (!JobVariables.IsJob(variables))
        {
            throw new UsageException("`gates publish` works in a job of GitHub Actions only: the event says what it is about");
        }

        var job = JobEnvironment.Read(variables);
        var started = PublishEvent.Read(job);
        using var handler = Transport.Handler();
        using var gitHub = new GitHubClient(GitHubEndpoint.Read(variables), handler, TimeProvider.System);
        await using var policies = new PolicyTools(job);
        var rejudging = new ChangeRerun(one => new RunSession(one, policies.Worker, policies.Linker, policies.Pinned, TimeProvider.System, null), gitHub, job.Token);
        return (int)await new PublishSession(gitHub, rejudging, job.Server, Console.Out).RunAsync(started, request, cancellationToken);
    }

    private static ReleaseStep? StepOf(string? text) => text switch
    {
        null => null,
        "attach" => ReleaseStep.Attach,
        "publish" => ReleaseStep.Publish,
        _ => throw new UsageException($"--release {Say.Quote(text)} is neither attach nor publish{Suggestion.Words(text, ["attach", "publish"])}"),
    };

    private static Option<string?> Switch(string name, string description) => SwitchOption.Create(name, description);
}
