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

/// <summary>A label by its name.</summary>
internal sealed record EventLabel(string Name);

/// <summary>An app by its number.</summary>
internal sealed record EventApp(long Id);
