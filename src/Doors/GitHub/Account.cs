namespace Gates.Doors.GitHub;

/// <summary>A user, an organisation or a bot.</summary>
/// <param name="Login">For example <c>octocat</c> or <c>github-actions[bot]</c>.</param>
/// <param name="Type"><c>User</c>, <c>Organization</c>, <c>Bot</c> or <c>Mannequin</c>.</param>
internal sealed record Account(string Login, string Type = "User")
{
    /// <summary>Whether this is the account of that login; GitHub compares logins without case.</summary>
    public bool Is(string login) => string.Equals(Login, login, StringComparison.OrdinalIgnoreCase);
}
