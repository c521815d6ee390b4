using System.Globalization;
using System.Text;

namespace Gates.Runner.Attesting.Pdf;

/// <summary>Text in the encoding of the standard fonts. What it lacks is transliterated or given as a code point, and the text is marked.</summary>
internal static class WinAnsi
{
    /// <value>Stands after a text of which something was transliterated.</value>
    public const char Mark = '†';

    /// <value>The characters of the codes 128 to 159; a space where there is none.</value>
    private const string Upper = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    private static readonly Dictionary<char, string> Alike = new()
    {
        ['→'] = "->", ['←'] = "<-", ['⇒'] = "=>", ['≤'] = "<=", ['≥'] = ">=", ['≠'] = "!=", ['−'] = "-", ['‐'] = "-", ['‑'] = "-", ['✓'] = "v", ['✔'] = "v", ['✗'] = "x", ['✘'] = "x",
        ['ł'] = "l", ['Ł'] = "L", ['đ'] = "d", ['Đ'] = "D", ['ħ'] = "h", ['ı'] = "i",
    };

    /// <summary>The bytes, and whether something had to be transliterated, which a mark at the end then says.</summary>
    public static (byte[] Bytes, bool IsMarked) Encode(string text)
    {
        var bytes = new List<byte>(text.Length);
        var marked = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Code(rune) is { } code)
            {
                bytes.Add(code);
                continue;
            }

            marked = true;
            bytes.AddRange(Transliterate(rune));
        }

        if (marked)
        {
            bytes.Add(Code(new Rune(Mark))!.Value);
        }

        return ([.. bytes], marked);
    }

    private static byte? Code(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => (byte)' ',
        >= 32 and < 127 => (byte)rune.Value,
        >= 160 and <= 255 => (byte)rune.Value,
        < 160 => null,
        _ when rune.IsBmp && Upper.IndexOf((char)rune.Value, StringComparison.Ordinal) is var at and >= 0 => (byte)(128 + at),
        _ => null,
    };

    private static IEnumerable<byte> Transliterate(Rune rune)
    {
        var plain = rune.IsBmp && Alike.TryGetValue((char)rune.Value, out var alike)
            ? alike
            : string.Concat(rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes().Where(part => Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark));
        var codes = plain.EnumerateRunes().Select(Code).ToList();
        return codes.Count > 0 && codes.TrueForAll(code => code is not null)
            ? codes.Select(code => code!.Value)
            : Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]"));
    }
}
