using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Workflows;

namespace Gates.BuiltIn.HermeticBuild.GitHubFiles;

/// <summary>Collects the facts of an action of this repository.</summary>
internal sealed class ActionInspector(ActionPins pins, StepInspector steps) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        if (ActionReader.Read(text, path) is not { } action)
        {
            return;
        }

        if (action.Image is { } image && image.Text.StartsWith("docker://", StringComparison.OrdinalIgnoreCase))
        {
            pins.Inspect(image, path, facts);
        }

        steps.Inspect(action.Steps, null, path, facts);
    }
}
