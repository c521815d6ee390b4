using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.Formats.Workflows;

namespace Gates.BuiltIn.HermeticBuild.GitHubFiles;

/// <summary>Collects the facts of a workflow.</summary>
internal sealed class WorkflowInspector(ActionPins pins, StepInspector steps) : IFileInspector
{
    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var workflow = WorkflowReader.Read(text, path);
        foreach (var job in workflow.Jobs)
        {
            if (job.Uses is { } called)
            {
                pins.Inspect(called, path, facts);
            }

            if (job.Container is { IsExpression: false } container)
            {
                facts.Images.Add(new ImageFact(container.Text, "container", Pins.HasDigest(container.Text), path, container.Line));
            }

            steps.Inspect(job.Steps, job, path, facts);
        }

        facts.Runners.AddRange(
            from job in workflow.Jobs
            from label in job.RunsOn.SelectMany(label => Labels(label, job))
            where label.Text.EndsWith("-latest", StringComparison.OrdinalIgnoreCase)
            group (job.Id, label.Line) by label.Text into jobs
            select new RunnerFact(jobs.Key, [.. jobs.Select(job => job.Id).Distinct(StringComparer.Ordinal)], path, jobs.First().Line));
    }

    private static IEnumerable<PlacedText> Labels(PlacedText label, WorkflowJob job) =>
        label.IsExpression
            ? job.Matrix.Where(pair => label.Text.Contains("matrix." + pair.Key, StringComparison.OrdinalIgnoreCase)).SelectMany(pair => pair.Value)
            : [label];
}
