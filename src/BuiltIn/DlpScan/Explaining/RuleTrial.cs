using System.Globalization;
using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.Explaining;

/// <summary>What one rule made of a piece of text, and why.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Outcome">How far it came.</param>
/// <param name="Why">In words, never with a value.</param>
internal sealed record RuleTrial(DlpRule Rule, TrialOutcome Outcome, string Why)
{
    private const int Listed = 5;

    /// <value>What may be shown of the value; <see langword="null"/> where no pattern matched.</value>
    public string? Masked { get; private init; }

    /// <summary>
    /// Tries a rule with the scanner that scans files, and then again with less of its demands, so that each that alone refuses the value is named.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="path">The file.</param>
    /// <param name="text">All of it.</param>
    /// <param name="range">Where the anchors stand that count.</param>
    public static RuleTrial Of(DlpRule rule, string path, byte[] text, (int From, int To) range)
    {
        if (AnchorIn(rule, text, range) is not { } anchor)
        {
            return new RuleTrial(rule, TrialOutcome.NoAnchor, $"it looks for {Anchors(rule)}, which {(rule.Literals.Count > 1 ? "are" : "is")} not there");
        }

        var (found, placeholders) = Run(rule, path, text, range);
        if (found is [var first, ..])
        {
            return new RuleTrial(rule, TrialOutcome.Found, "it matches") { Masked = Masking.Of(first) };
        }

        if (placeholders is [var madeUp, ..])
        {
            return new RuleTrial(rule, TrialOutcome.Placeholder, "the value is obviously made up, such as a row of equal or counting characters, or a word "
                + "like \"example\"")
            { Masked = Masking.Of(madeUp) };
        }

        var bare = rule with { Entropy = 0, Near = [], Check = null, Paths = null };
        var all = Run(bare, path, text, range);
        return all.Found.Concat(all.Placeholders).ToList() is [var match, ..]
            ? new RuleTrial(rule, TrialOutcome.Refused, Refusals(rule, bare, match, path, text, range)) { Masked = Masking.Of(match) }
            : new RuleTrial(rule, TrialOutcome.NoMatch, rule.Anchor == RuleAnchor.Assignment
                ? $"{anchor} is there, but no value beside it that would be a secret: it is none, refers to one, is a plain word, or its name says "
                    + "that it is public"
                : $"{anchor} is there, but what stands around it has not the form of a value");
    }

    private static string Refusals(DlpRule rule, DlpRule bare, RawMatch match, string path, byte[] text, (int From, int To) range)
    {
        var reasons = new List<string>();
        if (rule.Paths?.Includes(path) == false)
        {
            reasons.Add("the rule is meant for other files (`paths`)");
        }

        if (Entropy.Of(match.Value) is var entropy && entropy < rule.Entropy)
        {
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"the value is too regular: its entropy is {entropy:0.0} bits a character, needed are "
                + $"{rule.Entropy:0.0}"));
        }

        if (rule.Near.Count > 0 && IsRefused(bare with { Near = rule.Near }, path, text, range))
        {
            reasons.Add($"none of the words that must stand on its line does: {Some(rule.Near)}");
        }

        if (rule.Check is not null && IsRefused(bare with { Check = rule.Check }, path, text, range))
        {
            reasons.Add("its check refuses the value: check digits, or what such a value is made of, do not hold");
        }

        return reasons.Count == 0 ? "the value is refused" : string.Join("; ", reasons);
    }

    private static bool IsRefused(DlpRule rule, string path, byte[] text, (int From, int To) range) =>
        Run(rule, path, text, range) is { Found.Count: 0, Placeholders.Count: 0 };

    private static (List<RawMatch> Found, List<RawMatch> Placeholders) Run(DlpRule rule, string path, byte[] text, (int From, int To) range)
    {
        var scanner = new ChunkScanner(new RuleSet([rule]));
        var found = new List<RawMatch>();
        scanner.Begin(path, text);
        scanner.Scan(text, range.From, range.To, new FileDeadline(TimeProvider.System, path, text.Length, CancellationToken.None), found);
        return (found, [.. scanner.Placeholders]);
    }

    /// <summary>What of the rule is there, in words; <see langword="null"/> when nothing is.</summary>
    private static string? AnchorIn(DlpRule rule, ReadOnlySpan<byte> text, (int From, int To) range)
    {
        var part = text[range.From..range.To];
        if (rule.Anchor == RuleAnchor.At)
        {
            return part.Contains((byte)'@') ? "the sign @" : null;
        }

        if (rule.Anchor is RuleAnchor.Literal or RuleAnchor.Assignment)
        {
            var line = Encoding.Latin1.GetString(part);
            var comparison = rule.IgnoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            return rule.Literals.FirstOrDefault(literal => line.Contains(literal, comparison)) is { } there ? $"\"{there}\"" : null;
        }

        for (var next = range.From; (next = DigitRuns.IndexOf(text[..range.To], next)) >= 0;)
        {
            var (start, end) = DigitRuns.Around(text, next);
            var digits = DigitRuns.Count(text[start..end]);
            if (digits >= rule.MinDigits && digits <= rule.MaxDigits)
            {
                return FormattableString.Invariant($"a number of {digits} digits");
            }

            next = end;
        }

        return null;
    }

    /// <summary>What is looked for first, in words.</summary>
    private static string Anchors(DlpRule rule) => rule.Anchor switch
    {
        RuleAnchor.At => "the sign @",
        RuleAnchor.Digits => rule.MinDigits == rule.MaxDigits
            ? FormattableString.Invariant($"a number of {rule.MinDigits} digits")
            : FormattableString.Invariant($"a number of {rule.MinDigits} to {rule.MaxDigits} digits"),
        _ => Some(rule.Literals),
    };

    private static string Some(IReadOnlyList<string> texts) =>
        string.Join(", ", texts.Take(Listed).Select(text => $"\"{text}\"")) + (texts.Count > Listed
            ? FormattableString.Invariant($" and {texts.Count - Listed} more") : "");
}

/// <summary>How far a rule came with a piece of text.</summary>
internal enum TrialOutcome
{
    NoAnchor,
    NoMatch,
    Refused,
    Placeholder,
    Found,
}
