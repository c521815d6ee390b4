namespace Gates.BuiltIn.DlpScan.Values;

/// <summary>Reads the base64 text after a PEM header, in a file or in a string literal.</summary>
internal static class PemText
{
    private const int Enough = 400;

    /// <summary>The first base64 characters, without line ends, quotes, escapes and armour headers.</summary>
    public static string Body(string text)
    {
        var end = text.IndexOf("-----", StringComparison.Ordinal);
        var body = (end < 0 ? text : text[..end]).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\r", "\r", StringComparison.Ordinal);
        var kept = new System.Text.StringBuilder();
        foreach (var line in body.Split('\n'))
        {
            if (!line.Contains(": ", StringComparison.Ordinal))
            {
                kept.Append(string.Concat(line.Where(IsBase64)));
            }
        }

        return kept.Length > Enough ? kept.ToString(0, Enough) : kept.ToString();
    }

    public static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=';
}
