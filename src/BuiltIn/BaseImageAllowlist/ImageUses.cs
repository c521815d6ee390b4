using Gates.BuiltIn.BaseImageAllowlist.Sources;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>Every image of a tree, whatever the configuration says: for commands that change them.</summary>
internal static class ImageUses
{
    /// <exception cref="Formats.Foundation.EvaluationException">There are too many.</exception>
    public static UsedImages Of(ISourceTree tree, CancellationToken cancellationToken)
    {
        var dockerfiles = new DockerfileReader(new Dictionary<string, BuildArgument>(StringComparer.Ordinal), [Platform.Default]);
        var collected = new ImageCollector(
            new GateContext(tree, ChangeSet.None, ReadOnlyMemory<byte>.Empty), new PathFilter(["**"], []), dockerfiles).Collect(cancellationToken);
        return new UsedImages(
            [.. collected.Images.Select(use => new UsedImage(use.Path, use.Line, use.Column, use.Kind, use.Written, use.Reference, use.Reason ?? use.How))],
            [.. collected.Unread.Select(file => (file.Path, file.Line, file.Reason))]);
    }
}
