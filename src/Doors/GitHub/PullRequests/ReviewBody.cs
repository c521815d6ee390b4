namespace Gates.Doors.GitHub.PullRequests;

/// <summary>A review as it is sent. Octokit's has comments at positions of a diff only, which GitHub retires.</summary>
/// <param name="CommitId">The head that the lines are of.</param>
/// <param name="Event"><c>COMMENT</c>: neither approves nor refuses.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Comments">On lines that the diff shows: one that it does not show makes GitHub refuse all of them.</param>
internal sealed record ReviewBody(string CommitId, string Event, string Body, IReadOnlyList<ReviewComment> Comments);

/// <summary>A comment on one line.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Side"><c>RIGHT</c>: as the file is after the change.</param>
/// <param name="Body">Markdown.</param>
internal sealed record ReviewComment(string Path, int Line, string Side, string Body);

/// <summary>GitHub's receipt.</summary>
internal sealed record CreatedReview(long Id);
