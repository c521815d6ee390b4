namespace Gates.Doors.GitHub.GraphQl;

/// <summary>What is sent.</summary>
internal sealed record GraphQlRequest(string Query, CommitVariables? Variables = null);
