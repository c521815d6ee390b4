namespace Support.GitHubEmulator;

/// <summary>A token that the emulator knows.</summary>
/// <param name="Value">What is sent.</param>
/// <param name="Login">As whom it writes.</param>
/// <param name="Permissions">As a workflow writes them: <c>checks: write</c>.</param>
internal sealed record EmulatedToken(string Value, string Login, params IReadOnlyList<string> Permissions)
{
    /// <summary>What a job may have that publishes.</summary>
    public static readonly IReadOnlyList<string> Publishing = [
        "actions: read",
        "checks: write",
        "contents: write",
        "pull-requests: write",
        "security-events: write"
    ];

    public bool May(string permission) =>
        Permissions.Contains(permission, StringComparer.Ordinal)
        || (permission.EndsWith(": read", StringComparison.Ordinal)
            && Permissions.Contains(permission.Replace(": read", ": write", StringComparison.Ordinal), StringComparer.Ordinal));
}
