using System.Net;
using Gates.Formats.Foundation;

namespace Gates.Doors.GitHub.Api;

/// <summary>GitHub did not do what was asked; the message says what and why, in one line without anything secret.</summary>
internal class GitHubException(string message, Exception? inner = null) : EvaluationException(message, inner)
{
    /// <value>What GitHub answered; <see langword="null"/> when there was no answer.</value>
    public HttpStatusCode? Status { get; init; }

    /// <value>GitHub's own words, one line of them; <see langword="null"/> when there was no answer.</value>
    public string? Words { get; init; }

    /// <value>What the token needs for the request, as a workflow writes it; <see langword="null"/> where nobody asked.</value>
    public string? NeededPermission { get; init; }

    /// <value>Whether the change may have happened although no good answer came; look before asking again.</value>
    public bool MayHaveHappened { get; init; }

    /// <value>Whether GitHub said that the change happened, though not in a way that can be read: look for it, and never ask again.</value>
    public bool HasHappened { get; init; }
}

/// <summary>The token may not do this; the message names the permission that it lacks.</summary>
internal sealed class MissingPermissionException(string purpose, string permission)
    : GitHubException($"Could not {purpose}: the token lacks the permission `{permission}`. Add it under `permissions:` of the job; a pull request from a fork never gets write permissions, so there it belongs into the publishing workflow.")
{
    /// <value>As a workflow writes it, for example <c>checks: write</c>.</value>
    public string Permission { get; } = permission;
}

/// <summary>GitHub's rate limit holds for longer than the client waits.</summary>
internal sealed class RateLimitException(string message) : GitHubException(message)
{
    /// <value>When GitHub will answer again, as it says; <see langword="null"/> when it does not say.</value>
    public DateTimeOffset? Until { get; init; }
}
