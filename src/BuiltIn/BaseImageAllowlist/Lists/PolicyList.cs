using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.BaseImageAllowlist.Lists;

/// <summary>Policies of Kyverno and Gatekeeper as a list of the images that may be used.</summary>
internal sealed class PolicyList
{
    private readonly List<PolicyRule> rules = [];
    private readonly List<PolicyPart> parts = [];

    /// <value>What could not be taken over as it stands.</value>
    public IReadOnlyList<PolicyPart> Parts => parts;

    public bool IsEmpty => rules.Count == 0 && parts.Count == 0;

    /// <summary>Reads the files of <c>allow-from</c>.</summary>
    /// <exception cref="UsageException">One is not there, is not YAML, or holds nothing about images.</exception>
    public static PolicyList Read(ISourceTree tree, IReadOnlyList<string> paths)
    {
        var documents = new List<(string Path, DocumentNode Root)>();
        foreach (var path in paths)
        {
            documents.AddRange(Documents(tree, path).Select(root => (path, root)));
        }

        var list = new PolicyList();
        var exceptions = documents.Where(document => document.Root.GetText("kind") == "PolicyException").Select(document => document.Root).ToList();
        foreach (var (path, root) in documents)
        {
            var group = Sources.Manifests.ManifestKinds.GroupOf(root.GetText("apiVersion") ?? "");
            if (group == "constraints.gatekeeper.sh")
            {
                new Gatekeeper.ConstraintReader(path, list.rules, list.parts).Read(root);
            }
            else if (group == "kyverno.io" || group.EndsWith(".kyverno.io", StringComparison.Ordinal) || group == "admissionregistration.k8s.io")
            {
                new Kyverno.PolicyReader(path, exceptions, list.rules, list.parts).Read(root);
            }
        }

        return paths.Count > 0 && list.IsEmpty
            ? throw new UsageException($"base-image-allowlist: `allow-from`: no rule about images in "
                + $"{string.Join(", ", paths.Select(path => Say.Path(path)))}; "
                + "name files with a ClusterPolicy, Policy or ValidatingPolicy of Kyverno, or with a constraint of Gatekeeper")
            : list;
    }

    /// <summary>Whether the policies let the image run, and which rule says so.</summary>
    public ListAnswer Judge(ImageUse use) => Judge(use.Workload is { } workload ? [workload] : [], ImageTexts.From(use));

    /// <param name="objects">The container as each object sees it that a cluster would hold against the rules; none for what is in no cluster.</param>
    /// <param name="image">The image.</param>
    public ListAnswer Judge(IReadOnlyList<Workload> objects, ImageTexts image)
    {
        var answers = objects.Where(one => one is { IsContainer: true } or { List: "volumes" })
            .SelectMany(one => rules.Select(rule => (Rule: rule, Answer: rule.Judge(one, image)))).ToList();
        if (answers.TrueForAll(answer => answer.Answer == RuleAnswer.Silent))
        {
            answers = [.. rules.Select(rule => (Rule: rule, Answer: rule.JudgeAlone(image)))];
        }

        foreach (var answer in (ReadOnlySpan<RuleAnswer>)[RuleAnswer.Refused, RuleAnswer.Allowed, RuleAnswer.Exempt])
        {
            var rule = answers.Find(found => found.Answer == answer).Rule;
            if (rule is not null)
            {
                return new ListAnswer(answer != RuleAnswer.Refused, answer switch
                {
                    RuleAnswer.Refused => $"{rule.Title} asks for {rule.Asks}",
                    RuleAnswer.Exempt => $"{rule.Title}, which leaves it out",
                    _ => rule.Title,
                });
            }
        }

        return new ListAnswer(false, "none of the rules in `allow-from` is about it");
    }

    private static IReadOnlyList<DocumentNode> Documents(ISourceTree tree, string path)
    {
        if (!tree.Exists(path))
        {
            throw new UsageException($"base-image-allowlist: `allow-from`: {Say.Path(path)} {tree.WhyAbsent(path)}");
        }

        try
        {
            using var stream = tree.Open(path);
            return [.. YamlReader.Read(DocumentText.ReadUnicode(stream, path, new DocumentLimits()), path).SelectMany(Flat)];
        }
        catch (DocumentException e)
        {
            throw new UsageException($"base-image-allowlist: `allow-from`: {e.Message}");
        }
    }

    private static IEnumerable<DocumentNode> Flat(DocumentNode root) =>
        root.GetText("kind")?.EndsWith("List", StringComparison.Ordinal) == true && root.Get("items") is { } items ? items.Items : [root];
}

/// <summary>What the policies say of an image.</summary>
/// <param name="IsAllowed">Whether it may run.</param>
/// <param name="Words">The rule that says so.</param>
internal sealed record ListAnswer(bool IsAllowed, string Words);

/// <summary>A part of a policy that is not taken over as it stands.</summary>
/// <param name="Path">The policy's file.</param>
/// <param name="Line">The part.</param>
/// <param name="Reason">What it is, and what comes of it.</param>
/// <param name="IsMissing">Whether images could be refused by it that pass here; else it only makes this gate stricter.</param>
internal sealed record PolicyPart(string Path, int Line, string Reason, bool IsMissing);
