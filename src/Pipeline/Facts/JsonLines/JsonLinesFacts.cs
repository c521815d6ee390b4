using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.JsonLines;

namespace Gates.Pipeline.Facts.JsonLines;

/// <summary>The records of a file with a JSON value a line: all are counted by their keys and values, the first ones are there.</summary>
internal sealed class JsonLinesFacts : IFactFormat
{
    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var reader = new JsonLinesReader(file.Path);
        reader.Read(content);
        facts.WriteStartObject();
        facts.WriteString("path", file.Path);
        facts.WriteNumber("records", reader.Records);
        facts.WritePropertyName("rows");
        NodeJson.WriteDocument(facts, file.Path, 0, DocumentNode.Sequence(reader.Rows, 1, 1));
        facts.WriteBoolean("truncated", reader.Rows.Count < reader.Records);
        facts.WriteStartArray("keys");
        foreach (var key in reader.Keys)
        {
            Write(facts, key, reader.Records);
        }

        facts.WriteEndArray();
        facts.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter facts, JsonKey key, int records)
    {
        facts.WriteStartObject();
        facts.WriteString("key", key.Name);
        facts.WriteNumber("count", key.Count);
        facts.WriteNumber("missing", records - key.Count);
        if (key.FirstMissing == 0)
        {
            facts.WriteNull("firstMissing");
        }
        else
        {
            facts.WriteNumber("firstMissing", key.FirstMissing);
        }

        if (key.Values is not { } values)
        {
            facts.WriteNull("values");
        }
        else
        {
            facts.WriteStartArray("values");
            foreach (var value in values)
            {
                Write(facts, value);
            }

            facts.WriteEndArray();
        }

        facts.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter facts, JsonKeyValue value)
    {
        facts.WriteStartObject();
        facts.WritePropertyName("value");
        switch (value.Value)
        {
            case string text:
                facts.WriteStringValue(text);
                break;
            case double number when double.IsFinite(number):
                facts.WriteNumberValue(number);
                break;
            case bool flag:
                facts.WriteBooleanValue(flag);
                break;
            default:
                facts.WriteNullValue();
                break;
        }

        facts.WriteNumber("count", value.Count);
        facts.WriteNumber("line", value.Line);
        facts.WriteEndObject();
    }
}
