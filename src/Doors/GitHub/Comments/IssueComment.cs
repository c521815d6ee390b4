namespace Gates.Doors.GitHub.Comments;

/// <summary>A comment in the conversation of an issue or pull request.</summary>
/// <param name="Id">GitHub's.</param>
/// <param name="User">Its author; none when the account is gone.</param>
/// <param name="Body">Markdown.</param>
internal sealed record IssueComment(long Id, Account? User, string? Body);
