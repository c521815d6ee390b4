namespace Gates.Doors.GitHub.WorkflowRuns;

/// <summary>An artifact of a run. Whoever controls the run's workflow controls the artifact.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="Name">As uploaded.</param>
/// <param name="SizeInBytes">Of the zip file.</param>
/// <param name="Expired">Whether its content is gone.</param>
/// <param name="Digest">Of the zip file, for example <c>sha256:…</c>; none for old ones.</param>
internal sealed record Artifact(long Id, string Name, long SizeInBytes, bool Expired, string? Digest = null);
