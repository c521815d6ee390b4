using System.Net;
using Gates.Formats.Foundation;

namespace Gates.Doors.GitHub.Api;

/// <summary>GitHub did not do what was asked; the message says what and why, in one line without anything secret.</summary>
internal class GitHubException(string message, Exception? inner = null) : EvaluationException(message, inner)
{
    /// <value>What GitHub answered; <see langword="null"/> when there was no answer.</value>
    public HttpStatusCode? Status { get; init; }

    /// <value>Whether the change may have happened although no good answer came; look before asking again.</value>
    public bool MayHaveHappened { get; init; }

    /// <value>Whether GitHub said that the change happened, though not in a way that can be read: look for it, and never ask again.</value>
    public bool HasHappened { get; init; }
}
