using Gates.Formats.Documents;

namespace Gates.Formats.Workflows;

/// <summary>Reads <c>.github/workflows/*.yml</c>. Keys it does not need are left alone; those it needs must have the shape GitHub wants.</summary>
internal sealed class WorkflowReader
{
    private readonly WorkflowValues values;
    private readonly StepReader steps;

    private WorkflowReader(string text, string path)
    {
        values = new WorkflowValues(path);
        steps = new StepReader(text, path);
    }

    /// <exception cref="DocumentException">Not YAML, or a key that is needed has a shape that GitHub would refuse.</exception>
    public static Workflow Read(string text, string path)
    {
        var documents = YamlReader.Read(text, path);
        return documents switch
        {
            [] => new Workflow(path, []),
            [{ Kind: NodeKind.Map } root] => new Workflow(path, new WorkflowReader(text, path).ReadJobs(root)),
            [var root] => throw new DocumentException(path, root.Line, root.Column, "a workflow must be a map with `on` and `jobs`"),
            [_, var second, ..] =>
                throw new DocumentException(path, second.Line, second.Column, "a workflow is one document; remove the `---` before this one"),
        };
    }

    private List<WorkflowJob> ReadJobs(DocumentNode root)
    {
        var defaults = values.Map(root, "defaults") is { } map ? values.Map(map, "run") : null;
        var jobs = new List<WorkflowJob>();
        foreach (var entry in values.Map(root, "jobs")?.Entries ?? [])
        {
            if (entry.Node.Kind != NodeKind.Map)
            {
                throw values.Wrong(entry.Node, "jobs." + entry.Key, "a map");
            }

            jobs.Add(ReadJob(entry, defaults));
        }

        return jobs;
    }

    private WorkflowJob ReadJob(DocumentEntry entry, DocumentNode? workflowDefaults)
    {
        var job = entry.Node;
        var jobDefaults = values.Map(job, "defaults") is { } map ? values.Map(map, "run") : null;
        return new WorkflowJob
        {
            Id = entry.Key,
            Line = entry.Line,
            RunsOn = ReadRunsOn(job),
            Uses = values.Text(job, "uses"),
            Container = ReadImage(job.Get("container")),
            Services = ReadServices(job),
            With = values.Texts(job, "with"),
            Env = values.Texts(job, "env"),
            Matrix = MatrixReader.Read(job),
            Steps = steps.Read(job, [.. new[] { jobDefaults, workflowDefaults }.OfType<DocumentNode>()]),
        };
    }

    private static IReadOnlyList<PlacedText> ReadRunsOn(DocumentNode job)
    {
        var node = job.Get("runs-on");
        return (node is { Kind: NodeKind.Map } ? node.Get("labels") : node) switch
        {
            { Kind: NodeKind.Scalar, Value: not null } one => [WorkflowValues.Place(one)],
            { Kind: NodeKind.Sequence } many => [.. many.Items.Where(item => item.Kind == NodeKind.Scalar).Select(WorkflowValues.Place)],
            _ => [],
        };
    }

    private Dictionary<string, PlacedText> ReadServices(DocumentNode job)
    {
        var services = new Dictionary<string, PlacedText>(StringComparer.OrdinalIgnoreCase);
        if (job.Get("services") is { Kind: NodeKind.Scalar } scalar && WorkflowValues.Place(scalar).IsExpression)
        {
            return services;
        }

        foreach (var entry in values.Map(job, "services")?.Entries ?? [])
        {
            if (ReadImage(entry.Node) is { } image)
            {
                services[entry.Key] = image;
            }
        }

        return services;
    }

    private static PlacedText? ReadImage(DocumentNode? node) => node switch
    {
        { Kind: NodeKind.Scalar, Value: not null } when node.Text.Length > 0 => WorkflowValues.Place(node),
        { Kind: NodeKind.Map } => ReadImage(node.Get("image")),
        _ => null,
    };
}

/// <summary>A GitHub workflow file.</summary>
internal sealed record Workflow(string Path, IReadOnlyList<WorkflowJob> Jobs);
