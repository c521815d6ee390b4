namespace Gates.Pipeline.Waivers;

/// <summary>What stands in the place of a reason or an owner until somebody writes one: it says nothing, and names nobody.</summary>
internal static class WaiverPlaceholder
{
    private static readonly char[] Around = [.. "\"'`@<>[]{}()$.…:?!-_*"];

    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "fixme", "foo", "handle", "insert reason", "insert reason here", "justification", "n/a", "na", "name", "none", "nobody", "org", "org/team", "owner",
        "placeholder", "rotated on",
        "reason", "reason here", "somebody", "someone", "tba", "tbd", "team", "text",
        "the owner", "the reason", "todo", "user", "username", "why",
        "write a reason", "xxx", "you",
        "you or your team", "your name", "your org/your team", "your owner", "your reason", "your reason here", "your team", "your username",
    };

    /// <value>The commonest, for editors; the reader knows all spellings.</value>
    public static IReadOnlyList<string> Common { get; } =
        ["…", "...", "@you", "@owner", "@your-team", "you", "owner", "reason", "<reason>", "<owner>", "todo", "tbd", "fixme", "-"];

    /// <summary>Whether a text has no word, is all in angle brackets, or is a word that commands and forms have in its place.</summary>
    public static bool Is(string text)
    {
        var whole = text.Trim().Trim('"', '\'', '`').Trim();
        return !whole.Any(char.IsLetterOrDigit)
            || (whole is ['<', .., '>'] && whole.IndexOf('>', StringComparison.Ordinal) == whole.Length - 1)
            || Words.Contains(string.Join(' ', whole.Trim(Around).Split([' ', '-', '_', '\t'], StringSplitOptions.RemoveEmptyEntries)));
    }
}
