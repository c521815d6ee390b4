namespace Gates.Formats.Workflows;

/// <summary>A GitHub workflow file.</summary>
internal sealed record Workflow(string Path, IReadOnlyList<WorkflowJob> Jobs);
