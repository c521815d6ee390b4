using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists.Kyverno;

/// <summary>The images of a <c>pattern</c>, an <c>anyPattern</c>, or a <c>foreach</c> with one. What else a pattern asks for is not about images.</summary>
/// <param name="patterns">One of them must hold.</param>
/// <param name="lists">The lists of containers whose items the patterns are for; <see langword="null"/> when they are for whole objects.</param>
internal sealed class PatternDemand(IReadOnlyList<DocumentNode> patterns, IReadOnlyList<string>? lists) : IDemand
{
    private static readonly string[] Containers = ["containers", "initContainers", "ephemeralContainers"];

    /// <summary>The patterns of images in a pattern, each with its place.</summary>
    public static IEnumerable<DocumentNode> Images(DocumentNode pattern, bool isElement) => isElement
        ? pattern.Entries.Where(entry => Anchor.Parse(entry.Key) is { Key: "image", IsCondition: false }).Select(entry => entry.Node)
        : PodOf(pattern)?.Get("spec", anchored: true) is { } spec
            ? spec.Entries.Where(entry => Containers.Contains(Anchor.Parse(entry.Key).Key, StringComparer.Ordinal))
                .SelectMany(entry => entry.Node.Items.SelectMany(item => Images(item, isElement: true)).Concat(Forbidden(entry)))
            : [];

    public RuleAnswer Judge(Workload? workload, string list, ImageTexts image)
    {
        var answers = patterns.Select(pattern => lists is null
            ? JudgePod(workload, list, image, pattern)
            : lists.Contains(list, StringComparer.Ordinal) ? Element(workload?.Container, pattern, image) : RuleAnswer.Silent).ToList();
        return answers.Contains(RuleAnswer.Allowed) ? RuleAnswer.Allowed
            : answers.Contains(RuleAnswer.Refused) ? RuleAnswer.Refused
            : answers.Contains(RuleAnswer.Exempt) ? RuleAnswer.Exempt
            : RuleAnswer.Silent;
    }

    private static IEnumerable<DocumentNode> Forbidden(DocumentEntry entry) => Anchor.Parse(entry.Key).Sign == "X(" ? [entry.Node] : [];

    /// <summary>A pod's own pattern; that of what makes pods holds it deeper.</summary>
    public static DocumentNode? PodOf(DocumentNode pattern)
    {
        for (var depth = 0; depth < 4; depth++)
        {
            var spec = pattern.Get("spec", anchored: true);
            if (spec is null || spec.Entries.Any(entry => Containers.Contains(Anchor.Parse(entry.Key).Key, StringComparer.Ordinal)))
            {
                return spec is null ? null : pattern;
            }

            if ((spec.Get("template", anchored: true) ?? spec.Get("jobTemplate", anchored: true)) is not { } deeper)
            {
                return null;
            }

            pattern = deeper;
        }

        return null;
    }

    /// <summary>Of several patterns one must hold for the whole pod: one that refuses another container holds for none.</summary>
    private RuleAnswer JudgePod(Workload? workload, string list, ImageTexts image, DocumentNode pattern)
    {
        var answer = Judge(workload, list, image, pattern);
        return answer == RuleAnswer.Allowed && patterns.Count > 1 && workload?.Pod.Get("spec") is { } spec
            && Containers.Any(other => (spec.Get(other)?.Items ?? []).Any(container => container.GetText("image") is { } text
                && Judge(workload with { List = other, Container = container }, other, image with { Texts = [text] }, pattern) == RuleAnswer.Refused))
            ? RuleAnswer.Refused : answer;
    }

    private static RuleAnswer Judge(Workload? workload, string list, ImageTexts image, DocumentNode pattern)
    {
        if (PodOf(pattern) is not { } pod || pod.Get("spec", anchored: true) is not { } spec)
        {
            return RuleAnswer.Silent;
        }

        if (workload is not null && (IsSkipped(workload.Pod, pod, "spec") || IsSkipped(workload.Pod.Get("spec"), spec, "")))
        {
            return RuleAnswer.Exempt;
        }

        foreach (var entry in spec.Entries)
        {
            var anchor = Anchor.Parse(entry.Key);
            if (anchor.Key != list)
            {
                continue;
            }

            if (anchor.Sign == "X(")
            {
                return RuleAnswer.Refused;
            }

            return anchor.Sign == "^(" ? Exists(workload, list, entry.Node, image)
                : entry.Node.Items.Count > 0 ? Element(workload?.Container, entry.Node.Items[0], image)
                : RuleAnswer.Silent;
        }

        return RuleAnswer.Silent;
    }

    /// <summary>Whether a condition beside the containers is not met.</summary>
    private static bool IsSkipped(DocumentNode? node, DocumentNode pattern, string but)
    {
        foreach (var entry in pattern.Entries)
        {
            var anchor = Anchor.Parse(entry.Key);
            if (anchor.Key == but || Containers.Contains(anchor.Key, StringComparer.Ordinal))
            {
                continue;
            }

            var one = DocumentNode.Map([entry], entry.Line, entry.Column);
            if ((anchor.IsCondition || entry.Node.Kind == NodeKind.Map) && node is not null && ObjectPattern.Match(node, one) == PatternAnswer.Skips)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>One of the list's containers must be as the pattern has it; the others may be anything.</summary>
    private static RuleAnswer Exists(Workload? workload, string list, DocumentNode pattern, ImageTexts image)
    {
        var wanted = pattern.Items.Where(item => Images(item, isElement: true).Any()).ToList();
        if (wanted.Count == 0)
        {
            return RuleAnswer.Silent;
        }

        var items = workload?.Pod.Get("spec")?.Get(list)?.Items;
        var holds = items is null
            ? wanted.TrueForAll(item => Element(null, item, image) == RuleAnswer.Allowed)
            : wanted.TrueForAll(item => items.Any(container => container.GetText("image") is { } text
                && Element(container, item, image with { Texts = [text] }) == RuleAnswer.Allowed));
        return holds ? RuleAnswer.Allowed : RuleAnswer.Refused;
    }

    /// <summary>One container. Without one, conditions on anything but the image count as met.</summary>
    private static RuleAnswer Element(DocumentNode? container, DocumentNode pattern, ImageTexts image)
    {
        var answer = RuleAnswer.Silent;
        foreach (var (entry, anchor) in Anchor.EntriesOf(pattern))
        {
            if (anchor.IsCondition)
            {
                var isMet = anchor.Key == "image" ? TextPattern.Matches(entry.Node.Text, image.Texts)
                    : container is null || ObjectPattern.Match(container, DocumentNode.Map([entry], entry.Line, entry.Column)) == PatternAnswer.Holds;
                if (!isMet)
                {
                    return RuleAnswer.Exempt;
                }
            }
            else if (anchor.Key == "image")
            {
                answer = anchor.Sign != "X(" && TextPattern.Matches(entry.Node.Text, image.Texts) ? RuleAnswer.Allowed : RuleAnswer.Refused;
            }
        }

        return answer;
    }
}
