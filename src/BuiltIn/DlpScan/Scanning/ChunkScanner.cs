using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>
/// Looks for every rule in a piece of text: first for anchors over the raw bytes, then for the rule's pattern in a small window around each.
/// Patterns so never see more than a few kilobytes, and most bytes are seen three times by nothing slower than a bitmap.
/// </summary>
internal sealed class ChunkScanner(RuleSet rules)
{
    private const int Context = 64;
    private readonly MatchFilter filter = new();
    private readonly NearLine near = new(rules.Digits.Near);

    /// <value>What the last <see cref="Scan"/> took for placeholders.</value>
    public List<RawMatch> Placeholders => filter.Placeholders;

    public void Begin(string path, ReadOnlySpan<byte> text)
    {
        filter.Begin(path, text);
        near.Begin(filter.Header);
    }

    /// <summary>Adds the matches whose anchor lies from <paramref name="from"/> to <paramref name="to"/>; what lies outside is context.</summary>
    public void Scan(ReadOnlySpan<byte> text, int from, int to, FileDeadline deadline, List<RawMatch> found)
    {
        filter.Forget();
        ScanLiterals(text, from, to, deadline, found);
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
                if (start >= 0 && literal.IsAt(text, place))
                {
                    deadline.Check(literal.Rule);
                    MatchAt(text, literal, start, found);
                }
            }
        }
    }

    private void MatchAt(ReadOnlySpan<byte> text, RuleLiteral literal, int place, List<RawMatch> found)
    {
        var rule = literal.Rule;
        var start = Math.Max(0, place - Context);
        var end = Math.Min(text.Length, place + rule.Offset + rule.Length);
        var match = rule.Pattern.Match(Encoding.Latin1.GetString(text[start..end]), place - start);
        if (match.Success)
        {
            filter.Accept(text, rule, match, start, literal.Text, found);
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
        string? window = null;
        var start = Math.Max(0, number.Start - 12);
        var digits = DigitRuns.Count(text[number.Start..number.End]);
        foreach (var index in rules.Digits.Of(digits))
        {
            var rule = rules.Digits[index];
            if ((rules.Digits.NeedsWord(index, digits == number.End - number.Start) && !near.Has(text, number.Start, index))
                || (rule.AfterLetters && !HasLetters(text[start..(number.Start + 1)])))
            {
                continue;
            }

            deadline.Check(rule);
            window ??= Encoding.Latin1.GetString(text[start..Math.Min(text.Length, number.End + 24)]);
            MatchOver(text, rule, window, start, number, found);
        }
    }

    private void ScanAt(ReadOnlySpan<byte> text, int from, int to, FileDeadline deadline, List<RawMatch> found)
    {
        if (rules.AtRules.Count == 0)
        {
            return;
        }

        var place = from;
        for (int step; (step = text[place..to].IndexOfAny((byte)'@', (byte)'%')) >= 0; place++)
        {
            place += step;
            var end = text[place] == '@' ? place + 1 : text[place..].StartsWith("%40"u8) ? place + 3 : text.Length;
            if (place == 0 || end >= text.Length || !IsNamePart(text[place - 1]) || !char.IsAsciiLetterOrDigit((char)text[end]))
            {
                continue;
            }

            var start = Math.Max(0, place - Context - 2);
            foreach (var rule in rules.AtRules)
            {
                deadline.Check(rule);
                MatchOver(text, rule, Encoding.Latin1.GetString(text[start..Math.Min(text.Length, place + 256)]), start, (place, place + 1), found);
            }
        }
    }

    private static bool IsNamePart(byte value) => char.IsAsciiLetterOrDigit((char)value) || value is (byte)'_' or (byte)'-' or (byte)'+';

    // A window may cut what stands at its edges in two; only what lies over the anchor is seen whole.
    private void MatchOver(ReadOnlySpan<byte> text, DlpRule rule, string window, int start, (int Start, int End) anchor, List<RawMatch> found)
    {
        for (var match = rule.Pattern.Match(window); match.Success && start + match.Index < anchor.End; match = match.NextMatch())
        {
            if (start + match.Index + match.Length > anchor.Start)
            {
                filter.Accept(text, rule, match, start, string.Empty, found);
            }
        }
    }

    private static bool HasLetters(ReadOnlySpan<byte> before)
    {
        for (var i = 1; i < before.Length; i++)
        {
            if (char.IsAsciiLetter((char)before[i - 1]) && char.IsAsciiLetter((char)before[i]))
            {
                return true;
            }
        }

        return false;
    }
}
