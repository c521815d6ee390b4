using System.Text.Json.Serialization;

namespace Gates.Policies;

/// <summary>A page that a policy hands over, such as a table of drift. Untrusted, as all texts are: whoever shows it escapes it.</summary>
/// <param name="Name">Of the page among those of its gate, and of its file: <c>a-z</c>, <c>0-9</c> and <c>-</c>.</param>
/// <param name="Markdown">Its text.</param>
public sealed record PolicyPage(string Name, string Markdown)
{
    /// <value>How many pages one judgement may hand over.</value>
    public const int MaxCount = 10;

    /// <value>Characters of one page.</value>
    public const int MaxLength = 100_000;

    private const int MaxName = 60;

    /// <value>Whether its name can be that of a file, and its text is no longer than a page may be.</value>
    [JsonIgnore]
    public bool IsSound => IsName(Name) && Markdown.Length is > 0 and <= MaxLength;

    /// <summary>Whether a text is the name of a page.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= MaxName && text[0] != '-' && text.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-');
}
