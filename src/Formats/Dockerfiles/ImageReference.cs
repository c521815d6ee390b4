using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Gates.Formats.Dockerfiles;

/// <summary>An image's name in full, by the rules that all container tools share (the <c>distribution/reference</c> grammar).</summary>
/// <param name="Domain">The registry, with its port if any, for example <c>docker.io</c>.</param>
/// <param name="Path">The repository within it, for example <c>library/alpine</c>.</param>
/// <param name="Tag">The tag as written; <see langword="null"/> without one.</param>
/// <param name="Digest">The digest, for example <c>sha256:…</c>; <see langword="null"/> without one. It wins over the tag.</param>
internal sealed partial record ImageReference(string Domain, string Path, string? Tag, string? Digest)
{
    private const int MaxTextLength = 1_024;
    private const int MaxPathLength = 255;

    /// <value>Registry and repository, for example <c>docker.io/library/alpine</c>.</value>
    public string Name => Domain + "/" + Path;

    /// <summary>The full form; an image with neither tag nor digest is <c>:latest</c>.</summary>
    public override string ToString() => Name + (Tag is not null ? ":" + Tag : Digest is null ? ":latest" : "") + (Digest is not null ? "@" + Digest : "");

    /// <summary>The short form that people write: without <c>docker.io/library/</c>, and without <c>:latest</c>.</summary>
    public string Familiar
    {
        get
        {
            const string Official = "library/";
            var isOfficial = Path.StartsWith(Official, StringComparison.Ordinal) && Path.IndexOf('/', Official.Length) < 0;
            var name = Domain != "docker.io" ? Name : isOfficial ? Path[Official.Length..] : Path;
            return name + (Tag is null || (Tag == "latest" && Digest is null) ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);
        }
    }

    /// <exception cref="FormatException">Not an image reference; the message says why.</exception>
    public static ImageReference Parse(string text) => TryParse(text, out var reference, out var reason) ? reference : throw new FormatException(reason);

    public static bool TryParse(string text, [NotNullWhen(true)] out ImageReference? reference, [NotNullWhen(false)] out string? reason)
    {
        reference = null;
        reason = null;
        if (text.Length is 0 or > MaxTextLength)
        {
            reason = text.Length == 0 ? "the image name is empty" : "the image name is too long";
            return false;
        }

        var (domain, rest) = SplitDomain(text);
        var (name, digest) = SplitDigest(rest);
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var tag = colon < 0 ? null : name[(colon + 1)..];
        var path = colon < 0 ? name : name[..colon];
        reason = Refuse(text, domain, path, tag, digest);
        if (reason is null)
        {
            reference = new ImageReference(domain, path, tag, digest);
        }

        return reason is null;
    }

    /// <summary>The first component is a registry only if it could be a host; a single component is an official image of Docker Hub.</summary>
    private static (string Domain, string Remainder) SplitDomain(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : text[..slash];
        var isHost = first.AsSpan().IndexOfAny('.', ':') >= 0 || first == "localhost" || first.Any(char.IsUpper);
        var domain = isHost ? first : "docker.io";
        var rest = isHost ? text[(slash + 1)..] : text;
        if (domain == "index.docker.io")
        {
            domain = "docker.io";
        }

        return (domain, domain == "docker.io" && !rest.Contains('/', StringComparison.Ordinal) ? "library/" + rest : rest);
    }

    private static (string Name, string? Digest) SplitDigest(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? (text, null) : (text[..at], text[(at + 1)..]);
    }

    private static string? Refuse(string text, string domain, string path, string? tag, string? digest)
    {
        if (IsHexIdentifier().IsMatch(text))
        {
            return "64 hexadecimal digits name an image id, not a repository";
        }

        if (digest is not null && !IsDigest().IsMatch(digest))
        {
            return "the digest is not sha256: and 64, sha384: and 96, or sha512: and 128 lower-case hexadecimal digits";
        }

        if (path.Any(char.IsUpper))
        {
            return "a repository name is lower case";
        }

        // A host with an underscore is none by its form, but passes as the first part of a path, and is asked all the same.
        return !IsDomain().IsMatch(domain) && !(IsPath().IsMatch(domain) && !domain.Contains('/', StringComparison.Ordinal)) ? $"\"{domain}\" is not a registry"
            : path.Length > MaxPathLength || !IsPath().IsMatch(path) ? $"\"{path}\" is not a repository name"
            : tag is not null && !IsTag().IsMatch(tag) ? $"\"{tag}\" is not a tag"
            : null;
    }

    [GeneratedRegex(@"^[a-f0-9]{64}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsHexIdentifier();

    [GeneratedRegex(@"^(sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsDigest();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsTag();

    [GeneratedRegex(@"^[a-z0-9]+((?>__|[._]|-+)[a-z0-9]+)*(/[a-z0-9]+((?>__|[._]|-+)[a-z0-9]+)*)*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsPath();

    [GeneratedRegex(
        @"^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\[[a-fA-F0-9:]+\])(:[0-9]+)?\z",
        RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex IsDomain();
}
