using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources.Manifests;

/// <summary>The forms in which objects and charts' values write an image: one text, or its parts side by side.</summary>
internal static class ImageFields
{
    /// <summary>Keys that end like one of an image, and name a disk, a node's system or a picture.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "vmImage", "osImage", "diskImage", "machineImage", "baseDiskImage", "backgroundImage", "logoImage", "previewImage", "bootImage", "isoImage",
        "sourceImage", "coverImage", "isImage", "hasImage",
    };

    private static readonly string[] Files =
        [".png", ".svg", ".jpg", ".jpeg", ".gif", ".ico", ".webp", ".iso", ".qcow2", ".img", ".vmdk", ".raw", ".tar", ".gz"];

    private static readonly string[] Schemes = ["ko://", "docker://"];

    /// <summary>Whether a key's text is an image.</summary>
    public static bool IsName(string key) =>
        key is "image" or "imageName"
        || key.Length > 5 && key.EndsWith("Image", StringComparison.Ordinal) && !Others.Contains(key)
        || key.EndsWith("_image", StringComparison.Ordinal) && !Others.Contains(key.Replace("_", "", StringComparison.Ordinal));

    /// <summary>Whether a text under such a key cannot be a container's image, but something else of that name.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">The text.</param>
    public static bool IsOther(string key, string text) =>
        text.Contains("://", StringComparison.Ordinal) && !Array.Exists(Schemes, scheme => text.StartsWith(scheme, StringComparison.Ordinal))
        || text.Any(char.IsWhiteSpace)
        || text[0] is '/' or '.'
        || Array.Exists(Files, end => text.EndsWith(end, StringComparison.OrdinalIgnoreCase))
        || key != "image" && text.AsSpan().IndexOfAny("/:") < 0;

    /// <summary>An image whose parts stand side by side, such as <c>{registry, repository, tag, digest}</c>.</summary>
    /// <param name="map">The map.</param>
    /// <param name="key">Its own key.</param>
    /// <param name="otherwise">The tag where none is written; <see langword="null"/> for none.</param>
    public static (DocumentNode At, string Text)? Parts(DocumentNode map, string key, string? otherwise = null)
    {
        var isImage = IsName(key);
        var hasVersion = map.Get("tag") is not null || map.Get("digest") is not null || map.Get("registry") is not null;
        var name = Text(map, "repository") is { } repository && (hasVersion || isImage) ? repository
            : Text(map, "image") is { } image && hasVersion ? image
            : isImage && hasVersion ? Text(map, "name")
            : null;
        if (name is null || name.Text.Contains("://", StringComparison.Ordinal) || name.Text[0] is '/' or '.')
        {
            return null;
        }

        var registry = Text(map, "registry")?.Text.TrimEnd('/');
        var digest = (Text(map, "digest") ?? Text(map, "sha"))?.Text;
        var tag = Text(map, "tag")?.Text ?? otherwise;
        var whole = (registry is null || name.Text.StartsWith(registry + "/", StringComparison.Ordinal) ? "" : registry + "/") + name.Text;
        var isWhole = name.Text.LastIndexOf(':') > name.Text.LastIndexOf('/') || name.Text.Contains('@', StringComparison.Ordinal);
        return (name, isWhole ? whole
            : digest is not null ? $"{whole}@{(digest.Contains(':', StringComparison.Ordinal) ? digest : "sha256:" + digest)}"
            : tag is null ? whole
            : tag.StartsWith("sha256:", StringComparison.Ordinal) ? $"{whole}@{tag}" : $"{whole}:{tag}");
    }

    private static DocumentNode? Text(DocumentNode map, string key) =>
        map.Get(key) is { Kind: NodeKind.Scalar, Value: not null, Text.Length: > 0 } node ? node : null;
}
