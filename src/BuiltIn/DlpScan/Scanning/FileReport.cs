using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>What scanning one file gave.</summary>
internal sealed record FileReport(string Path)
{
    /// <value>Why not all of the file was looked at as its kind asks for; <see langword="null"/> when it was.</value>
    public UnseenReason? Unseen { get; init; }

    /// <value>What to do about a file that was not scanned to its end; else <see langword="null"/>.</value>
    public string? Problem { get; init; }

    public IReadOnlyList<Hit> Hits { get; init; } = [];

    /// <value>Hits beyond <see cref="FileScanner.HitsPerFile"/>, by rule.</value>
    public IReadOnlyDictionary<DlpRule, HiddenHits> More { get; init; } = new Dictionary<DlpRule, HiddenHits>();

    /// <value>Values that are obviously made up, and so are no hits.</value>
    public IReadOnlyList<Placeholder> Placeholders { get; init; } = [];

    /// <value>How many there are, also beyond those that are named.</value>
    public int PlaceholderCount { get; init; }
}
