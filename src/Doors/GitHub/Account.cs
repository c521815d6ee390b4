namespace Gates.Doors.GitHub;

/// <summary>A user, an organisation or a bot.</summary>
/// <param name="Login">For example <c>octocat</c> or <c>github-actions[bot]</c>.</param>
internal sealed record Account(string Login)
{
    /// <value>As whom a job's own token writes.</value>
    public const string Job = "github-actions[bot]";

    /// <summary>Whether this is the account of that login; GitHub compares logins without case.</summary>
    public bool Is(string login) => string.Equals(Login, login, StringComparison.OrdinalIgnoreCase);
}

/// <summary>An account with its kind.</summary>
/// <param name="Login">For example <c>octocat</c>.</param>
/// <param name="Type"><c>User</c>, <c>Bot</c>, <c>Organization</c>, and what GitHub may think of.</param>
internal sealed record EventActor(string Login, string Type);
