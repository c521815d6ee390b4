namespace Gates.Doors.GitHub.Issues;

/// <summary>An issue.</summary>
/// <param name="Number">As people call it.</param>
/// <param name="Title">Its title.</param>
/// <param name="User">Its author; none when the account is gone.</param>
/// <param name="Body">Markdown.</param>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="IsPullRequest">Whether it is a pull request, which GitHub lists among issues.</param>
/// <param name="HtmlUrl">Its page.</param>
internal sealed record Issue(int Number, string Title, Account? User, string? Body, bool IsOpen, bool IsPullRequest, string HtmlUrl);
