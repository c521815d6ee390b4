using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gates.Attestation.Envelopes;

/// <summary>JSON in the one form that RFC 8785 (JCS) allows, so that equal content has equal bytes.</summary>
internal static class CanonicalJson
{
    /// <param name="value">From <see cref="EvidenceJson.ParseElement"/>, or written by this program.</param>
    /// <exception cref="EvidenceFormatException">A number that RFC 8785 cannot write.</exception>
    public static byte[] Of(JsonElement value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Write(value, bytes);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>What is written is read back and put in order.</summary>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        var draft = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(draft))
        {
            write(json);
        }

        return Of(EvidenceJson.ParseElement(draft.WrittenMemory, "the document"));
    }

    private static void Write(JsonElement value, ArrayBufferWriter<byte> bytes)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var separator = "{";
                foreach (var property in value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    Put(separator, bytes);
                    WriteText(property.Name, bytes);
                    Put(":", bytes);
                    Write(property.Value, bytes);
                    separator = ",";
                }

                Put(separator == "{" ? "{}" : "}", bytes);
                break;
            case JsonValueKind.Array:
                var before = "[";
                foreach (var entry in value.EnumerateArray())
                {
                    Put(before, bytes);
                    Write(entry, bytes);
                    before = ",";
                }

                Put(before == "[" ? "[]" : "]", bytes);
                break;
            case JsonValueKind.String:
                WriteText(value.GetString()!, bytes);
                break;
            case JsonValueKind.Number:
                Put(Number(value.GetDouble()), bytes);
                break;
            default:
                Put(value.GetRawText(), bytes);
                break;
        }
    }

    private static void WriteText(string text, ArrayBufferWriter<byte> bytes)
    {
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => escaped.Append(c),
            };
        }

        Put(escaped.Append('"').ToString(), bytes);
    }

    /// <summary>ECMAScript's Number::toString (RFC 8785 §3.2.2.3).</summary>
    internal static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new EvidenceFormatException("a number beyond what JSON can carry");
        }

        if (value == 0)
        {
            return "0";
        }

        // .NET and ECMAScript give the same shortest digits; only where the point goes differs.
        var parts = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).Split('E');
        var whole = parts[0].Split('.');
        var all = string.Concat(whole);
        var digits = all.TrimStart('0');
        var point = whole[0].Length - (all.Length - digits.Length)
            + (parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0);
        digits = digits.TrimEnd('0');
        return (value < 0 ? "-" : "") + Place(digits, point);
    }

    /// <param name="digits">Without leading or trailing zeros.</param>
    /// <param name="point">How many of the digits stand before the decimal point.</param>
    private static string Place(string digits, int point)
    {
        if (digits.Length <= point && point <= 21)
        {
            return digits.PadRight(point, '0');
        }

        if (point is > 0 and <= 21)
        {
            return $"{digits[..point]}.{digits[point..]}";
        }

        if (point is > -6 and <= 0)
        {
            return $"0.{new string('0', -point)}{digits}";
        }

        var exponent = string.Create(CultureInfo.InvariantCulture, $"e{(point > 0 ? "+" : "-")}{Math.Abs(point - 1)}");
        return digits.Length == 1 ? digits + exponent : $"{digits[0]}.{digits[1..]}{exponent}";
    }

    private static void Put(string text, ArrayBufferWriter<byte> bytes) => Encoding.UTF8.GetBytes(text, bytes);
}
