using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.Attestation.Log;

namespace Gates.Attestation.Controls.Assertions;

/// <summary>A source that provenance names.</summary>
/// <param name="Place">Where in the provenance.</param>
/// <param name="Repository">Host and path, in lower case.</param>
/// <param name="Commit">The full id; <see langword="null"/> when only the address is named.</param>
/// <param name="Ref">Such as <c>refs/tags/v1.0.0</c>.</param>
internal sealed partial record ProvenanceSource(string Place, string Repository, string? Commit, string? Ref)
{
    private const string TagPrefix = "refs/tags/";

    /// <value>Whether the build was started with it, rather than resolved to it among others.</value>
    public bool IsPrimary { get; init; } = true;

    public string? Tag => Ref?.StartsWith(TagPrefix, StringComparison.Ordinal) == true ? Ref[TagPrefix.Length..] : null;

    /// <returns><see langword="null"/> without an address.</returns>
    public static ProvenanceSource? From(string place, string? uri, JsonElement digest, string? reference)
    {
        if (uri is not { Length: > 0 } || Address().Match(uri) is not { Success: true } match)
        {
            return null;
        }

        var named = match.Groups["ref"].Value;
        var commit = Digest(digest, "gitCommit") ?? Digest(digest, "sha1") ?? (IsCommit(named) ? named : null);
        return new ProvenanceSource(place, RepositoryOf(match.Groups["url"].Value), commit?.ToLowerInvariant(), reference ?? (named.Length > 0 ? named : null));
    }

    /// <summary>A repository's address so that two of them can be compared, however they are written.</summary>
    public static string RepositoryOf(string address) => LogOrigin.Of(Host().IsMatch(address) ? "https://" + address : address);

    private static bool IsCommit(string text) => text.Length is 40 or 64 && text.All(char.IsAsciiHexDigit);

    private static string? Digest(JsonElement digest, string algorithm) =>
        digest.ValueKind == JsonValueKind.Object && digest.TryGetProperty(algorithm, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>An address as SPDX writes it: perhaps <c>git+</c>, the address, perhaps <c>@</c> and a reference, perhaps a path below it.</summary>
    [GeneratedRegex(
        @"^(?:git\+)?(?<url>(?:[a-z][a-z0-9+.-]*://(?:[^/@]*@)?|[^/@:]+@)?[^@#?]+)(?:@(?<ref>[^#?]+))?(?:[#?].*)?\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+/", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Host();
}
