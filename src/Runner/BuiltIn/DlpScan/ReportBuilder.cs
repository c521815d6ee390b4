using System.Security.Cryptography;

namespace Gates.Runner.BuiltIn.DlpScan;

/// <summary>Turns the matches of one file into hits: one for each value, the rule that knows most about it wins.</summary>
internal sealed class ReportBuilder(string path, IReadOnlyList<LineRange>? lines, ReadOnlyMemory<byte> salt)
{
    private readonly List<Hit> hits = [];
    private readonly Dictionary<DlpRule, int> counts = [];
    private readonly Dictionary<DlpRule, IncrementalHash> hidden = [];

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
        More = hidden.ToDictionary(rule => rule.Key, rule => new HiddenHits(counts[rule.Key] - FileScanner.HitsPerFile, Finish(rule.Value))),
        Placeholders = placeholders,
    };

    private static byte[] Finish(IncrementalHash hash)
    {
        using (hash)
        {
            return hash.GetHashAndReset();
        }
    }

    private void Keep(ReadOnlySpan<byte> text, in RawMatch match, int line, int column)
    {
        var count = counts[match.Rule] = counts.GetValueOrDefault(match.Rule) + 1;
        if (count > FileScanner.HitsPerFile)
        {
            if (!hidden.TryGetValue(match.Rule, out var hash))
            {
                hash = hidden[match.Rule] = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, salt.Span);
            }

            ValueIdentity.Append(hash, match.Rule, match.Value);
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
