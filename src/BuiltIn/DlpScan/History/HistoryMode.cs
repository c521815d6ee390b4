namespace Gates.BuiltIn.DlpScan.History;

/// <summary>How much of the history is looked at.</summary>
internal static class HistoryMode
{
    public const string Off = "off";
    public const string PullRequest = "pull-request";
    public const string Full = "full";
}
