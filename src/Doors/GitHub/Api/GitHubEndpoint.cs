using System.Text.RegularExpressions;
using Gates.Formats.Foundation;

namespace Gates.Doors.GitHub.Api;

/// <summary>Where GitHub's API is, which repository is meant, and as whom.</summary>
/// <param name="Api">The REST API's base, ending in a slash.</param>
/// <param name="GraphQl">The GraphQL endpoint.</param>
/// <param name="Owner">The repository's owner.</param>
/// <param name="Name">The repository's name.</param>
/// <param name="Token">The job's token.</param>
internal sealed partial record GitHubEndpoint(Uri Api, Uri GraphQl, string Owner, string Name, ApiToken Token)
{
    /// <value>As GitHub writes it: <c>owner/name</c>.</value>
    public string Repository => $"{Owner}/{Name}";

    /// <summary>What a job of GitHub Actions says about its server.</summary>
    /// <param name="variables">Reads an environment variable; empty counts as unset.</param>
    /// <exception cref="UsageException">Something is missing or malformed.</exception>
    public static GitHubEndpoint Read(Func<string, string?> variables)
    {
        string? Get(string name) => variables(name) is { Length: > 0 } value ? value : null;
        var token = Get("INPUT_TOKEN") ?? Get("GITHUB_TOKEN")
            ?? throw new UsageException("GITHUB_TOKEN is not set. Add `env: { GITHUB_TOKEN: ${{ github.token }} }` to the step.");
        if (token.Any(character => character is <= ' ' or > '~'))
        {
            throw new UsageException("GITHUB_TOKEN holds a character that no token has, perhaps a line end.");
        }

        var api = Address(Get("GITHUB_API_URL") ?? "https://api.github.com", "GITHUB_API_URL");
        var graphQl = Address(Get("GITHUB_GRAPHQL_URL") ?? "https://api.github.com/graphql", "GITHUB_GRAPHQL_URL");
        if (!HostFamily.IsSameOrigin(api, graphQl))
        {
            throw new UsageException($"GITHUB_GRAPHQL_URL is on another host than GITHUB_API_URL: {graphQl.Authority} and {api.Authority}.");
        }

        var repository = JobVariables.Repository(variables) ?? throw new UsageException("GITHUB_REPOSITORY is not set; it names the repository as owner/name.");
        return For(api, graphQl, repository, new ApiToken(token));
    }

    /// <param name="api">The REST API's base.</param>
    /// <param name="graphQl">The GraphQL endpoint.</param>
    /// <param name="repository">For example <c>acme/web</c>.</param>
    /// <param name="token">The job's token.</param>
    /// <exception cref="UsageException">The repository is not owner/name.</exception>
    public static GitHubEndpoint For(Uri api, Uri graphQl, string repository, ApiToken token) =>
        RepositoryName().Match(repository) is { Success: true } match && match.Groups[2].Value is not ("." or "..")
            ? new GitHubEndpoint(WithSlash(api), graphQl, match.Groups[1].Value, match.Groups[2].Value, token)
            : throw new UsageException($"GITHUB_REPOSITORY: \"{Gates.Formats.Foundation.Text.Escape.OneLine(repository)}\" is not a repository. It is written owner/name.");

    private static Uri WithSlash(Uri uri) => uri.AbsoluteUri.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");

    private static Uri Address(string text, string variable) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback))
            && uri is { UserInfo: "", Query: "", Fragment: "" }
            ? uri
            : throw new UsageException($"{variable}: \"{Gates.Formats.Foundation.Text.Escape.OneLine(text)}\" is not an https address. For example: https://api.github.com");

    [GeneratedRegex(@"\A([A-Za-z0-9][A-Za-z0-9_-]{0,99})/([A-Za-z0-9_.-]{1,100})\z", RegexOptions.NonBacktracking)]
    private static partial Regex RepositoryName();
}

/// <summary>Which hosts may see the token.</summary>
internal static class HostFamily
{
    /// <summary>Whether scheme, host and port are the same.</summary>
    public static bool IsSameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && string.Equals(one.IdnHost, other.IdnHost, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether release assets may be uploaded there: the API's own host, or <c>uploads.X</c> beside <c>api.X</c>.</summary>
    public static bool AcceptsUploads(Uri api, Uri upload) =>
        IsSameOrigin(api, upload)
        || (api.Scheme == upload.Scheme && api.Port == upload.Port && api.IdnHost.StartsWith("api.", StringComparison.OrdinalIgnoreCase)
            && string.Equals(upload.IdnHost, $"uploads.{api.IdnHost["api.".Length..]}", StringComparison.OrdinalIgnoreCase));
}
