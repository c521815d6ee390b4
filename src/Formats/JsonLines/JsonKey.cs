using System.Text;
using System.Text.Json;

namespace Gates.Formats.JsonLines;

/// <summary>How often a key stands in the records of a file, and with which values as long as they are few.</summary>
internal sealed class JsonKey(string name)
{
    /// <value>Different values that are listed; of a key with more, none are.</value>
    public const int MaxValues = 50;

    /// <value>Bytes of a value that is listed.</value>
    private const int MaxLength = 200;

    private Dictionary<string, JsonKeyValue>? values = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(name);

    /// <value>Records that have it.</value>
    public int Count { get; private set; }

    /// <value>The first record that lacks it; 0 when none does.</value>
    public int FirstMissing { get; private set; }

    /// <value>By what the file writes; <see langword="null"/> when they are too many, too long, or no plain values.</value>
    public IReadOnlyCollection<JsonKeyValue>? Values => values?.Values;

    /// <value>The last record that has it, by its line.</value>
    public int LastLine { get; private set; }

    /// <param name="reader">Stands on the value.</param>
    /// <param name="line">The record's.</param>
    /// <param name="first">The line of the file's first record.</param>
    public void Saw(ref Utf8JsonReader reader, int line, int first)
    {
        if (LastLine == line)
        {
            return;
        }

        FirstMissing = Count == 0 && first != line ? first : FirstMissing;
        (Count, LastLine) = (Count + 1, line);
        if (values is not null)
        {
            Keep(ref reader, line);
        }
    }

    /// <summary>A record of objects lacks it.</summary>
    public void Lacked(int line) => FirstMissing = FirstMissing == 0 ? line : FirstMissing;

    private void Keep(ref Utf8JsonReader reader, int line)
    {
        var raw = reader.ValueSpan;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray || raw.Length > MaxLength)
        {
            values = null;
            return;
        }

        // One character a byte, and what tells a text from a number.
        Span<char> written = stackalloc char[MaxLength + 1];
        written[0] = reader.TokenType == JsonTokenType.String ? '"' : '.';
        var text = written[..(Encoding.Latin1.GetChars(raw, written[1..]) + 1)];
        var lookup = values!.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(text, out var known))
        {
            known.Count++;
        }
        else if (values.Count == MaxValues)
        {
            values = null;
        }
        else
        {
            lookup[text] = new JsonKeyValue(ValueOf(ref reader), line);
        }
    }

    private static object? ValueOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => reader.GetDouble(),
        _ => null,
    };
}

/// <param name="value">A text, a number, a bool or <see langword="null"/>.</param>
/// <param name="line">Where it stands first.</param>
internal sealed class JsonKeyValue(object? value, int line)
{
    public object? Value { get; } = value;

    public int Line { get; } = line;

    public int Count { get; set; } = 1;
}
