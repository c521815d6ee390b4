using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gates.Doors.GitHub.Api;

/// <summary>
/// What is read of an answer. The rest is left out before Octokit sees it, which breaks on parts that nobody asked for; what is missing or of another
/// kind is refused, because Octokit would make something up.
/// </summary>
internal sealed record AnswerShape(string Name, JsonValueKind Kind, params AnswerShape[] Parts)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private bool MayBeNull { get; init; }

    private bool MayBeAbsent { get; init; }

    /// <value>It is there, perhaps as null.</value>
    public AnswerShape OrNull => this with { MayBeNull = true };

    public AnswerShape OrAbsent => this with { MayBeNull = true, MayBeAbsent = true };

    /// <value>Whether a list in its place stands for nothing, which is how GitHub answers for a folder.</value>
    public bool MayBeList { get; init; }

    public static AnswerShape Answer(params AnswerShape[] parts) => new("the answer", JsonValueKind.Object, parts);

    public static AnswerShape Part(string name, params AnswerShape[] parts) => new(name, JsonValueKind.Object, parts);

    public static AnswerShape Text(string name) => new(name, JsonValueKind.String);

    public static AnswerShape Number(string name) => new(name, JsonValueKind.Number);

    public static AnswerShape Flag(string name) => new(name, JsonValueKind.True);

    /// <summary>The answer without what is not in this shape.</summary>
    /// <param name="answer">As GitHub sent it.</param>
    /// <param name="isList">Whether it is a list of such things.</param>
    /// <exception cref="JsonException">It is something else.</exception>
    public byte[] Cut(JsonElement answer, bool isList)
    {
        var cut = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(cut, Plain))
        {
            Copy(answer, isList, writer);
        }

        return cut.WrittenSpan.ToArray();
    }

    private void Copy(JsonElement from, bool isList, Utf8JsonWriter to)
    {
        if (MayBeList && from.ValueKind == JsonValueKind.Array)
        {
            to.WriteNullValue();
        }
        else if (!isList)
        {
            Copy(from, to);
        }
        else
        {
            to.WriteStartArray();
            foreach (var item in from.ValueKind == JsonValueKind.Array ? from.EnumerateArray() : throw new JsonException("it is not a list"))
            {
                Copy(item, to);
            }

            to.WriteEndArray();
        }
    }

    private void Copy(JsonElement from, Utf8JsonWriter to)
    {
        var kind = from.ValueKind == JsonValueKind.False ? JsonValueKind.True : from.ValueKind;
        if (kind != Kind || (kind == JsonValueKind.Number && !from.TryGetInt64(out _)))
        {
            throw new JsonException($"{Name} is of another kind");
        }

        if (Parts.Length == 0)
        {
            from.WriteTo(to);
            return;
        }

        to.WriteStartObject();
        foreach (var part in Parts)
        {
            if (!from.TryGetProperty(part.Name, out var value))
            {
                _ = part.MayBeAbsent ? part : throw new JsonException($"{Name} lacks {part.Name}");
            }
            else if (value.ValueKind != JsonValueKind.Null || !part.MayBeNull)
            {
                to.WritePropertyName(part.Name);
                part.Copy(value, to);
            }
        }

        to.WriteEndObject();
    }
}
