namespace Gates.Runner.GitHub.Comments;

/// <summary>What is sent.</summary>
internal sealed record CommentBody(string Body);
