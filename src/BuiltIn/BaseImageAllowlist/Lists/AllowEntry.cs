using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists;

/// <summary>One line of the allow list, in full form.</summary>
internal sealed class AllowEntry
{
    private readonly string domain;
    private readonly string[] segments;
    private readonly bool anyDepth;
    private readonly string? digest;

    private AllowEntry(string written, string domain, string path, string? tag, string? digest)
    {
        Written = written;
        this.domain = domain;
        anyDepth = path == "**" || path.EndsWith("/**", StringComparison.Ordinal);
        segments = path == "**" ? [] : (anyDepth ? path[..^3] : path).Split('/');
        Name = domain + "/" + path;
        Tag = tag == "*" ? null : tag;
        this.digest = digest;
    }

    public string Written { get; }

    /// <value>Registry and repository in full, with its stars.</value>
    public string Name { get; }

    /// <value>The tag, with its stars; <see langword="null"/> when any tag will do.</value>
    public string? Tag { get; }

    /// <value>Whether only one content is allowed.</value>
    public bool HasDigest => digest is not null;

    /// <exception cref="UsageException">The entry could not mean what it says; the message names it and what would be right.</exception>
    public static AllowEntry Parse(string text)
    {
        Check(text);

        // A letter for each star: one set of rules fills in docker.io/library/ and refuses what is no image, and lengths stay the same.
        if (!ImageReference.TryParse(text.Replace('*', 'x'), out var image, out var reason))
        {
            throw Fail(text, reason);
        }

        var body = text.Split('@')[0];
        var tag = image.Tag is null ? null : body[^image.Tag.Length..];
        var name = tag is null ? body : body[..^(tag.Length + 1)];
        var added = name.Length < image.Path.Length || name.Replace('*', 'x')[^image.Path.Length..] != image.Path ? "library/" : "";
        return new AllowEntry(text, image.Domain, added + name[^(image.Path.Length - added.Length)..], tag, image.Digest);
    }

    /// <summary>Whether the entry covers the image. A digest decides alone; an image by digest is not covered by a tag, which it ignores.</summary>
    public bool Allows(ImageReference image) =>
        AllowsName(image)
        && (digest is not null ? digest == image.Digest
            : Tag is null || (image.Digest is null && Wildcard.Matches(Tag, image.Tag ?? "latest")));

    /// <summary>Whether the entry names the image's repository, whatever the tag and digest.</summary>
    public bool AllowsName(ImageReference image)
    {
        var path = image.Path.Split('/');
        if (image.Domain != domain || (anyDepth ? path.Length <= segments.Length : path.Length != segments.Length))
        {
            return false;
        }

        for (var i = 0; i < segments.Length; i++)
        {
            if (!Wildcard.Matches(segments[i], path[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void Check(string text)
    {
        var beforeDigest = text.Split('@')[0];
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var stars = beforeDigest.IndexOf("**", StringComparison.Ordinal);
        var problem =
            text.Trim() is "" ? "it is empty"
            : text.Trim('*').Length == 0 ? "it would allow everything; to allow every image leave `allow` empty, to allow a registry write ghcr.io/**"
            : slash >= 0 && text[..slash].Contains('*', StringComparison.Ordinal)
                ? "a star cannot stand before the first slash; name the registry, for example docker.io/acme/*"
            : text.Length > beforeDigest.Length && text[beforeDigest.Length..].Contains('*', StringComparison.Ordinal)
                ? "a star cannot stand in a digest; leave the digest out to allow any"
            : stars >= 0 && !beforeDigest.EndsWith("/**", StringComparison.Ordinal) || stars >= 0 && stars < beforeDigest.Length - 2
                ? "** can only be the last part, as in ghcr.io/acme/**"
            : text.EndsWith('/') ? $"it ends with a slash; write {text}* for its images, or {text}** for those at any depth"
            : slash < 0 && beforeDigest.Split(':')[0].Contains('.', StringComparison.Ordinal)
                ? $"it names a registry without a repository; write {beforeDigest}/** for all of its images"
            : null;
        if (problem is not null)
        {
            throw Fail(text, problem);
        }
    }

    private static UsageException Fail(string text, string reason) =>
        new($"base-image-allowlist: the `allow` entry \"{text}\" is not valid: {reason}.");
}
