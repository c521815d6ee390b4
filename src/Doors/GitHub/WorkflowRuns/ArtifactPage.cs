namespace Gates.Doors.GitHub.WorkflowRuns;

/// <summary>One page of a list.</summary>
internal sealed record ArtifactPage(IReadOnlyList<Artifact> Artifacts);
