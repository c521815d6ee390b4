using System.Security.Cryptography;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning.Layers;
using Gates.BuiltIn.DlpScan.Scanning.Tables;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Turns the matches of one file into hits: one for each value, the rule that knows most about it wins.</summary>
internal sealed class ReportBuilder(string path, IReadOnlyList<LineRange>? lines, ReadOnlyMemory<byte> salt)
{
    private const int PlaceholdersPerFile = 50;
    private readonly List<Hit> hits = [];
    private readonly List<Placeholder> placeholders = [];
    private readonly Dictionary<DlpRule, int> counts = [];
    private readonly HashSet<(string Rule, string Identity)> known = [];
    private readonly HashSet<UInt128> around = [];
    private IReadOnlyList<ColumnHit> columns = [];
    private int placeholderCount;
    private readonly Dictionary<DlpRule, IncrementalHash> hidden = [];

    /// <value>What the bytes at hand were taken out of; <see langword="null"/> when they are the file's own.</value>
    public Wrapping? Wrapping { get; set; }

    /// <param name="text">The bytes at hand.</param>
    /// <param name="place">Where they begin.</param>
    /// <param name="found">Their matches; sorted by this call.</param>
    /// <param name="madeUp">The matches that are placeholders; sorted by this call.</param>
    public void Add(ReadOnlySpan<byte> text, TextPlace place, List<RawMatch> found, List<RawMatch> madeUp)
    {
        var kept = Best(found);
        var at = place.Begin();
        foreach (var match in kept)
        {
            at = TextPlace.Walk(text, at, match.Start);
            if (IsAsked(LinesOf(text, match, at.Line)))
            {
                Keep(text.Slice(match.Start, match.Length), match, (at.Line, at.Units + 1), null);
            }
            else
            {
                around.Add(KeyOf(match));
            }
        }

        at = place.Begin();
        foreach (var match in Best(madeUp).Where(match => !kept.Exists(hit => hit.Overlaps(match))))
        {
            at = TextPlace.Walk(text, at, match.Start);
            if (IsAsked(LinesOf(text, match, at.Line)))
            {
                AddPlaceholder(new Placeholder(match.Rule, at.Line, at.Units + 1));
            }
        }
    }

    /// <summary>Adds matches in what the text wraps; both lists are in order.</summary>
    public void AddLayered(ReadOnlySpan<byte> text, TextPlace place, IReadOnlyList<LayeredMatch> found, IReadOnlyList<LayeredMatch> madeUp)
    {
        var at = place.Begin();
        foreach (var layered in found)
        {
            at = TextPlace.Walk(text, at, layered.Start);
            if (IsAsked(at.Line))
            {
                Keep(text[layered.Start..layered.End], layered.Match, (at.Line, at.Units + 1), layered.Inside);
            }
        }

        at = place.Begin();
        foreach (var layered in madeUp)
        {
            at = TextPlace.Walk(text, at, layered.Start);
            if (IsAsked(at.Line))
            {
                AddPlaceholder(new Placeholder(layered.Match.Rule, at.Line, at.Units + 1));
            }
        }
    }

    /// <summary>Adds matches of binary data, which has no lines: a value once, wherever else it stands.</summary>
    /// <param name="found">The matches; sorted by this call.</param>
    /// <param name="madeUp">Those that are placeholders; sorted by this call.</param>
    /// <param name="offsetOf">The place in the file of a place in the bytes that were searched.</param>
    public void AddBinary(List<RawMatch> found, List<RawMatch> madeUp, Func<int, long> offsetOf)
    {
        foreach (var match in Best(found))
        {
            var hit = HitOf(match, (1, 1, 1)) with { Offset = offsetOf(match.Start) };
            if (!known.Add((hit.Rule.Id, hit.Identity)))
            {
                continue;
            }

            if (IsWithinCap(match))
            {
                hits.Add(hit);
            }
            else
            {
                Hide(match);
            }
        }

        foreach (var match in Best(madeUp))
        {
            AddPlaceholder(new Placeholder(match.Rule, 1, 1) { Offset = offsetOf(match.Start) });
        }
    }

    /// <summary>What a column says as a whole is not said of its values again.</summary>
    public void Fold(IReadOnlyList<ColumnHit> judged)
    {
        columns = judged;
        foreach (var column in judged)
        {
            var places = column.Places.ToLookup(static place => place.Line);
            hits.RemoveAll(hit => hit.Rule.IsPersonal
                && places[hit.Line].Any(place => hit.Column >= place.Column && hit.EndColumn <= place.EndColumn));
            if (hidden.ContainsKey(column.Rule) && counts[column.Rule] - column.Estimate <= FileScanner.HitsPerFile)
            {
                hidden.Remove(column.Rule, out var hash);
                hash?.Dispose();
            }
        }
    }

    public FileReport Build() => new(path)
    {
        Hits = hits,
        Around = around,
        Columns = columns,
        More = hidden.ToDictionary(rule => rule.Key, rule => new HiddenHits(counts[rule.Key] - FileScanner.HitsPerFile, Finish(rule.Value))),
        Placeholders = placeholders,
        PlaceholderCount = placeholderCount,
    };

    /// <summary>
    /// One match for each value, in order. A key that covers much does not keep what begins inside it from being compared with what comes later.
    /// </summary>
    public static List<RawMatch> Best(List<RawMatch> found)
    {
        found.Sort(static (a, b) => a.Start != b.Start
            ? a.Start - b.Start
            : Rank(a) != Rank(b) ? Rank(a) - Rank(b) : string.CompareOrdinal(a.Rule.Id, b.Rule.Id));
        var kept = new List<RawMatch>();
        var widest = -1;
        foreach (var match in found)
        {
            if (widest >= 0 && match.Overlaps(kept[widest]))
            {
                kept[widest] = Rank(match) < Rank(kept[widest]) ? match : kept[widest];
                continue;
            }

            kept.Add(match);
            widest = widest < 0 || match.Covers.End >= kept[widest].Covers.End ? kept.Count - 1 : widest;
        }

        kept.Sort(static (a, b) => a.Start - b.Start);
        return kept;
    }

    /// <summary>Whether hits of a line count. Archives have none that anybody could ask for.</summary>
    public bool IsAsked(int line) => IsAsked(new LineRange(line, line));

    private bool IsAsked(LineRange match) => lines is null || Wrapping is not null || lines.Any(match.Overlaps);

    /// <summary>All lines that a match takes for itself: a key counts when any of them is new, not only the one that it begins on.</summary>
    private static LineRange LinesOf(ReadOnlySpan<byte> text, in RawMatch match, int line)
    {
        var first = Math.Clamp(match.Covers.Start, 0, match.Start);
        var end = Math.Clamp(Math.Max(match.Covers.End, match.Start + match.Length), match.Start, text.Length);
        return new LineRange(line - text[first..match.Start].Count((byte)'\n'), line + text[match.Start..end].TrimEnd("\r\n"u8).Count((byte)'\n'));
    }

    private UInt128 KeyOf(in RawMatch match) => KeyOf(ValueIdentity.Key(salt.Span, match.Rule, match.Value));

    private static UInt128 KeyOf(byte[] hash) => System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);

    private void AddPlaceholder(Placeholder placeholder)
    {
        placeholderCount++;
        if (placeholders.Count < PlaceholdersPerFile)
        {
            placeholders.Add(Wrapping is { } wrapping ? placeholder with { Member = wrapping.Member } : placeholder);
        }
    }

    private bool IsWithinCap(RawMatch match) => (counts[match.Rule] = counts.GetValueOrDefault(match.Rule) + 1) <= FileScanner.HitsPerFile;

    private static byte[] Finish(IncrementalHash hash)
    {
        using (hash)
        {
            return hash.GetHashAndReset();
        }
    }

    private void Keep(ReadOnlySpan<byte> shown, in RawMatch match, (int Line, int Column) place, string? inside)
    {
        if (!IsWithinCap(match))
        {
            Hide(match);
            return;
        }

        var hit = HitOf(match, (place.Line, place.Column, place.Column + TextPlace.UnitsOfLine(shown)), inside);
        hits.Add(hit);
        known.Add((hit.Rule.Id, hit.Identity));
    }

    /// <summary>What is not listed is hashed, so that "N more" stands for these and no others.</summary>
    private void Hide(in RawMatch match)
    {
        if (!hidden.TryGetValue(match.Rule, out var hash))
        {
            hash = hidden[match.Rule] = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, salt.Span);
        }

        ValueIdentity.Append(hash, match.Rule, match.Value);
    }

    private Hit HitOf(in RawMatch match, (int Line, int Column, int EndColumn) place, string? inside = null)
    {
        var (line, column, end) = Wrapping?.Place ?? place;
        var hash = ValueIdentity.Key(salt.Span, match.Rule, match.Value);
        return new Hit(match.Rule, line, column, end, Masking.Of(match), ValueIdentity.Of(match.Rule, hash), match.Verified)
        {
            Key = KeyOf(hash),
            Member = Wrapping?.Member,
            Inside = inside is null ? Wrapping?.Inside : Wrapping?.Inside is { } outer ? $"{inside} inside {outer}" : inside,
        };
    }

    /// <summary>The lower, the more a rule knows about its value.</summary>
    public static int Rank(in RawMatch match) => match.Rule.Category switch
    {
        RuleCategories.PrivateKey => 0,
        RuleCategories.ProviderSecret => 1,
        RuleCategories.GenericSecret => match.Rule.Anchor == RuleAnchor.Assignment ? 3 : 2,
        _ => match.Rule.Severity == "note" ? 5 : 4,
    };
}
