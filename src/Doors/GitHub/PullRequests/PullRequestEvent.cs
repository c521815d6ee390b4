using System.Text.Json.Serialization;

namespace Gates.Doors.GitHub.PullRequests;

/// <summary>One thing that happened to a pull request.</summary>
/// <param name="Event">For example <c>labeled</c>.</param>
/// <param name="CreatedAt">When, to the second, by GitHub's clock.</param>
/// <param name="Actor">Who did it; none when the account is gone.</param>
/// <param name="Label">The label that was put on or taken off.</param>
/// <param name="App">The app that did it in the actor's name, or for itself.</param>
internal sealed record PullRequestEvent(
    string Event,
    DateTimeOffset CreatedAt,
    EventActor? Actor = null,
    EventLabel? Label = null,
    [property: JsonPropertyName("performed_via_github_app")] EventApp? App = null);

/// <summary>An account with its kind.</summary>
/// <param name="Login">For example <c>octocat</c>.</param>
/// <param name="Type"><c>User</c>, <c>Bot</c>, <c>Organization</c>, and what GitHub may think of.</param>
internal sealed record EventActor(string Login, string Type);

/// <summary>A label by its name.</summary>
internal sealed record EventLabel(string Name);

/// <summary>An app by its number.</summary>
internal sealed record EventApp(long Id);

/// <summary>The latest thing that happened to a branch.</summary>
/// <param name="After">The commit that the branch has been at since.</param>
/// <param name="Timestamp">When, by GitHub's clock: a commit's own dates are whatever its author wrote.</param>
/// <param name="Actor">Who did it; none when the account is gone.</param>
internal sealed record BranchActivity(string After, DateTimeOffset Timestamp, EventActor? Actor = null);
