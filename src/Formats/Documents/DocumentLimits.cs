namespace Gates.Formats.Documents;

/// <summary>What a document may cost; hostile files are refused, not survived.</summary>
internal sealed record DocumentLimits
{
    /// <value>Bytes of the file. Default: 10 MB.</value>
    public int Bytes { get; init; } = 10_000_000;

    /// <value>Nodes after aliases are expanded, for one file. Default: 500,000.</value>
    public int Nodes { get; init; } = 500_000;

    /// <value>Nesting. Default: 100.</value>
    public int Depth { get; init; } = 100;
}
