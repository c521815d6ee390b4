using System.Buffers;
using System.Text.Json;
using Gates.Doors.Kubernetes;

namespace Gates.Pipeline.Facts.Kubernetes;

/// <summary>
/// One object as a fact. What is evidence is told, kept and signed, so no value of a Secret gets in, wherever one is written: in its own data, in what kubectl
/// remembers of it, and in the environment of a container.
/// </summary>
internal static class ObjectFacts
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    public static byte[] Write(string cluster, ObjectQuery query, ClusterObject one)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = 250 }))
        {
            json.WriteStartObject();
            json.WriteString("cluster", cluster);
            json.WriteString("apiVersion", query.ApiVersion);
            json.WriteString("kind", query.Kind);
            json.WriteString("namespace", one.Namespace.Length > 0 ? one.Namespace : null);
            json.WriteString("name", one.Name);
            json.WritePropertyName("object");
            WriteMap(json, one.Content, query.Kind == "Secret", "");
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, JsonElement value, string key)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteMap(json, value, IsSecret(value), key);
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(json, item, key);
                }

                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private static void WriteMap(Utf8JsonWriter json, JsonElement map, bool isSecret, string key)
    {
        json.WriteStartObject();
        foreach (var entry in map.EnumerateObject().Where(entry => entry.Name != LastApplied && (key, entry.Name) is not ("metadata", "managedFields")))
        {
            // To the reader of facts these names would be its own: a document of the repository.
            json.WritePropertyName(entry.Name is "$doc" or "$node" ? "$" + entry.Name : entry.Name);
            if ((isSecret && entry.Name is "data" or "stringData") || (key == "env" && entry.Name == "value"))
            {
                WriteMasked(json, entry.Value);
            }
            else
            {
                Write(json, entry.Value, entry.Name);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteMasked(Utf8JsonWriter json, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            json.WriteStringValue(TokenMask.Mask);
            return;
        }

        json.WriteStartObject();
        foreach (var entry in value.EnumerateObject())
        {
            json.WriteString(entry.Name, TokenMask.Mask);
        }

        json.WriteEndObject();
    }

    private static bool IsSecret(JsonElement map) =>
        map.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals("Secret");
}
