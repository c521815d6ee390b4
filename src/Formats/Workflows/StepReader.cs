using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.Formats.Workflows;

/// <summary>Reads steps, whose scripts keep their lines.</summary>
internal sealed partial class StepReader(string text, string path)
{
    private readonly WorkflowValues values = new(path);
    private readonly string[] lines = text.Split('\n');

    /// <param name="parent">The job, or an action's <c>runs</c>.</param>
    /// <param name="defaults">The <c>defaults.run</c> maps that apply, the nearest first.</param>
    public IReadOnlyList<WorkflowStep> Read(DocumentNode parent, IReadOnlyList<DocumentNode> defaults) =>
        [.. values.Items(parent, "steps").Select(step => ReadStep(step, defaults))];

    private WorkflowStep ReadStep(DocumentNode step, IReadOnlyList<DocumentNode> defaults)
    {
        if (step.Kind != NodeKind.Map)
        {
            throw values.Wrong(step, "steps", "a list of maps, each with `uses` or `run`");
        }

        return new WorkflowStep
        {
            Line = step.Line,
            Name = values.Text(step, "name")?.Text,
            Uses = values.Text(step, "uses"),
            Run = ReadScript(step, defaults),
            With = values.Texts(step, "with"),
            Env = values.Texts(step, "env"),
        };
    }

    private WorkflowScript? ReadScript(DocumentNode step, IReadOnlyList<DocumentNode> defaults)
    {
        if (values.Text(step, "run") is not { } run)
        {
            return null;
        }

        var header = BlockHeader().Match(Rest(run.Line, run.Column));
        return new WorkflowScript(
            run.Text,
            header.Success ? run.Line + 1 : run.Line,
            header.Success && header.Groups["style"].ValueSpan is "|",
            InForce("shell"),
            InForce("working-directory"));

        string? InForce(string key) =>
            values.Text(step, key)?.Text ?? defaults.Select(map => values.Text(map, key)?.Text).FirstOrDefault(found => found is not null);
    }

    private string Rest(int line, int column) =>
        line <= lines.Length && column <= lines[line - 1].Length ? lines[line - 1][(column - 1)..] : "";

    [GeneratedRegex(@"^([&!]\S+[ \t]+)*(?<style>[|>])[-+0-9]*[ \t]*(#.*)?\r?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockHeader();
}
