namespace Gates.Formats.Markdown;

/// <summary>Boxes that are signs, each with the text behind it.</summary>
internal static class MarkdownBoxes
{
    private const string Open = "\u2610\u2B1C\u25A2";
    private const string Ticked = "\u2611\u2612\u2705\u2714";

    /// <summary>Whether a text begins with one.</summary>
    public static bool Starts(string text) => text.Length > 0 && IsBox(text[0]);

    /// <returns>Where the first open or ticked box stands that is one of a form; -1 when there is none.</returns>
    public static int Find(string text)
    {
        var at = text.AsSpan().IndexOfAny(Open + Ticked[..2]);
        return at >= 0 && text[..at].Trim().TrimEnd('*') is not { Length: > 80 } and var before && (before.Length == 0 || before.EndsWith(':')) ? at : -1;
    }

    public static IReadOnlyList<MarkdownOption> Options(string text)
    {
        var options = new List<MarkdownOption>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at + 1).IndexOfAny(Open + Ticked[..2]) is var next and >= 0 ? at + 1 + next : text.Length;
            options.Add(new MarkdownOption(text[(at + 1)..end].TrimStart('\uFE0F').Trim(), Ticked.Contains(text[at], StringComparison.Ordinal)));
            at = end;
        }

        return options;
    }

    private static bool IsBox(char sign) => Open.Contains(sign, StringComparison.Ordinal) || Ticked.Contains(sign, StringComparison.Ordinal);
}
