using Gates.Formats.Dockerfiles;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists;

/// <summary>An image as a policy of a cluster compares it.</summary>
/// <param name="Image">The image.</param>
/// <param name="Texts">
/// How it may be written. In an object it is written one way, and that is what a cluster compares; elsewhere its full and its short forms are the same image.
/// </param>
internal sealed record ImageTexts(ImageReference Image, IReadOnlyList<string> Texts)
{
    private const string Library = "library/";

    public static ImageTexts From(ImageUse use)
    {
        var image = use.Reference!;
        if (use.Workload is not null)
        {
            return new ImageTexts(image, [use.Written]);
        }

        var path = PathOf(image);
        string[] names = image.Domain == "docker.io" ? [image.Name, "docker.io/" + path, path] : [image.Name];
        var version = (image.Tag is null ? "" : ":" + image.Tag) + (image.Digest is null ? "" : "@" + image.Digest);
        string[] versions = version.Length == 0 ? ["", ":latest"] : [version];
        return new ImageTexts(image, [.. names.SelectMany(name => versions.Select(one => name + one)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A part of the image as Kyverno's <c>images</c> has it.</summary>
    public string Part(string name) => name switch
    {
        "registry" => Image.Domain,
        "path" => PathOf(Image),
        "name" => Image.Path[(Image.Path.LastIndexOf('/') + 1)..],
        "tag" => Image.Tag ?? (Image.Digest is null ? "latest" : ""),
        "digest" => Image.Digest ?? "",
        _ => Texts[0],
    };

    private static string PathOf(ImageReference image) =>
        image.Domain == "docker.io" && image.Path.StartsWith(Library, StringComparison.Ordinal) ? image.Path[Library.Length..] : image.Path;
}
