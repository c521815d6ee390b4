using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>Images of action metadata: <c>runs.image</c>, and the steps of composite actions.</summary>
internal sealed class ActionImages : IYamlImages
{
    public void Read(DocumentNode document, SourceText source, CollectedImages into)
    {
        if (source.Name is not ("action.yml" or "action.yaml") || document.Get("runs") is not { Kind: NodeKind.Map } runs)
        {
            return;
        }

        into.AddFile(source);
        if (runs.Get("image") is { IsString: true } image)
        {
            if (image.Text.StartsWith("docker://", StringComparison.OrdinalIgnoreCase))
            {
                into.AddImage(source, "action image", WorkflowSteps.WithoutScheme(image.Text), "runs.image", image.Line, image.Column);
            }
            else if (RepositoryPath.Join(source.Folder, image.Text) is { } dockerfile)
            {
                into.Builds.Add(new BuildCommand { Source = source, Line = image.Line, Dockerfile = dockerfile });
            }
        }

        WorkflowSteps.Read(runs.Get("steps"), "runs.steps", source, into);
    }
}
