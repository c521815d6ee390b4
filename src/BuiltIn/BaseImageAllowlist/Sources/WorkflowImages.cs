using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Images and builds of GitHub workflows: job containers, services, <c>docker://</c> actions, build actions and build commands.</summary>
internal sealed class WorkflowImages : IYamlImages
{
    private const string Folder = ".github/workflows/";

    public static bool IsWorkflow(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && !path[Folder.Length..].Contains('/', StringComparison.Ordinal) && YamlSource.IsYaml(path);

    public void Read(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (!IsWorkflow(source.Path))
        {
            return;
        }

        into.AddFile(source);
        foreach (var job in document.Get("jobs")?.Entries ?? [])
        {
            var matrix = new WorkflowMatrix(job.Node.Get("strategy")?.Get("matrix"));
            AddImage(ImageOf(job.Node.Get("container")), "workflow container", $"jobs.{job.Key}.container", matrix, source, into);
            foreach (var service in job.Node.Get("services")?.Entries ?? [])
            {
                AddImage(ImageOf(service.Node), "workflow service", $"jobs.{job.Key}.services.{service.Key}", matrix, source, into);
            }

            var variables = WorkflowSteps.WithEnvironment(WorkflowSteps.WithEnvironment(null, document.Get("env")), job.Node.Get("env"));
            WorkflowSteps.WithDefaults(WorkflowSteps.WithDefaults(variables, document), job.Node);
            WorkflowSteps.Read(job.Node.Get("steps"), $"jobs.{job.Key}.steps", source, into, variables);
        }
    }

    private static DocumentNode? ImageOf(DocumentNode? node) => node is { Kind: NodeKind.Map } ? node.Get("image") : node;

    private static void AddImage(DocumentNode? image, string kind, string where, WorkflowMatrix matrix, SourceText source, CollectedImages into)
    {
        // An empty image means no container at all.
        if (image is not { Kind: NodeKind.Scalar, Text: { Length: > 0 } text } || image.Value is null)
        {
            return;
        }

        var values = matrix.Expand(text);
        if (values is null)
        {
            into.AddUnknown(source, kind, text, where, image.Line, "the expression is only known to the run; write the image, or a matrix of images");
            return;
        }

        foreach (var value in values.Where(value => value.Length > 0))
        {
            into.AddImage(source, kind, WorkflowSteps.WithoutScheme(value), where, image.Line, image.Column);
        }
    }
}
