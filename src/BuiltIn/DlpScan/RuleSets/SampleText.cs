using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.Values;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>
/// Makes texts with random values in them: <c>key={hex:32}</c> becomes <c>key=</c> and 32 hexadecimal digits. The same seed gives the same text.
/// </summary>
internal static partial class SampleText
{
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <param name="template">The text; <c>{set:length}</c>, <c>{uuid}</c> <c>{crc62:length}</c> (GitHub's checksum added) and
    /// <c>{grafana:length}</c> (a token of Grafana's, with its own) are replaced.</param>
    /// <param name="seed">What makes it differ from others.</param>
    /// <exception cref="EvaluationException">There is no such set.</exception>
    public static string Make(string template, string seed)
    {
        var index = 0;
        return Hole().Replace(template, match =>
        {
            var source = new Source(FormattableString.Invariant($"{seed}/{index++}"));
            var length = match.Groups["length"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;
            return match.Groups["set"].Value switch
            {
                "uuid" => string.Join('-', new[] { 8, 4, 4, 4, 12 }.Select(part => source.Take("0123456789abcdef", part))),
                "crc62" => source.Take(Digits + Upper + Lower, length) is var body ? body + Checksums.Crc62(body) : string.Empty,
                "grafana" => source.Take(SetOf("alnum"), length) is var body ? $"glsa_{body}_{Checksums.GrafanaCrc($"glsa_{body}")}" : string.Empty,
                var set => source.Take(SetOf(set), length),
            };
        });
    }

    private static string SetOf(string name) => name switch
    {
        "digit" => Digits,
        "hex" => "0123456789abcdef",
        "HEX" => "0123456789ABCDEF",
        "lower" => Lower,
        "upper" => Upper,
        "alpha" => Lower + Upper,
        "lownum" => Lower + Digits,
        "upnum" => Upper + Digits,
        "alnum" => Lower + Upper + Digits,
        "url" => Lower + Upper + Digits + "-_",
        "base64" => Lower + Upper + Digits + "+/",
        "base32" => Upper + "234567",
        "lowbase32" => Lower + "234567",
        "print" => Lower + Upper + Digits + "!#$%&*+-.:?@^_~",
        _ => throw new EvaluationException($"dlp-scan makes no samples of '{name}'."),
    };

    [GeneratedRegex("""\{(?<set>uuid|[A-Za-z]+[0-9]*(?=:))(?::(?<length>[0-9]{1,4}))?\}""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Hole();

    /// <summary>Random characters that a seed decides.</summary>
    private sealed class Source(string seed)
    {
        private int block;

        /// <summary>Draws again until the text looks random: a digit, a letter of each case that the set has, and no long run.</summary>
        public string Take(string set, int length)
        {
            while (true)
            {
                var text = Draw(set, length);
                if (length < 8 || (Has(text, set, char.IsAsciiDigit) && Has(text, set, char.IsAsciiLetterLower) && Has(text, set, char.IsAsciiLetterUpper)
                    && text.Distinct().Count() >= Math.Min(6, set.Length)))
                {
                    return text;
                }
            }
        }

        private static bool Has(string text, string set, Func<char, bool> kind) => !set.Any(kind) || text.Any(kind);

        private string Draw(string set, int length)
        {
            var text = new StringBuilder(length);
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            while (text.Length < length)
            {
                SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}/{block++}")), hash);
                for (var i = 0; i < hash.Length && text.Length < length; i += 4)
                {
                    text.Append(set[(int)(BinaryPrimitives.ReadUInt32LittleEndian(hash[i..]) % (uint)set.Length)]);
                }
            }

            return text.ToString();
        }
    }
}
