namespace Gates.Runner.Commands.Publish.Approvals;

/// <summary>One review of a pull request.</summary>
/// <param name="Author">The login.</param>
/// <param name="State">What it says.</param>
/// <param name="CommitSha">The head it was given for.</param>
/// <param name="SubmittedAt">When; later reviews of the same author replace earlier ones.</param>
/// <param name="CanWrite">Whether its author may write to the repository.</param>
internal sealed record GivenReview(string Author, ReviewState State, string CommitSha, DateTimeOffset SubmittedAt, bool CanWrite);
