using System.Buffers;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace Gates.Attestation.Envelopes;

/// <summary>
/// A value inside JSON that somebody else may have written. Documents with a name twice in one object, or nested deeper than any evidence is, are
/// refused, because two readers could then see two different contents under one signature. Names that are not asked for are ignored.
/// </summary>
internal readonly struct EvidenceJson(JsonElement value, string source, string path)
{
    /// <value>Bytes of one document.</value>
    public const int MaxBytes = 64 << 20;

    private static readonly SearchValues<byte> Standard = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    public JsonElement Value { get; } = value.ValueKind == JsonValueKind.Object
        ? value
        : throw new EvidenceFormatException($"{source}: {(path.Length == 0 ? "the document" : path)} is not an object");

    /// <exception cref="EvidenceFormatException">Not JSON, or JSON that two readers could read differently.</exception>
    public static EvidenceJson Parse(ReadOnlyMemory<byte> utf8, string source) => new(ParseElement(utf8, source), source, "");

    /// <inheritdoc cref="Parse"/>
    public static JsonElement ParseElement(ReadOnlyMemory<byte> utf8, string source)
    {
        if (utf8.Length > MaxBytes)
        {
            throw new EvidenceFormatException(
                FormattableString.Invariant($"{source}: {utf8.Length} bytes, more than the {MaxBytes} that one document may have"));
        }

        try
        {
            var element = JsonElement.Parse(utf8.Span, Strict);
            RequireUnicode(utf8.Span);
            return element;
        }
        catch (InvalidOperationException e)
        {
            throw new EvidenceFormatException($"{source}: not acceptable JSON: {e.Message}", e);
        }
        catch (JsonException e)
        {
            throw new EvidenceFormatException(
                FormattableString.Invariant($"{source}: not acceptable JSON{Place(e)}: {Reason(e)}"),
                e);
        }
    }

    /// <summary>The parser does not say where a key stands twice.</summary>
    private static string Place(JsonException e) =>
        e.LineNumber is { } line ? FormattableString.Invariant($" near byte {e.BytePositionInLine} of line {line + 1}") : "";

    public string Name(string key) => path.Length == 0 ? key : $"{path}.{key}";

    public string Text(string key) => OptionalText(key) ?? throw Wrong(key, "a text is wanted");

    public string? OptionalText(string key) => !Value.TryGetProperty(key, out var text) || text.ValueKind == JsonValueKind.Null
        ? null
        : text.ValueKind == JsonValueKind.String ? text.GetString() : throw Wrong(key, "a text is wanted");

    public bool Flag(string key) => Value.TryGetProperty(key, out var flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? flag.GetBoolean()
        : throw Wrong(key, "true or false is wanted");

    public long Number(string key) => Value.TryGetProperty(key, out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value)
        ? value
        : throw Wrong(key, "a whole number is wanted");

    public DateTimeOffset Time(string key) => OptionalTime(key) ?? throw Wrong(key, "a time is wanted");

    public DateTimeOffset? OptionalTime(string key) => OptionalText(key) is not { } text
        ? null
        : EvidenceTime.TryRead(text, out var time) ? time : throw Wrong(key, $"`{text}` is not a time such as 2026-01-31T08:00:00Z");

    /// <summary>Base64, standard or URL-safe, as DSSE readers must accept both.</summary>
    public byte[] Bytes(string key)
    {
        if (Value.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String && Plain(value) is { } plain)
        {
            return plain;
        }

        var text = Text(key);
        var standard = text.Replace('-', '+').Replace('_', '/');
        var padded = standard.Length % 4 == 0 ? standard : standard + new string('=', 4 - (standard.Length % 4));
        var bytes = new byte[padded.Length / 4 * 3];
        return !text.AsSpan().ContainsAny(" \t\r\n") && Convert.TryFromBase64String(padded, bytes, out var length)
            ? bytes[..length]
            : throw Wrong(key, "damaged base64");
    }

    /// <summary>Standard base64 without escapes, as nearly all is: no text is made of it.</summary>
    /// <returns><see langword="null"/> for anything else.</returns>
    private static byte[]? Plain(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        if (raw.Length % 4 != 0 || raw.ContainsAnyExcept(Standard))
        {
            return null;
        }

        var bytes = new byte[(raw.Length / 4 * 3) - (raw.EndsWith("=="u8) ? 2 : raw.EndsWith("="u8) ? 1 : 0)];
        return Base64.DecodeFromUtf8(raw, bytes, out _, out var length) == OperationStatus.Done && length == bytes.Length ? bytes : null;
    }

    public EvidenceJson Object(string key) => OptionalObject(key) ?? throw Wrong(key, "an object is wanted");

    public EvidenceJson? OptionalObject(string key) => Value.TryGetProperty(key, out var inner) && inner.ValueKind != JsonValueKind.Null
        ? new EvidenceJson(inner, source, Name(key))
        : null;

    public IReadOnlyList<EvidenceJson> Array(string key)
    {
        if (!Value.TryGetProperty(key, out var array) || array.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(key, "a list is wanted");
        }

        var list = new List<EvidenceJson>(array.GetArrayLength());
        foreach (var entry in array.EnumerateArray())
        {
            list.Add(new EvidenceJson(entry, source, FormattableString.Invariant($"{Name(key)}[{list.Count}]")));
        }

        return list;
    }

    public EvidenceFormatException Wrong(string key, string what) => new($"{source}: {Name(key)}: {what}");

    /// <summary>The document's parser looks at texts only when they are asked for, and throws then.</summary>
    private static void RequireUnicode(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Strict.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && (reader.ValueIsEscaped || !Utf8.IsValid(reader.ValueSpan)))
            {
                _ = reader.GetString();
            }
        }
    }

    private static string Reason(JsonException e) => e.Message.Split(" LineNumber:", 2)[0].Split(" Path:", 2)[0];
}
