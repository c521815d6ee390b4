using Tomlyn.Syntax;

namespace Gates.Formats.Documents.Toml;

/// <summary>Says in our words what Tomlyn found wrong.</summary>
internal static class TomlErrors
{
    private const string Key = "a key was expected here: letters, digits, `-` and `_`, or text in quotes";
    private const string LineEnd = "expected the end of the line";
    private const string Value = "a value was expected here";

    /// <summary>Tomlyn's sentences by what they hold; the first that fits counts.</summary>
    private static readonly (string Part, string Reason)[] Reasons =
    [
        ("Missing value", Value),
        ("Expected `=`", "expected `=` after the key"),
        ("Expected `]]`", "expected `]]` at the end of the header"),
        ("Expected `]`", "expected `]` at the end of the header"),
        ("Expected end-of-line", LineEnd),
        ("Expected a key", Key),
        ("parsing a key", Key),
        ("parsing TOML document", Key),
        ("end-of-file while parsing array", "the array is not closed; expected `]`"),
        ("while parsing array", "expected `,` or `]`"),
        ("end-of-file while parsing inline table", "the inline table is not closed; expected `}`"),
        ("while parsing inline table", "expected `,` or `}`"),
    ];

    /// <param name="text">The file.</param>
    /// <param name="places">The places in it.</param>
    /// <param name="error">What Tomlyn says.</param>
    /// <param name="after">Where what was still right ends.</param>
    public static DocumentException Explain(string text, TomlPlaces places, DiagnosticMessage error, int after)
    {
        var at = Math.Clamp(error.Span.Start.Offset, 0, text.Length);
        var reason = Reasons.FirstOrDefault(reason => error.Message.Contains(reason.Part, StringComparison.Ordinal)).Reason;
        if (reason is null || (reason == LineEnd && at > 0 && at < text.Length && TomlPlaces.IsPlain(text[at - 1]) && TomlPlaces.IsPlain(text[at])))
        {
            return ExplainValue(text, places, at);
        }

        // A comment where the value should be is not what is wrong.
        var comment = error.Message.Contains("Missing value after", StringComparison.Ordinal) && at > after ? text.IndexOf('#', after, at - after) : -1;
        var isAfterComma = reason.Contains("not closed", StringComparison.Ordinal) && text.AsSpan(0, at).TrimEnd().EndsWith(",");
        return places.Fail(comment < 0 ? at : comment, isAfterComma ? Value : reason);
    }

    private static DocumentException ExplainValue(string text, TomlPlaces places, int at)
    {
        var (start, end) = (at, at);
        while (start > 0 && TomlPlaces.IsPlain(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && TomlPlaces.IsPlain(text[end]))
        {
            end++;
        }

        return places.Fail(start, start == end ? Value : $"\"{text[start..end]}\" is no value; put text in quotes");
    }
}
