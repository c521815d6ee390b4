namespace Gates.Doors.GitHub.Api;

/// <summary>The token may not do this; the message names the permission that it lacks.</summary>
internal sealed class MissingPermissionException(string purpose, string permission)
    : GitHubException($"Could not {purpose}: the token lacks the permission `{permission}`. Add it under `permissions:` of the job; a pull request from a fork never gets write permissions, so there it belongs into the publishing workflow.")
{
    /// <value>As a workflow writes it, for example <c>checks: write</c>.</value>
    public string Permission { get; } = permission;
}
