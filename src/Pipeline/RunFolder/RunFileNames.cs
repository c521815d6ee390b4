namespace Gates.Pipeline.RunFolder;

/// <summary>The files of a run's folder that are made for readers; those that are signed name themselves.</summary>
internal static class RunFileNames
{
    public const string Results = "results.json";

    /// <value>What the change's own configuration says, where the base's judges.</value>
    public const string Proposed = "proposed.json";

    public const string Sarif = "results.sarif";
    public const string JUnit = "results.junit.xml";
    public const string Summary = "summary.md";
    /// <value>The folder of the pages that policies handed over.</value>
    public const string Documents = "documents";

    public const string Html = "report.html";
}
