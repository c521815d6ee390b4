using System.Globalization;
using System.Text;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>Names of what stands in archives: whoever made the archive chose them, so they are only ever shown, and never whole when they are long.</summary>
internal static class MemberNames
{
    private const int MaxShown = 200;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> name)
    {
        try
        {
            return Strict.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(name);
        }
    }

    /// <summary>A name that can be shown: nothing in it acts on a terminal or turns the text around.</summary>
    public static string Shown(string name)
    {
        var text = new StringBuilder();
        var cut = name.Length <= MaxShown ? name : name[..(MaxShown / 2)] + "…" + name[^(MaxShown / 2)..];
        foreach (var c in cut)
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse)
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                text.Append(c == '\\' ? '/' : c);
            }
        }

        return text.ToString();
    }
}
