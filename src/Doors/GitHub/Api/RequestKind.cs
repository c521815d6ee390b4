namespace Gates.Doors.GitHub.Api;

/// <summary>What a request was about; the budget counts by it.</summary>
internal enum RequestKind
{
    Repository,
    PullRequest,
    CheckRun,
    Comment,
    CodeScanning,
    Release,
    GitData,
    WorkflowRun,
    GraphQl,
}
