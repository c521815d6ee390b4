namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>
/// Joins the text of documents, which word processors cut into runs wherever something was corrected: <c>&lt;w:t&gt;gh&lt;/w:t&gt;…&lt;w:t&gt;p_</c>.
/// </summary>
internal static class OfficeText
{
    private static readonly string[] Folders = ["word/", "xl/", "ppt/", "content.xml", "styles.xml", "OEBPS/"];
    private static readonly string[] Mails = [".eml", ".mbox", ".mht", ".mhtml"];

    /// <summary>Whether a path is that of a part of a document in an archive.</summary>
    public static bool IsIn(string path) =>
        path.LastIndexOf("!/", StringComparison.Ordinal) is var archive and >= 0
        && (path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase))
        && Array.Exists(Folders, folder => path.AsSpan(archive + 2).Contains(folder, StringComparison.Ordinal));

    /// <summary>Whether <c>=3D</c> may stand for a sign here.</summary>
    public static bool IsMail(string path, ReadOnlySpan<byte> text) =>
        text.IndexOf("uoted-printable"u8) >= 0 || text.IndexOf("UOTED-PRINTABLE"u8) >= 0
        || Array.Exists(Mails, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes the tags out: where a paragraph, a cell, or a line ends, the text does.</summary>
    public static void Decode(ReadOnlySpan<byte> text, DecodedText target)
    {
        for (var at = 0; at < text.Length && target.Room > 64;)
        {
            var tag = text[at..].IndexOf((byte)'<');
            var length = Math.Min(tag < 0 ? text.Length - at : tag, target.Room - 64);
            target.Copy(text.Slice(at, length), at);
            at += length;
            if (tag < 0 || at >= text.Length || text[at] != '<')
            {
                continue;
            }

            var end = text[at..].IndexOf((byte)'>');
            end = end < 0 ? text.Length : at + end + 1;
            target.Begin(at, end - at, Layer.Markup);
            if (IsBreak(text[at..end]))
            {
                target.Put((byte)'\n');
            }

            at = end;
        }
    }

    private static bool IsBreak(ReadOnlySpan<byte> tag)
    {
        var isEnd = tag is [_, (byte)'/', ..];
        var name = tag[(isEnd ? 2 : 1)..];
        name = name[..Math.Max(0, name.IndexOfAny(" />"u8))];
        var colon = name.IndexOf((byte)':');
        name = name[(colon + 1)..];
        return isEnd
            ? name is [(byte)'p'] or [(byte)'h'] or [(byte)'c'] or [(byte)'s', (byte)'i'] or [(byte)'l', (byte)'i'] or [(byte)'r', (byte)'o', (byte)'w']
            : name.SequenceEqual("br"u8) || name.SequenceEqual("tab"u8) || name.SequenceEqual("line-break"u8);
    }
}
