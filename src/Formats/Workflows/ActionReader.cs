using Gates.Formats.Documents;

namespace Gates.Formats.Workflows;

/// <summary>Reads <c>action.yml</c>.</summary>
internal static class ActionReader
{
    /// <returns>The action, or <see langword="null"/> when the file has no <c>runs.using</c> and so describes something else.</returns>
    /// <exception cref="DocumentException">Not YAML, or a key that is needed has a shape that GitHub would refuse.</exception>
    public static ActionFile? Read(string text, string path)
    {
        var values = new WorkflowValues(path);
        if (YamlReader.Read(text, path) is not [{ Kind: NodeKind.Map } root] || root.Get("runs") is not { Kind: NodeKind.Map } runs)
        {
            return null;
        }

        return values.Text(runs, "using") is { } method
            ? new ActionFile(path, method.Text, values.Text(runs, "image"), new StepReader(text, path).Read(runs, []))
            : null;
    }
}

/// <summary>A GitHub action's <c>action.yml</c>.</summary>
/// <param name="Path">The file.</param>
/// <param name="Using">How it runs: <c>composite</c>, <c>docker</c>, <c>node20</c> and so on.</param>
/// <param name="Image">The image of a <c>docker</c> action: a Dockerfile's path or <c>docker://image</c>.</param>
/// <param name="Steps">The steps of a <c>composite</c> action.</param>
internal sealed record ActionFile(string Path, string Using, PlacedText? Image, IReadOnlyList<WorkflowStep> Steps);
