using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>
/// A pattern whose images are only conditions, <c>&lt;(image)</c>: it allows no image, but refuses pods with such an image that lack the rest.
/// </summary>
internal sealed class GlobalAnchorDemand(DocumentNode pattern) : IDemand
{
    /// <summary>Whether each image of a pattern is a condition of the whole rule.</summary>
    public static bool IsOne(DocumentNode pattern) => Anchors(pattern, 0).ToList() is { Count: > 0 } all && all.TrueForAll(anchor => anchor.Sign == "<(");

    public RuleAnswer Judge(Workload? workload, string list, ImageTexts image) =>
        workload is not null && ObjectPattern.Match(workload.Pod, PodPattern(workload)) == PatternAnswer.Fails ? RuleAnswer.Refused : RuleAnswer.Silent;

    /// <summary>A pattern for pods, also where the object makes them.</summary>
    private DocumentNode PodPattern(Workload workload) => PatternDemand.PodOf(pattern) is { } pod && !ReferenceEquals(workload.Root, workload.Pod)
        ? DocumentNode.Map([.. pod.Entries.Where(entry => Anchor.Parse(entry.Key).Key == "spec")], pod.Line, pod.Column)
        : pattern;

    private static IEnumerable<Anchor> Anchors(DocumentNode node, int depth) => depth > 10 ? []
        : node.Entries.SelectMany(entry => Anchor.Parse(entry.Key) is { Key: "image" } anchor ? [anchor] : Anchors(entry.Node, depth + 1))
            .Concat(node.Items.SelectMany(item => Anchors(item, depth + 1)));
}
