using System.Text;
using Gates.Doors.GitHub;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Doors.GitHub.PullRequests;
using Gates.Formats.Foundation;
using Gates.Runner.Configuration;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish.Overriding;

/// <summary>Asks GitHub what <see cref="OverrideRule"/> needs to know; of a pull request without labels nothing.</summary>
internal sealed class BreakGlassReview(GitHubClient gitHub, TimeProvider time)
{
    /// <value>Open pull requests that a schedule asks about, a request each, those with labels first.</value>
    private const int MaxLookedAt = 100;

    private const long MaxConfigurationSize = 1_000_000;

    /// <param name="pull">As GitHub has it.</param>
    /// <param name="config">What <c>--config</c> names, read at the base as ever.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="UsageException">The base's configuration is not valid.</exception>
    public async Task<OverrideDecision> DecideAsync(PullRequest pull, string? config, CancellationToken cancellationToken)
    {
        if (pull.Labels.Count == 0
            || await SettingsAsync(pull.Base.Sha, config, cancellationToken) is not { } settings
            || !pull.Labels.Contains(settings.Label, StringComparer.OrdinalIgnoreCase))
        {
            return OverrideDecision.None;
        }

        var events = await gitHub.PullRequests.ListEventsAsync(pull.Number, cancellationToken);
        if (!events.IsComplete)
        {
            return OverrideDecision.Refuse(settings.Label, "more has happened to this pull request than can be looked through.");
        }

        var pushed = pull.Head.Repo is { } head ? await gitHub.Repositories.LatestActivityAsync(head.FullName, pull.Head.Ref, cancellationToken) : null;
        var login = OverrideRule.Labelled(events.Items, settings.Label)?.Actor?.Login;
        return OverrideRule.Of(new OverrideRequest
        {
            Settings = settings,
            HeadSha = pull.Head.Sha,
            Author = pull.User?.Login ?? "",
            Events = events.Items,
            Pushed = pushed,
            Teams = login is null ? [] : await TeamsAsync(settings, login, cancellationToken),
            Now = time.GetUtcNow(),
        });
    }

    /// <summary>The open pull requests that are shown as overridden: nothing happens on GitHub when their day has passed, so somebody must look.</summary>
    /// <param name="sha">The default branch's commit, whose configuration says whether there is a break-glass at all.</param>
    /// <param name="config">What <c>--config</c> names.</param>
    /// <param name="check">The check's name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<PullRequest>> OverriddenAsync(string sha, string? config, string check, CancellationToken cancellationToken)
    {
        if (await SettingsAsync(sha, config, cancellationToken) is null)
        {
            return [];
        }

        var overridden = new List<PullRequest>();
        var open = (await gitHub.PullRequests.ListOpenAsync(cancellationToken)).Items;
        foreach (var pull in open.OrderByDescending(pull => pull.Labels.Count > 0).Take(MaxLookedAt))
        {
            if (await ShownAsync(pull.Head.Sha, check, cancellationToken) is not null)
            {
                overridden.Add(pull);
            }
        }

        return overridden;
    }

    /// <summary>The latest check of a commit, where it is shown as overridden.</summary>
    public async Task<CheckRun?> ShownAsync(string sha, string check, CancellationToken cancellationToken) =>
        (await gitHub.CheckRuns.ListAsync(sha, check, cancellationToken)).Items.MaxBy(one => one.Id) is { Conclusion: "neutral" } latest
            && Override.IsTitle(latest.Output?.Title)
                ? latest
                : null;

    /// <summary>Those of a commit, through GitHub: no job's results say who may override them.</summary>
    /// <returns><see langword="null"/> when it has none.</returns>
    public async Task<BreakGlass?> SettingsAsync(string sha, string? config, CancellationToken cancellationToken)
    {
        foreach (var path in config is null ? ConfigurationLocator.DefaultPaths : [ConfigurationLocator.Named(config), .. ConfigurationLocator.DefaultPaths])
        {
            if (await gitHub.Repositories.ReadFileAsync(path, sha, MaxConfigurationSize, cancellationToken) is { } bytes)
            {
                return ConfigurationReader.Read(Encoding.UTF8.GetString(bytes), path).BreakGlass;
            }
        }

        return null;
    }

    /// <summary>A person who is named needs no team; a job's own token sees none.</summary>
    private async Task<IReadOnlyList<string>> TeamsAsync(BreakGlass settings, string login, CancellationToken cancellationToken)
    {
        var organisation = $"@{gitHub.Endpoint.Owner}/";
        var teams = new List<string>();
        foreach (var team in settings.By.Contains($"@{login}", StringComparer.OrdinalIgnoreCase)
            ? []
            : settings.By.Where(entry => entry.StartsWith(organisation, StringComparison.OrdinalIgnoreCase)))
        {
            if (await gitHub.Repositories.IsTeamMemberAsync(gitHub.Endpoint.Owner, team[organisation.Length..], login, cancellationToken))
            {
                teams.Add(team);
            }
        }

        return teams;
    }
}
