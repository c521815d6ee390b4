namespace Gates.Formats.Foundation;

/// <summary>
/// What the variables of a job say, read the same everywhere. Source: GitHub Docs, "Variables reference", default environment variables.
/// </summary>
internal static class JobVariables
{
    /// <summary>Whether this is a job of GitHub Actions, or of a runner that says it is like one.</summary>
    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    public static bool IsJob(Func<string, string?> variables) => string.Equals(variables("GITHUB_ACTIONS"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The server without a slash at the end, such as <c>https://github.com</c>.</summary>
    public static string? Server(Func<string, string?> variables) => variables("GITHUB_SERVER_URL") is { Length: > 0 } url ? url.TrimEnd('/') : null;

    /// <summary>The repository's page, such as <c>https://github.com/acme/shop</c>.</summary>
    public static string? Address(Func<string, string?> variables) =>
        Server(variables) is { } server && Repository(variables) is { } name ? $"{server}/{name}" : null;

    /// <summary>Owner and name of the repository, such as <c>acme/shop</c>.</summary>
    public static string? Repository(Func<string, string?> variables) => variables("GITHUB_REPOSITORY") is { Length: > 0 } name ? name : null;
}
