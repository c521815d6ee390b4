using Gates.Doors.GitHub.PullRequests;
using Gates.Formats.Foundation.Text;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish.Overriding;

/// <summary>
/// Whose label overrides a check: that of a person whom the base's configuration names, who is neither the author nor the one who pushed, put on after
/// this very head was pushed, and not long ago. The label's presence alone says nothing. Pure; nothing is asked.
/// </summary>
internal static class OverrideRule
{
    /// <value>After these the pull request is another one, even where its head is the same.</value>
    private static readonly string[] Resetting = ["base_ref_changed", "head_ref_force_pushed", "automatic_base_change_succeeded"];

    /// <summary>How the label got there; <see langword="null"/> when it is not there.</summary>
    public static PullRequestEvent? Labelled(IReadOnlyList<PullRequestEvent> events, string label) => events
        .Where(one => one.Event is "labeled" or "unlabeled" && Same(one.Label?.Name, label))
        .OrderBy(one => one.CreatedAt)
        .LastOrDefault() is { Event: "labeled" } last
        ? last
        : null;

    public static OverrideDecision Of(OverrideRequest request)
    {
        if (Labelled(request.Events, request.Settings.Label) is not { } labelled)
        {
            return OverrideDecision.None;
        }

        var until = labelled.CreatedAt.AddDays(request.Settings.Days);
        var via = Via(request, labelled);
        if ((WhoProblem(request, labelled, via) ?? WhenProblem(request, labelled, until)) is { } problem)
        {
            return OverrideDecision.Refuse(request.Settings.Label, problem);
        }

        var team = via!.Contains('/', StringComparison.Ordinal) ? via : null;
        return new OverrideDecision(new Override(labelled.Actor!.Login, team, request.Settings.Label, labelled.CreatedAt, until), null);
    }

    /// <summary>The entry of <c>by</c> that lets them.</summary>
    private static string? Via(OverrideRequest request, PullRequestEvent labelled) =>
        request.Settings.By.FirstOrDefault(entry => Same(entry, $"@{labelled.Actor?.Login}"))
        ?? request.Settings.By.FirstOrDefault(entry => request.Teams.Contains(entry, StringComparer.OrdinalIgnoreCase));

    private static string? WhoProblem(OverrideRequest request, PullRequestEvent labelled, string? via)
    {
        if (labelled.Actor is not { } actor)
        {
            return "the account that put it on is gone.";
        }

        var by = Prose.Join(request.Settings.By);
        if (actor.Type != "User" || labelled.App is not null)
        {
            return $"a program put it on (@{actor.Login}), and it takes a person of {by}.";
        }

        if (Same(actor.Login, request.Author))
        {
            return $"@{actor.Login}, its author, put it on, and it takes somebody else of {by}.";
        }

        if (Same(actor.Login, request.Pushed?.Actor?.Login))
        {
            return $"@{actor.Login} put it on and has pushed {Prose.Commit(request.HeadSha)}, and it takes somebody else of {by}.";
        }

        var teams = request.Settings.By.Where(entry => entry.Contains('/', StringComparison.Ordinal)).ToList();
        return via is not null ? null
            : teams.Count == 0 ? $"@{actor.Login} put it on, who is not among {by} (`break-glass` of the base's configuration)."
            : $"@{actor.Login} put it on, and whether they belong to {Prose.Join(teams)} cannot be told: GITHUB_TOKEN cannot read a team's members. "
                + "Name people in `break-glass: by`, or publish with an app's token that has `members: read`.";
    }

    /// <summary>GitHub's times are whole seconds, and two things of one second have no order: such a label counts for the head before.</summary>
    private static string? WhenProblem(OverrideRequest request, PullRequestEvent labelled, DateTimeOffset until)
    {
        var head = Prose.Commit(request.HeadSha);
        if (request.Pushed is not { Timestamp: { } pushed } latest || latest.After != request.HeadSha)
        {
            return $"GitHub does not say when {head} was pushed, so nobody knows which head it was put on for. "
                + "Publish again in a minute; the activity of a private fork cannot be read at all.";
        }

        if (labelled.CreatedAt <= pushed)
        {
            return $"it was put on before {head} was pushed. Take it off and put it on again.";
        }

        if (request.Events.Any(one => Resetting.Contains(one.Event) && one.CreatedAt >= labelled.CreatedAt))
        {
            return "it was put on before the pull request got another base or history. Take it off and put it on again.";
        }

        return request.Now >= until ? $"it ended on {Override.Time(until)}, {Prose.Count(request.Settings.Days, "day")} after it was put on." : null;
    }

    private static bool Same(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
