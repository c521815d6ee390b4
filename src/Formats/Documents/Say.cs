using System.Globalization;
using System.Text;

namespace Gates.Formats.Documents;

/// <summary>Puts text from a file into a message: short, on one line, and without anything a terminal or a log would obey.</summary>
internal static class Say
{
    private const int MaxLength = 60;

    public static string Quote(string text) => "\"" + Clean(text, MaxLength) + "\"";

    public static string Path(string text) => Clean(text, 400);

    /// <summary>A key under its parents, as messages name it: <c>gates.dlp-scan.mode</c>.</summary>
    public static string Key(string parent, string key)
    {
        var name = key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? key : Quote(key).Replace('`', '\'');
        return parent.Length == 0 ? name : parent + "." + name;
    }

    public static string Item(string parent, int index) => string.Create(CultureInfo.InvariantCulture, $"{parent}[{index}]");

    /// <summary>A value as a message names it; never the contents of a map or a list.</summary>
    public static string Value(DocumentNode node) => node switch
    {
        { Kind: NodeKind.Map } => "a map",
        { Kind: NodeKind.Sequence } => "a list",
        { Value: null } => "nothing",
        { Value: string } => Quote(node.Text),
        _ => Clean(node.Text, MaxLength),
    };

    public static string List(IEnumerable<string> values) => string.Join(", ", values);

    private static string Clean(string text, int longest)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= longest)
            {
                return clean.Append('…').ToString();
            }

            if (IsPlain(rune))
            {
                clean.Append(rune);
            }
            else
            {
                clean.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:x}}}");
            }
        }

        return clean.ToString();
    }

    private static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
