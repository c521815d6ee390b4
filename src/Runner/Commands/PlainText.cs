using System.Globalization;
using System.Text;

namespace Gates.Runner.Commands;

/// <summary>ASCII for terminals that show nothing else.</summary>
internal static class PlainText
{
    /// <value>ASCII; what it does not have is spelt, or written <c>\u00e9</c>.</value>
    public static Encoding Encoding { get; } = Encoding.GetEncoding("us-ascii", new Fallback(), DecoderFallback.ReplacementFallback);

    /// <summary>Our own signs as they are usually written where there are only the keys of a typewriter; anything else by its number.</summary>
    private static string Spell(int character) => character switch
    {
        '…' => "...",
        '–' or '—' or '−' or '·' => "-",
        '→' => "->",
        '←' => "<-",
        '≤' => "<=",
        '≥' => ">=",
        '≠' => "!=",
        '±' => "+-",
        '×' or '✗' => "x",
        '✓' or '✔' => "+",
        '•' => "*",
        '“' or '”' or '„' => "\"",
        '‘' or '’' => "'",
        '\u00a0' => " ",
        <= char.MaxValue => "\\u" + character.ToString("x4", CultureInfo.InvariantCulture),
        _ => "\\U" + character.ToString("x8", CultureInfo.InvariantCulture),
    };

    private sealed class Fallback : EncoderFallback
    {
        public override int MaxCharCount => 10;

        public override EncoderFallbackBuffer CreateFallbackBuffer() => new Buffer();
    }

    private sealed class Buffer : EncoderFallbackBuffer
    {
        private string text = "";
        private int next;

        public override int Remaining => text.Length - next;

        public override bool Fallback(char charUnknown, int index) => Begin(charUnknown);

        public override bool Fallback(char charUnknownHigh, char charUnknownLow, int index) => Begin(char.ConvertToUtf32(charUnknownHigh, charUnknownLow));

        public override char GetNextChar() => next < text.Length ? text[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0)
            {
                return false;
            }

            next--;
            return true;
        }

        public override void Reset() => (text, next) = ("", 0);

        private bool Begin(int character)
        {
            (text, next) = (Spell(character), 0);
            return true;
        }
    }
}
