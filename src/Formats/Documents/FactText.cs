namespace Gates.Formats.Documents;

/// <summary>Text of reports as facts keep it.</summary>
internal static class FactText
{
    /// <summary>The text, cut to a length between characters; a cut is marked with an ellipsis.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1)] + "…";
    }
}
