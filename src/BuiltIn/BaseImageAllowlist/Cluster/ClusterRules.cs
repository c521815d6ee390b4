using Gates.BuiltIn.BaseImageAllowlist.Lists;
using Gates.Doors.Kubernetes;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Cluster;

/// <summary>
/// Judges what runs by the policies of <c>allow-from</c>, while the object is there: a pod as the pod that it is, and as what each of its owners made;
/// a template without pods as a manifest is.
/// </summary>
internal sealed class ClusterRules(PolicyList policies)
{
    private static readonly ObjectQuery Pods = new("v1", "Pod");

    private static readonly (string List, string Kind)[] Lists =
        [("initContainers", "init"), ("containers", "container"), ("ephemeralContainers", "ephemeral")];

    private readonly Dictionary<RunningWorkload, DocumentNode> owners = [];

    /// <summary>Keeps what rules may ask of the owner of pods.</summary>
    public void AddOwner(RunningWorkload workload, ObjectQuery query, ClusterObject one)
    {
        if (!policies.IsEmpty)
        {
            owners.TryAdd(workload, ObjectNodes.Header(query, one));
        }
    }

    /// <param name="pod">The pod.</param>
    /// <param name="images">Its containers.</param>
    /// <param name="chain">Its owners, as far as they are known.</param>
    /// <returns>The containers, each with what the policies say of it.</returns>
    public IReadOnlyList<ContainerImage> OfPod(ClusterObject pod, IReadOnlyList<ContainerImage> images, IEnumerable<RunningWorkload> chain)
    {
        if (policies.IsEmpty || images.Count == 0)
        {
            return images;
        }

        var node = ObjectNodes.Whole(Pods, pod);
        var makers = chain.Select(owners.GetValueOrDefault).OfType<DocumentNode>().ToList();
        return With(images, ContainersOf(node, node, node.Get("spec")).Select(container => (container, makers)));
    }

    /// <summary>The containers of an object's templates, each with what the policies say of it.</summary>
    public IReadOnlyList<ContainerImage> OfTemplate(ObjectQuery query, ClusterObject one, IReadOnlyList<ContainerImage> images)
    {
        if (policies.IsEmpty || images.Count == 0)
        {
            return images;
        }

        var node = ObjectNodes.Whole(query, one);
        return node.Get("spec") is { } spec ? With(images, Walk(spec, node, node).Select(container => (container, new List<DocumentNode>()))) : images;
    }

    private IReadOnlyList<ContainerImage> With(IReadOnlyList<ContainerImage> images, IEnumerable<(Workload Container, List<DocumentNode> Makers)> containers)
    {
        var answers = new Dictionary<(string Name, string Kind, string Image), ListAnswer>();
        foreach (var (container, makers) in containers)
        {
            var text = container.Container.GetText("image") ?? "";
            if (!ImageReference.TryParse(text, out var image, out _))
            {
                continue;
            }

            var answer = policies.Judge(
                [container, .. makers.Select(maker => container with { Root = maker, IsMaker = true })], new ImageTexts(image, [text]));
            var key = (container.Container.GetText("name") ?? "", Array.Find(Lists, list => list.List == container.List).Kind, text);
            if (!answers.TryGetValue(key, out var other) || other.IsAllowed)
            {
                answers[key] = answer;
            }
        }

        return [.. images.Select(image => image with { Answer = answers.GetValueOrDefault((image.Container, image.Kind, image.Written)) })];
    }

    /// <summary>Every container of every template, at any depth.</summary>
    private static IEnumerable<Workload> Walk(DocumentNode node, DocumentNode parent, DocumentNode root) =>
    [
        .. ContainersOf(root, parent, node),
        .. node.Items.SelectMany(item => Walk(item, root, root)),
        .. node.Entries.SelectMany(entry => Walk(entry.Node, entry.Key == "spec" ? node : root, root)),
    ];

    private static IEnumerable<Workload> ContainersOf(DocumentNode root, DocumentNode pod, DocumentNode? spec) =>
        from list in Lists
        from container in spec?.Get(list.List)?.Items ?? []
        select new Workload(root, pod, list.List, container);
}
