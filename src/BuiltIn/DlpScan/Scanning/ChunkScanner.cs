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
    private readonly RuleSet rules;
    private readonly MatchFilter filter = new();
    private readonly AssignmentScanner assignments;

    public ChunkScanner(RuleSet rules)
    {
        this.rules = rules;
        assignments = new AssignmentScanner(rules, filter.Placeholders);
    }

    /// <value>What the last <see cref="Scan"/> took for placeholders.</value>
    public List<RawMatch> Placeholders => filter.Placeholders;

    public void Begin(string path, ReadOnlySpan<byte> text)
    {
        filter.Begin(path, text);
        assignments.Begin(path);
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
        if (rules.DigitRules.IsEmpty)
        {
            return;
        }

        var next = from;
        while ((next = DigitRuns.IndexOf(text[..Math.Min(text.Length, to + 3)], next)) >= 0 && next < to)
        {
            var (start, end, digits) = DigitRuns.Around(text, next);
            next = end;
            if (digits >= rules.FewestDigits && start >= from && !IsFraction(text, start))
            {
                MatchNumber(text, (start, end, digits), deadline, found);
            }
        }
    }

    private void MatchNumber(ReadOnlySpan<byte> text, (int Start, int End, int Digits) number, FileDeadline deadline, List<RawMatch> found)
    {
        string? window = null;
        var start = Math.Max(0, number.Start - 12);
        foreach (var rule in rules.DigitRules)
        {
            if (number.Digits >= rule.MinDigits && number.Digits <= rule.MaxDigits)
            {
                deadline.Check(rule);
                if (rule.IsCustom)
                {
                    MatchOwn(text, rule, (number.Start, number.End), string.Empty, found);
                    continue;
                }

                window ??= Encoding.Latin1.GetString(text[start..Math.Min(text.Length, number.End + 24)]);
                MatchOver(text, rule, window, start, (number.Start, number.End), found);
            }
        }
    }

    private void ScanAt(ReadOnlySpan<byte> text, int from, int to, FileDeadline deadline, List<RawMatch> found)
    {
        if (rules.AtRules.Count == 0)
        {
            return;
        }

        var place = from;
        for (int step; (step = text[place..to].IndexOf((byte)'@')) >= 0; place++)
        {
            place += step;
            if (place == 0
                || place + 1 >= text.Length
                || !char.IsAsciiLetterOrDigit((char)text[place - 1])
                || !char.IsAsciiLetterOrDigit((char)text[place + 1]))
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

    // A window may cut what stands at its edges in two; only what lies over the anchor is seen whole.
    private void MatchOver(ReadOnlySpan<byte> text, DlpRule rule, string window, int start, (int Start, int End) anchor, List<RawMatch> found)
    {
        for (var match = PatternMatch.At(rule.Pattern, window, 0);
            match.Success && start + match.Index < anchor.End;
            match = PatternMatch.After(rule.Pattern, match))
        {
            if (start + match.Index + match.Length > anchor.Start)
            {
                filter.Accept(text, rule, match, start, string.Empty, found);
            }
        }
    }

    // Fractions and version numbers: 0.4532757512345678 is no card.
    private static bool IsFraction(ReadOnlySpan<byte> text, int start) =>
        start > 1 && text[start - 1] == '.' && char.IsAsciiDigit((char)text[start - 2]);
}
