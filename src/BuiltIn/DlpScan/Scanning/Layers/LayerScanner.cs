using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Unwrapping;

namespace Gates.BuiltIn.DlpScan.Scanning.Layers;

/// <summary>
/// Looks for every rule in what a piece of text wraps: escapes, base64, hexadecimal, and again in what those hold. Not for several threads at once.
/// </summary>
internal sealed class LayerScanner(RuleSet rules) : IDisposable
{
    /// <value>How many wrappings are taken off one after the other.</value>
    public const int MaxDepth = 3;

    private const int Reach = 120;
    private readonly Level[] levels = [.. Enumerable.Range(0, MaxDepth).Select(_ => new Level(rules))];
    private readonly EncodedRuns runs = new();
    private readonly HashSet<(DlpRule Rule, string Value, int Start)> known = [];
    private string path = string.Empty;
    private DecodeMarkup? markup;
    private bool isMail;

    /// <value>What the last <see cref="Scan"/> found.</value>
    public List<LayeredMatch> Found { get; } = [];

    /// <value>What it took for placeholders.</value>
    public List<LayeredMatch> Placeholders { get; } = [];

    /// <value>The archives that stand in the text in base64.</value>
    public List<LayeredArchive> Archives { get; } = [];

    public void Begin(string file)
    {
        path = file;
        markup = OfficeText.IsIn(file) ? OfficeText.Decode : PdfStreams.IsIn(file) ? PdfStreams.Decode : null;
        isMail = false;
    }

    public void Dispose()
    {
        foreach (var level in levels)
        {
            level.Dispose();
        }
    }

    /// <param name="text">The text at hand.</param>
    /// <param name="range">What of it is its own; the rest is context.</param>
    /// <param name="plain">What was found in it as it stands: that is not reported again. A weak match that wraps a strong one is taken away.</param>
    /// <param name="madeUp">The placeholders in it as it stands.</param>
    /// <param name="deadline">How long it may take.</param>
    public void Scan(ReadOnlySpan<byte> text, (int From, int To) range, List<RawMatch> plain, List<RawMatch> madeUp, FileDeadline deadline)
    {
        Found.Clear();
        Placeholders.Clear();
        Archives.Clear();
        known.Clear();
        isMail |= OfficeText.IsMail(path, text);
        Descend(0, text, range, new Seen(range, plain, madeUp, deadline));
        Found.Sort(static (a, b) => a.Start - b.Start);
        Placeholders.Sort(static (a, b) => a.Start - b.Start);
    }

    private void Descend(int depth, ReadOnlySpan<byte> text, (int From, int To) range, in Seen seen)
    {
        if (depth == MaxDepth)
        {
            return;
        }

        var target = levels[depth].Text;
        target.Clear();
        runs.Archives.Clear();
        for (var at = range.From; at < range.To;)
        {
            var next = runs.Decode(text, at, range.To, target);
            at = next < range.To ? Flush(depth, text, at, next, seen) : next;
        }

        CollectArchives(depth, seen);
        for (var at = range.From; at < range.To;)
        {
            var next = Escapes.Decode(text, at, range.To, isMail, target);
            at = next < range.To ? Flush(depth, text, at, next, seen) : next;
        }

        if (markup is { } decodeMarkup && depth == 0)
        {
            ScanLevel(depth, seen);
            target.Clear();
            decodeMarkup(text, target);
        }

        ScanLevel(depth, seen);
    }

    /// <returns>Where to go on; one byte further when nothing fits even into the empty buffer.</returns>
    private int Flush(int depth, ReadOnlySpan<byte> text, int at, int next, in Seen seen)
    {
        var isStuck = levels[depth].Text.Length == 0 && next == at;
        CollectArchives(depth, seen);
        ScanLevel(depth, seen);
        levels[depth].Text.Clear();
        return isStuck ? Math.Min(text.Length, at + 1) : next;
    }

    private void ScanLevel(int depth, in Seen seen)
    {
        var (text, scanner, found) = (levels[depth].Text, levels[depth].Scanner, levels[depth].Found);
        if (text.Length == 0)
        {
            return;
        }

        found.Clear();
        scanner.Begin(path, text.Text);
        scanner.Scan(text.Text, 0, text.Length, seen.Deadline, found);
        var kept = ReportBuilder.Best(found);
        levels[depth].Kept = kept;
        foreach (var match in kept)
        {
            Accept(depth, match, seen, isMadeUp: false);
        }

        foreach (var match in ReportBuilder.Best(scanner.Placeholders).Where(match => !kept.Exists(hit => hit.Overlaps(match))))
        {
            Accept(depth, match, seen, isMadeUp: true);
        }

        Descend(depth + 1, text.Text, (0, text.Length), seen);
    }

    private void Accept(int depth, in RawMatch match, in Seen seen, bool isMadeUp)
    {
        if (Locate(depth, (match.Start, match.Start + match.Length)) is not { } place || place.Exact < seen.Range.From || place.Exact >= seen.Range.To)
        {
            return;
        }

        var rank = ReportBuilder.Rank(match);
        foreach (var other in isMadeUp ? seen.MadeUp.Concat(seen.Plain) : seen.Plain)
        {
            if (other.Covers.Start < place.End && place.Start < other.Covers.End && (isMadeUp || ReportBuilder.Rank(other) <= Math.Max(1, rank)))
            {
                return;
            }
        }

        if (known.Add((match.Rule, match.Value, place.Start)))
        {
            (isMadeUp ? Placeholders : Found).Add(new LayeredMatch(match, place.Start, place.End, place.Inside));
            if (!isMadeUp)
            {
                // What is told by its shape tells more than the name that its wrapping is given to.
                seen.Plain.RemoveAll(other => ReportBuilder.Rank(other) > 1 && other.Covers.Start < place.End && place.Start < other.Covers.End);
            }
        }
    }

    /// <summary>
    /// Follows a range up to the text itself. A match of an upper level there, or nothing taken off around it, means that it is nothing new.
    /// </summary>
    private (int Start, int End, int Exact, string Inside)? Locate(int depth, (int Start, int End) range)
    {
        var around = levels[depth].Text.LayersAround(range.Start, range.End) is var own and not 0
            ? own
            : levels[depth].Text.LayersAround(Math.Max(0, range.Start - Reach), range.End) & LayerNames.Escaping;
        if (around == 0)
        {
            return null;
        }

        var exact = range.Start;
        var inside = new List<string>();
        for (var level = depth; level >= 0; level--)
        {
            var text = levels[level].Text;
            if (level < depth && levels[level].Kept.Exists(other => other.Covers.Start < range.End && range.Start < other.Covers.End))
            {
                return null;
            }

            if (text.SourceOf(range.Start, range.End) is not { } source || (exact != range.Start && text.SourceOf(exact, exact + 1) is null))
            {
                return null;
            }

            var layers = text.LayersAround(range.Start, range.End);
            inside.Add(LayerNames.Of(layers == 0 && level == depth ? around : layers));
            exact = exact == range.Start ? source.Exact : text.SourceOf(exact, exact + 1)!.Value.Exact;
            range = (source.Start, source.End);
        }

        return (range.Start, range.End, exact, string.Join(" inside ", inside.Where(layer => layer.Length > 0)));
    }

    private void CollectArchives(int depth, in Seen seen)
    {
        foreach (var archive in runs.Archives)
        {
            var place = (Start: archive.Start, End: archive.End);
            var inside = "base64";
            for (var level = depth - 1; level >= 0; level--)
            {
                var text = levels[level].Text;
                var layers = LayerNames.Of(text.LayersAround(place.Start, place.End));
                var source = text.SourceOf(place.Start, place.End);
                inside = layers.Length > 0 ? inside + " inside " + layers : inside;
                place = (source?.Start ?? 0, source?.End ?? 0);
            }

            if (place.Start >= seen.Range.From && place.Start < seen.Range.To && !Archives.Exists(other => other.Start == place.Start))
            {
                Archives.Add(new LayeredArchive(place.Start, place.End, inside, archive.Content, archive.IsCut));
            }
        }

        runs.Archives.Clear();
    }

    private delegate void DecodeMarkup(ReadOnlySpan<byte> text, DecodedText target);

    /// <summary>What is known of the text itself.</summary>
    private readonly record struct Seen((int From, int To) Range, List<RawMatch> Plain, List<RawMatch> MadeUp, FileDeadline Deadline);

    /// <summary>What was taken out of the text or of the level above.</summary>
    private sealed class Level(RuleSet rules) : IDisposable
    {
        private readonly Lazy<DecodedText> text = new(() => new DecodedText());

        public DecodedText Text => text.Value;

        public List<RawMatch> Kept { get; set; } = [];

        public ChunkScanner Scanner { get; } = new(rules);

        public List<RawMatch> Found { get; } = [];

        public void Dispose()
        {
            if (text.IsValueCreated)
            {
                text.Value.Dispose();
            }
        }
    }
}
