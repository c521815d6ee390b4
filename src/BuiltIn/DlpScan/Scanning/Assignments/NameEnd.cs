using Gates.BuiltIn.DlpScan.Values.Passwords;
using static Gates.BuiltIn.DlpScan.Scanning.Assignments.TextScan;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>Most words that could name a secret are only mentioned: what follows them says so before anything else is looked at.</summary>
internal static class NameEnd
{
    private const int Sight = 48;

    /// <summary>Whether a value may belong to the name that ends at a place.</summary>
    public static bool MayAssign(ReadOnlySpan<byte> text, int end, FileKind kind)
    {
        var at = SkipBlanks(text, end);
        return At(text, at) switch
        {
            (byte)'=' or (byte)':' or (byte)'>' or (byte)'<'
                or (byte)'"' or (byte)'\'' or (byte)'`' or (byte)'\\' or (byte)'|' or (byte)'?' or (byte)'!' or (byte)'{' or 0xEF => true,
            (byte)'(' => IsQuotedSoon(text, at + 1),
            (byte)')' or (byte)']' or (byte)'[' or (byte)'*' or (byte)'+' => HasSign(text, at),
            (byte)'\r' or (byte)'\n' => kind is FileKind.Yaml or FileKind.Prose,
            (byte)',' or (byte)';' => kind is FileKind.Prose or FileKind.Code,
            _ => at > end && MayFollow(text, at, kind),
        };
    }

    private static bool IsQuotedSoon(ReadOnlySpan<byte> text, int at)
    {
        var next = text[at..Math.Min(text.Length, at + Sight)];
        return next.IndexOfAny((byte)'"', (byte)'\'', (byte)'`') >= 0;
    }

    private static bool HasSign(ReadOnlySpan<byte> text, int at)
    {
        var next = text[at..Math.Min(text.Length, at + Sight)];
        return next.IndexOfAny("=:|?"u8) >= 0 || next.IndexOf(" or "u8) >= 0;
    }

    /// <summary>A word after a blank: a value in a command or a settings file, a type before a sign, "is" or "or".</summary>
    private static bool MayFollow(ReadOnlySpan<byte> text, int at, FileKind kind) =>
        at < text.Length && (kind is FileKind.Shell or FileKind.Settings or FileKind.Yaml
        || (text[at] | 0x20) is 'i' or 'o'
        || text[at..Math.Min(text.Length, at + Sight)].IndexOf((byte)'=') >= 0
        || kind is FileKind.Prose
        || !IsWord(text[at]));
}
