namespace Gates.Doors.GitHub.Comments;

/// <summary>What is sent.</summary>
internal sealed record CommentBody(string Body);
