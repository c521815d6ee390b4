using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Images;

/// <summary>Which images are asked about: those that are named, and those that Dockerfiles pull.</summary>
internal sealed class ImageSelection
{
    /// <value>No image begins so, and every path may.</value>
    private const string Here = "./";

    private readonly IReadOnlyList<(string Written, ImageReference Reference)> named;
    private readonly IReadOnlyList<string> globs;

    private ImageSelection(IReadOnlyList<(string, ImageReference)> named, IReadOnlyList<string> globs)
    {
        this.named = named;
        this.globs = globs;
    }

    /// <exception cref="UsageException">One is neither an image nor a glob.</exception>
    public static ImageSelection Parse(IReadOnlyList<string> asked)
    {
        var images = new List<(string, ImageReference)>();
        var files = new List<string>();
        foreach (var one in asked)
        {
            if (WhyNot(one) is { } reason)
            {
                throw new UsageException($"facts.{ImageFacts.Kind}: {Say.Quote(one)} {reason}");
            }

            if (one.StartsWith(Here, StringComparison.Ordinal))
            {
                files.Add(one[Here.Length..]);
            }
            else
            {
                images.Add((one, ImageReference.Parse(one)));
            }
        }

        return new ImageSelection(images, files);
    }

    /// <summary>What is wrong with an entry; <see langword="null"/> when nothing is.</summary>
    public static string? WhyNot(string entry)
    {
        if (!entry.StartsWith(Here, StringComparison.Ordinal))
        {
            return ImageReference.TryParse(entry, out _, out var reason)
                ? null
                : $"is no image: {reason}; write for example ghcr.io/acme/shop:1.4, or {Here}**/Dockerfile for what Dockerfiles pull";
        }

        try
        {
            _ = new PathFilter([entry[Here.Length..]], []);
            return null;
        }
        catch (UsageException e)
        {
            return $"is no glob of Dockerfiles: {e.Message}";
        }
    }

    /// <exception cref="EvaluationException">A Dockerfile cannot be read.</exception>
    public IReadOnlyList<SelectedImage> Of(GateContext context)
    {
        var found = new List<(string Written, ImageReference Reference, ImagePlace? Place)>(
            named.Select(one => (one.Written, one.Reference, (ImagePlace?)null)));
        if (globs.Count > 0)
        {
            var filter = new PathFilter(globs, []);
            var files = context.Tree.AllFiles.Where(file => filter.Includes(file.Path)).ToList();
            if (files.Count == 0)
            {
                context.Coverage.LeftOut(UnseenReasons.SelectsNothing, $"`facts.{ImageFacts.Kind}` {string.Join(", ", globs.Select(glob => Here + glob))}");
            }

            files.ForEach(file => found.AddRange(In(file.Path, context)));
        }

        return
        [
            .. found.GroupBy(one => one.Reference.ToString(), StringComparer.Ordinal).Select(group => new SelectedImage(
                group.First().Reference,
                group.First().Written,
                [.. group.Select(one => one.Place).OfType<ImagePlace>().Distinct()])),
        ];
    }

    private static List<(string, ImageReference, ImagePlace?)> In(string path, GateContext context)
    {
        try
        {
            using var stream = context.Tree.Open(path);
            var images = DockerfileImages.Of(DockerfileParser.Parse(DocumentText.Read(stream, path, new DocumentLimits()), path), new BuildSettings());
            context.Coverage.Saw(path);
            foreach (var image in images.Where(image => image.Reference is null))
            {
                // Nobody can ask a registry about it, and it is pulled all the same.
                context.Coverage.LeftOut(UnseenReasons.Unreadable, FormattableString.Invariant($"{path}:{image.Line}"));
            }

            return
            [
                .. images.Where(image => image.Reference is not null)
                    .Select(image => (image.Written, image.Reference!, (ImagePlace?)new ImagePlace(path, image.Line))),
            ];
        }
        catch (DocumentException e)
        {
            throw new EvaluationException($"`{ImageFacts.Kind}` facts: {e.Message}", e);
        }
    }
}

/// <summary>An image that is asked about.</summary>
/// <param name="Reference">Its name in full.</param>
/// <param name="Written">As it was first written.</param>
/// <param name="Places">Where Dockerfiles pull it.</param>
internal sealed record SelectedImage(ImageReference Reference, string Written, IReadOnlyList<ImagePlace> Places);

/// <summary>A line that pulls an image.</summary>
internal sealed record ImagePlace(string Path, int Line);
