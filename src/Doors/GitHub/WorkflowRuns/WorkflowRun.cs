using Gates.Doors.GitHub.Repositories;

namespace Gates.Doors.GitHub.WorkflowRuns;

/// <summary>A run of a workflow. What it says about its own pull requests is empty for forks.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="Event">What started it, for example <c>pull_request</c>.</param>
/// <param name="Status">For example <c>completed</c>.</param>
/// <param name="Conclusion">None before the end.</param>
/// <param name="HeadSha">The head of the pull request or branch, never the test merge.</param>
/// <param name="HeadBranch">The head's branch.</param>
/// <param name="Path">The workflow's file, perhaps with <c>@</c> and a ref.</param>
/// <param name="WorkflowId">GitHub's.</param>
/// <param name="HtmlUrl">Its page.</param>
/// <param name="Repository">Where it ran.</param>
/// <param name="HeadRepository">Where the head lies; none when that is gone.</param>
/// <param name="RunAttempt">From 1.</param>
internal sealed record WorkflowRun(
    long Id,
    string Event,
    string? Status,
    string? Conclusion,
    string HeadSha,
    string? HeadBranch,
    string Path,
    long WorkflowId,
    string HtmlUrl,
    RepositorySummary Repository,
    RepositorySummary? HeadRepository,
    int RunAttempt = 1);

/// <summary>One page of a list.</summary>
internal sealed record ArtifactPage(IReadOnlyList<Artifact> Artifacts);
