namespace Gates.Policies;

/// <summary>How much a finding matters; maps one to one to GitHub annotations and to SARIF levels.</summary>
public enum Severity
{
    Note,
    Warning,
    Error,
}
