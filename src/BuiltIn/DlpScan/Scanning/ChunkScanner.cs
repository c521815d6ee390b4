using System.Buffers;
using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning.Assignments;
using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>
/// Looks for every rule in a piece of text: first for anchors over the raw bytes, then for the rule's pattern in a small window around each.
/// Patterns so never see more than a few kilobytes, and most bytes are seen three times by nothing slower than a bitmap.
/// </summary>
internal sealed class ChunkScanner
{
    private const int Context = 64;

    // A byte order mark may stand before the text of a file.
    private const int FileStart = 3;
    private static readonly SearchValues<byte> Spaces = SearchValues.Create(" \t\r\n\"<>,;|"u8);
    private readonly RuleSet rules;
    private readonly MatchFilter filter = new();
    private readonly AssignmentScanner assignments;
    private readonly NearLine near;
    private readonly TextWindow window = new();

    public ChunkScanner(RuleSet rules)
    {
        this.rules = rules;
        assignments = new AssignmentScanner(rules, filter.Placeholders);
        near = new NearLine(rules.Digits.Near);
    }

    /// <value>What the last <see cref="Scan"/> took for placeholders.</value>
    public List<RawMatch> Placeholders => filter.Placeholders;

    public void Begin(string path, ReadOnlySpan<byte> text)
    {
        filter.Begin(path, text);
        assignments.Begin(path);
        near.Begin(filter.Header);
    }

    /// <summary>Adds the matches whose anchor lies from <paramref name="from"/> to <paramref name="to"/>; what lies outside is context.</summary>
    public void Scan(ReadOnlySpan<byte> text, int from, int to, FileDeadline deadline, List<RawMatch> found)
    {
        filter.Forget();
        assignments.Forget();
        ScanLiterals(text, from, to, deadline, found);
        if (from <= FileStart && to == text.Length)
        {
            assignments.Finish(text, found);
        }

        ScanDigits(text, from, to, deadline, found);
        ScanAt(text, from, to, deadline, found);
    }

    private void ScanLiterals(ReadOnlySpan<byte> text, int from, int to, FileDeadline deadline, List<RawMatch> found)
    {
        for (var place = rules.Literals.Next(text, from, to); place >= 0; place = rules.Literals.Next(text, place + 1, to))
        {
            foreach (var literal in rules.Literals.At(text, place))
            {
                var start = place - literal.GramOffset - literal.Rule.Offset;
                if (start < 0 || !literal.IsAt(text, place))
                {
                    continue;
                }

                deadline.Check(literal.Rule);
                if (literal.Rule.Anchor == RuleAnchor.Assignment)
                {
                    assignments.At(text, start, literal.Text.Length, found);
                }
                else
                {
                    MatchAt(text, literal, start, found);
                }
            }
        }
    }

    private void MatchAt(ReadOnlySpan<byte> text, RuleLiteral literal, int place, List<RawMatch> found)
    {
        var rule = literal.Rule;
        if (rule.IsCustom)
        {
            MatchOwn(text, rule, (place, place + literal.Text.Length), literal.Text, found);
            return;
        }

        var start = Math.Max(0, place - Context);
        var end = Math.Min(text.Length, place + rule.Offset + rule.Length);
        if ((rule.MinRun > 0 && !ValueRun.IsIn(text[place..end], rule.MinRun))
            || !PatternMatch.May(rule.Pattern, window.Over(text[start..end]), place - start))
        {
            return;
        }

        var match = PatternMatch.At(rule.Pattern, Encoding.Latin1.GetString(text[start..end]), place - start);
        if (match.Success)
        {
            filter.Accept(text, rule, match, start, literal.Text, found);
        }
    }

    /// <summary>A rule of the repository: its literal may stand anywhere in the value.</summary>
    private void MatchOwn(ReadOnlySpan<byte> text, DlpRule rule, (int Start, int End) anchor, string literal, List<RawMatch> found)
    {
        foreach (var (match, offset) in CustomPattern.Over(text, rule, anchor))
        {
            filter.Accept(text, rule, match, offset, literal, found);
        }
    }

    private void ScanDigits(ReadOnlySpan<byte> text, int from, int to, FileDeadline deadline, List<RawMatch> found)
    {
        if (rules.Digits.IsEmpty)
        {
            return;
        }

        near.Forget();
        var next = from;
        while ((next = DigitRuns.IndexOf(text[..Math.Min(text.Length, to + DigitRuns.Sight)], next)) >= 0 && next < to)
        {
            var (start, end) = DigitRuns.Around(text, next);
            next = end;
            for (var partEnd = start; start < end && start >= from; start = partEnd + 1)
            {
                partEnd = start + DigitRuns.PartEnd(text[start..end], 0);
                MatchNumber(text, (start, partEnd), deadline, found);
            }
        }
    }

    private void MatchNumber(ReadOnlySpan<byte> text, (int Start, int End) number, FileDeadline deadline, List<RawMatch> found)
    {
        var digits = DigitRuns.Count(text[number.Start..number.End]);
        var indexes = rules.Digits.Of(digits);
        if (indexes.IsEmpty)
        {
            return;
        }

        var start = Math.Max(0, number.Start - 12);
        var around = text[start..Math.Min(text.Length, number.End + 24)];
        ReadOnlySpan<char> seen = default;
        var isPlain = number.End - number.Start - digits < DigitRules.MinSeparators;
        var continues = DigitRuns.Continues(text, number.Start);
        foreach (var index in indexes)
        {
            var rule = rules.Digits[index];
            if ((continues && rule.BeginsWithDigit)
                || (rule.AfterLetters && !DigitRuns.HasLettersBefore(text[start..number.End]))
                || (rules.Digits.NeedsWord(index, isPlain) && !near.Has(text, number.Start, index)))
            {
                continue;
            }

            deadline.Check(rule);
            if (rule.IsCustom)
            {
                MatchOwn(text, rule, number, string.Empty, found);
                continue;
            }

            seen = seen.IsEmpty ? window.Over(around) : seen;
            MatchOver(text, rule, seen, start, number, found);
        }
    }

    private void ScanAt(ReadOnlySpan<byte> text, int from, int to, FileDeadline deadline, List<RawMatch> found)
    {
        if (rules.AtRules.Count == 0)
        {
            return;
        }

        ScanAt(text, from, to, "@"u8, deadline, found);
        ScanAt(text, from, to, "%40"u8, deadline, found);
    }

    private void ScanAt(ReadOnlySpan<byte> text, int from, int to, ReadOnlySpan<byte> sign, FileDeadline deadline, List<RawMatch> found)
    {
        var place = from;
        for (int step; place < to && (step = text[place..Math.Min(text.Length, to + sign.Length - 1)].IndexOf(sign)) >= 0; place++)
        {
            place += step;
            var end = place + sign.Length;
            if (place == 0 || end >= text.Length || !IsNamePart(text[place - 1]) || !char.IsAsciiLetterOrDigit((char)text[end]))
            {
                continue;
            }

            // Nothing that holds an @ goes over a space or to the next cell; one byte more for what looks behind.
            var before = text[Math.Max(0, place - Context - 2)..place];
            var start = place - before.Length + Math.Max(0, before.LastIndexOfAny(Spaces));
            var after = text[place..Math.Min(text.Length, place + 256)];
            var length = after.IndexOfAny(Spaces);
            var seen = window.Over(text[start..(place + (length < 0 ? after.Length : length))]);
            foreach (var rule in rules.AtRules)
            {
                deadline.Check(rule);
                MatchOver(text, rule, seen, start, (place, place + 1), found);
            }
        }
    }

    private static bool IsNamePart(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'-' or (byte)'+';

    // A window may cut what stands at its edges in two; only what lies over the anchor is seen whole.
    private void MatchOver(ReadOnlySpan<byte> text, DlpRule rule, ReadOnlySpan<char> seen, int start, (int Start, int End) anchor, List<RawMatch> found)
    {
        if (!PatternMatch.May(rule.Pattern, seen, 0))
        {
            return;
        }

        for (var match = PatternMatch.At(rule.Pattern, seen.ToString(), 0);
            match.Success && start + match.Index < anchor.End;
            match = PatternMatch.After(rule.Pattern, match))
        {
            if (start + match.Index + match.Length > anchor.Start)
            {
                filter.Accept(text, rule, match, start, string.Empty, found);
                if (start + match.Index + match.Length >= anchor.End)
                {
                    return;
                }
            }
        }
    }
}
