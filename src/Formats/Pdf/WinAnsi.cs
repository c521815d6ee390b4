using System.Globalization;
using System.Text;

namespace Gates.Formats.Pdf;

/// <summary>Text in the encoding of the standard fonts. What it lacks is transliterated or given as a code point, and the text is marked.</summary>
internal static class WinAnsi
{
    /// <value>The characters of the codes 128 to 159; a space where there is none.</value>
    private const string Upper = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    /// <value>
    /// The letters from U+0100 to U+017F without what is above or below them. The runtime's own decomposition needs data that the program comes without.
    /// </value>
    private const string LatinExtended =
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlL" +
        "lLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    private static readonly Dictionary<char, string> Alike = new()
    {
        ['→'] = "->",
        ['←'] = "<-",
        ['⇒'] = "=>",
        ['≤'] = "<=",
        ['≥'] = ">=",
        ['≠'] = "!=",
        ['−'] = "-",
        ['‐'] = "-",
        ['‑'] = "-",
        ['✓'] = "v",
        ['✔'] = "v",
        ['✗'] = "x",
        ['✘'] = "x",
        ['ș'] = "s",
        ['Ș'] = "S",
        ['ț'] = "t",
        ['Ț'] = "T",
    };

    /// <value>Scripts that are romanised letter by letter: the letters, and what stands for each.</value>
    private static readonly (string Letters, string Latin)[] Romanised =
    [
        ("абвгґдеёєжзиійїклмнопрстуфхцчшщъыьэюя", "a b v g g d e yo ye zh z i i y yi k l m n o p r s t u f kh ts ch sh shch ' y ' e yu ya"),
        ("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ", "a b g d e z i th i k l m n x o p r s s t y f ch ps o a e i i o y o"),
    ];

    /// <summary>The bytes, and whether something had to be transliterated, which a mark at the end then says.</summary>
    public static (byte[] Bytes, bool IsMarked) Encode(string text)
    {
        var bytes = new List<byte>(text.Length);
        var marked = false;
        foreach (var rune in text.EnumerateRunes())
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
            bytes.Add(Code(new Rune(PdfFonts.Mark))!.Value);
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
        var plain = rune.Value switch
        {
            >= 0x300 and < 0x370 => "",
            >= 0x100 and < 0x180 => LatinExtended[rune.Value - 0x100].ToString(),
            <= char.MaxValue => Alike.GetValueOrDefault((char)rune.Value) ?? Romanise(rune),
            _ => null,
        };
        return Encoding.ASCII.GetBytes(plain ?? string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]"));
    }

    private static string? Romanise(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune).ToString();
        foreach (var (letters, latin) in Romanised)
        {
            if (letters.IndexOf(lower, StringComparison.Ordinal) is var at and >= 0)
            {
                var text = latin.Split(' ')[at];
                return Rune.IsUpper(rune) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
            }
        }

        return null;
    }
}
