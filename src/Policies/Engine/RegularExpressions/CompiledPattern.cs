using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Gates.Policies.Engine.RegularExpressions;

/// <summary>An ECMAScript pattern with its flags, ready to match. It holds nothing of a judgement, so judgements share it.</summary>
internal sealed class CompiledPattern
{
    /// <value>More are made anew: a policy may build patterns from its facts.</value>
    private const int MaxKept = 1_000;

    private static readonly ConcurrentDictionary<(string Pattern, string Flags), CompiledPattern> Kept = new();

    private CompiledPattern(string pattern, string flags)
    {
        foreach (var flag in flags)
        {
            if (!"gimsuy".Contains(flag, StringComparison.Ordinal) || flags.IndexOf(flag, StringComparison.Ordinal) != flags.LastIndexOf(flag))
            {
                throw new FormatException($"the flags \"{Texts.Shorten(flags, 20)}\" of a regular expression cannot be used: each of g, i, m, s, u, y may stand once");
            }
        }

        var translator = new PatternTranslator(pattern, flags);
        var translated = translator.Translate();
        var options = flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.CultureInvariant | RegexOptions.IgnoreCase : RegexOptions.CultureInvariant;
        Groups = translator.Groups;
        Regex = Make(pattern, flags.Contains('y', StringComparison.Ordinal) ? $"\\G(?:{translated})" : translated, options);
    }

    public Regex Regex { get; }

    /// <value>The name of each capturing group, counted from 1; <see langword="null"/> without one.</value>
    public IReadOnlyList<string?> Groups { get; }

    /// <exception cref="FormatException">The message says what is wrong with the pattern or its flags.</exception>
    public static CompiledPattern Get(string pattern, string flags)
    {
        if (Kept.TryGetValue((pattern, flags), out var known))
        {
            return known;
        }

        var made = new CompiledPattern(pattern, flags);
        if (Kept.Count < MaxKept && pattern.Length < MaxKept)
        {
            Kept.TryAdd((pattern, flags), made);
        }

        return made;
    }

    private static Regex Make(string pattern, string translated, RegexOptions options)
    {
        try
        {
#pragma warning disable MA0009 // May backtrack for ever: the worker process sets a default match timeout for all regular expressions.
            return new Regex(translated, options);
#pragma warning restore MA0009
        }
        catch (RegexParseException e)
        {
            throw new FormatException($"the regular expression /{Texts.Shorten(pattern, 60)}/ cannot be used: {Reason(e.Error)}", e);
        }
    }

    private static string Reason(RegexParseError error) => error switch
    {
        RegexParseError.InsufficientClosingParentheses => "a `(` is not closed",
        RegexParseError.InsufficientOpeningParentheses => "a `)` closes nothing",
        RegexParseError.QuantifierAfterNothing => "a quantifier stands behind nothing",
        RegexParseError.NestedQuantifiersNotParenthesized => "a quantifier stands behind a quantifier",
        RegexParseError.ReversedQuantifierRange => "a count runs backwards",
        _ => error.ToString(),
    };
}
