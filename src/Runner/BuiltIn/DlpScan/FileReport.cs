namespace Gates.Runner.BuiltIn.DlpScan;

/// <summary>What scanning one file gave.</summary>
internal sealed record FileReport(string Path)
{
    /// <value>Why the file was not read as text; <see langword="null"/> when it was.</value>
    public string? Skipped { get; init; }

    public IReadOnlyList<Hit> Hits { get; init; } = [];

    /// <value>Hits beyond <see cref="FileScanner.HitsPerFile"/>, by rule.</value>
    public IReadOnlyDictionary<DlpRule, HiddenHits> More { get; init; } = new Dictionary<DlpRule, HiddenHits>();

    /// <value>Values that are obviously made up, and so are no hits.</value>
    public int Placeholders { get; init; }
}
