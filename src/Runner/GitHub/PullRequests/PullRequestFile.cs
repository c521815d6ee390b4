namespace Gates.Runner.GitHub.PullRequests;

/// <summary>A file that a pull request changes.</summary>
/// <param name="Filename">Its path at the head.</param>
/// <param name="Status"><c>added</c>, <c>removed</c>, <c>modified</c>, <c>renamed</c>, <c>copied</c>, <c>changed</c> or <c>unchanged</c>.</param>
/// <param name="PreviousFilename">Its path at the base, when renamed.</param>
/// <param name="Patch">The difference; none for binary and for large files.</param>
internal sealed record PullRequestFile(string Filename, string Status, string? PreviousFilename = null, string? Patch = null);
