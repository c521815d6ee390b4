namespace Gates.Runner.BuiltIn.DlpScan;

/// <summary>Turns the matches of one file into hits: one for each value, the rule that knows most about it wins.</summary>
internal sealed class ReportBuilder(string path, IReadOnlyList<LineRange>? lines, ReadOnlyMemory<byte> salt)
{
    private readonly List<Hit> hits = [];
    private readonly Dictionary<DlpRule, int> counts = [];

    /// <param name="text">The bytes at hand.</param>
    /// <param name="place">Where they begin.</param>
    /// <param name="found">Their matches; sorted by this call.</param>
    public void Add(ReadOnlySpan<byte> text, TextPlace place, List<RawMatch> found)
    {
        found.Sort(static (a, b) => a.Start != b.Start ? a.Start - b.Start : Rank(a) != Rank(b) ? Rank(a) - Rank(b) : string.CompareOrdinal(a.Rule.Id, b.Rule.Id));
        var kept = new List<RawMatch>();
        foreach (var match in found)
        {
            if (kept.Count == 0 || match.Start >= kept[^1].End)
            {
                kept.Add(match);
            }
            else if (Rank(match) < Rank(kept[^1]))
            {
                kept[^1] = match;
            }
        }

        var at = place.Begin();
        foreach (var match in kept)
        {
            at = TextPlace.Walk(text, at, match.Start);
            if (lines is null || lines.Any(range => range.Contains(at.Line)))
            {
                Keep(text, match, at.Line, at.Units + 1);
            }
        }
    }

    public FileReport Build(int placeholders) => new(path)
    {
        Hits = hits,
        More = counts.Where(count => count.Value > FileScanner.HitsPerFile).ToDictionary(count => count.Key, count => count.Value - FileScanner.HitsPerFile),
        Placeholders = placeholders,
    };

    private void Keep(ReadOnlySpan<byte> text, in RawMatch match, int line, int column)
    {
        var count = counts[match.Rule] = counts.GetValueOrDefault(match.Rule) + 1;
        if (count > FileScanner.HitsPerFile)
        {
            return;
        }

        var shown = text.Slice(match.Start, match.Length);
        var end = shown.IndexOfAny((byte)'\r', (byte)'\n');
        var width = TextPlace.Units(end < 0 ? shown : shown[..end]);
        hits.Add(new Hit(match.Rule, line, column, column + width, Masking.Of(match), ValueIdentity.Of(salt.Span, match.Rule, match.Value), match.Verified));
    }

    private static int Rank(in RawMatch match) => match.Rule.Category switch
    {
        RuleCategories.PrivateKey => 0,
        RuleCategories.ProviderSecret => 1,
        RuleCategories.GenericSecret => 2,
        _ => 3,
    };
}
