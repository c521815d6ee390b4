using System.Text;
using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Settings;

namespace Gates.Formats.LoadPlans;

/// <summary>A part of the file as the JSON that a request carries.</summary>
internal static class BodyJson
{
    public static string Write(DocumentNode node)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable with { Indented = false }))
        {
            Write(json, node);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, DocumentNode node)
    {
        switch (node.Kind)
        {
            case NodeKind.Map:
                json.WriteStartObject();
                foreach (var entry in node.Entries)
                {
                    json.WritePropertyName(entry.Key);
                    Write(json, entry.Node);
                }

                json.WriteEndObject();
                break;
            case NodeKind.Sequence:
                json.WriteStartArray();
                foreach (var item in node.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            default:
                WriteScalar(json, node.Value);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case long whole: json.WriteNumberValue(whole); break;
            case double number when double.IsFinite(number): json.WriteNumberValue(number); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case string text: json.WriteStringValue(text); break;
            default: json.WriteNullValue(); break;
        }
    }
}
