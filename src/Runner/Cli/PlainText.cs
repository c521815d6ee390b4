using System.Globalization;
using System.Text;

namespace Gates.Runner.Cli;

/// <summary>ASCII for terminals that show nothing else.</summary>
internal static class PlainText
{
    /// <value>How our own signs are usually written where there are only the keys of a typewriter.</value>
    private static readonly Dictionary<int, string> Spelt = new()
    {
        ['…'] = "...", ['–'] = "-", ['—'] = "-", ['−'] = "-", ['→'] = "->", ['←'] = "<-", ['≤'] = "<=", ['≥'] = ">=", ['≠'] = "!=", ['×'] = "x", ['±'] = "+-",
        ['·'] = "-", ['•'] = "*", ['“'] = "\"", ['”'] = "\"", ['„'] = "\"", ['‘'] = "'", ['’'] = "'", ['✓'] = "+", ['✔'] = "+", ['✗'] = "x", ['\u00a0'] = " ",
    };

    /// <value>ASCII; what it does not have is spelt, or written <c>\u00e9</c>.</value>
    public static Encoding Encoding { get; } = Encoding.GetEncoding("us-ascii", new Fallback(), DecoderFallback.ReplacementFallback);

    private static string Spell(int character) => Spelt.TryGetValue(character, out var text) ? text
        : character <= char.MaxValue ? "\\u" + character.ToString("x4", CultureInfo.InvariantCulture)
        : "\\U" + character.ToString("x8", CultureInfo.InvariantCulture);

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
