using Gates.BuiltIn;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.Runner.Commands.Pin;

/// <summary>Finds the images that the repository builds on or runs, as base-image-allowlist sees them.</summary>
internal static class ImagePlaces
{
    private const string Kustomize = "kustomize image";

    public static void Collect(ISourceTree tree, PinRequest request, List<PinTarget> targets, List<PinNote> left, CancellationToken cancellationToken)
    {
        var used = GateCatalog.Images(tree, cancellationToken);
        foreach (var use in used.Uses.Where(use => request.Includes(use.Path)))
        {
            if (WhyNot(use) is { } why)
            {
                left.Add(new PinNote(use.Path, use.Line, $"{Say.Quote(use.Written)}: {why}"));
            }
            else if (use.Kind != Kustomize)
            {
                targets.Add(new ImageTarget(use.Path, use.Line, use.Column, use.Written, use.Reference!));
            }
        }

        left.AddRange(used.Unread.Where(file => request.Includes(file.Path)).Select(file => new PinNote(file.Path, file.Line, file.Reason)));
    }

    private static string? WhyNot(UsedImage use) =>
        use.Reference is null ? use.Reason
        : IsVariable(use.Written) ? Origin(use)
        : use.Kind == Kustomize && use.Reference.Digest is null
            ? "kustomize takes a digest in a line of its own; write `digest:` in the place of `newTag:`"
        : null;

    private static string Origin(UsedImage use) => use.Reason.EndsWith(FormattableString.Invariant($"{use.Path}:{use.Line}"), StringComparison.Ordinal)
        ? "it holds a variable, and what fills that in may hold a digest, too"
        : $"it comes from {Say.Path(use.Reason)}; pin it there";

    private static bool IsVariable(string written) => written.Contains('$', StringComparison.Ordinal) || written.Contains("{{", StringComparison.Ordinal);
}
