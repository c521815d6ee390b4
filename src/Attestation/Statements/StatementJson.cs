using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Formats.Foundation.Text;

namespace Gates.Attestation.Statements;

/// <summary>Writes what statements have in common.</summary>
internal static class StatementJson
{
    /// <value>Characters of a text that somebody else wrote; the rest of it is counted only.</value>
    public const int MaxTextLength = 1_000;

    public static JsonElement Element(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            write(json);
        }

        return EvidenceJson.ParseElement(buffer.ToArray(), "the statement");
    }

    /// <summary>A text as statements hold it.</summary>
    public static string Cut(string text) => Escape.Cut(text, MaxTextLength);

    /// <summary>A text; nothing where there is none.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, Cut(value));
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(Cut(text));
        }

        json.WriteEndArray();
    }

    public static void Digest(this Utf8JsonWriter json, string sha256)
    {
        json.WriteStartObject("digest");
        json.WriteString("sha256", sha256);
        json.WriteEndObject();
    }

    /// <summary>An in-toto ResourceDescriptor.</summary>
    public static void Resource(
        this Utf8JsonWriter json,
        string name,
        string sha256,
        string mediaType,
        params ReadOnlySpan<(string Name, string? Value)> annotations)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.Digest(sha256);
        json.WriteString("mediaType", mediaType);
        json.WriteStartObject("annotations");
        foreach (var (key, value) in annotations)
        {
            json.Text(key, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
