namespace Gates.Runner.Commands.Publish.Approvals;

/// <summary>Whether a pull request's own edits to its judge are binding, and why or on whom that waits, in words.</summary>
internal sealed record Approval(bool IsBinding, string Words);
