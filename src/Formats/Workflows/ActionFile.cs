namespace Gates.Formats.Workflows;

/// <summary>A GitHub action's <c>action.yml</c>.</summary>
/// <param name="Path">The file.</param>
/// <param name="Using">How it runs: <c>composite</c>, <c>docker</c>, <c>node20</c> and so on.</param>
/// <param name="Image">The image of a <c>docker</c> action: a Dockerfile's path or <c>docker://image</c>.</param>
/// <param name="Steps">The steps of a <c>composite</c> action.</param>
internal sealed record ActionFile(string Path, string Using, PlacedText? Image, IReadOnlyList<WorkflowStep> Steps);
