using System.Buffers;
using System.Text;
using System.Text.Json;
using Gates.Doors.Kubernetes;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Runner.Cases;

/// <summary>The file that stands for a case's cluster: objects as <c>kubectl get -o yaml</c> writes them, one by one or in a list.</summary>
internal static class ClusterFile
{
    public const string Name = "cluster.yaml";

    /// <exception cref="DocumentException">It is no YAML.</exception>
    /// <exception cref="UsageException">One of its documents is no object.</exception>
    public static RecordedCluster Read(byte[] content, string path)
    {
        var documents = YamlReader.Read(Encoding.UTF8.GetString(content), path)
            .SelectMany(one => one.GetText("kind") == "List" ? one.Get("items")?.Items ?? [] : [one]);
        return new RecordedCluster([.. documents.Where(one => one is not { Kind: NodeKind.Scalar, Value: null }).Select(one => Object(one, path))]);
    }

    private static JsonElement Object(DocumentNode node, string path)
    {
        if (node.GetText("kind") is null || node.GetText("apiVersion") is null || node.Get("metadata")?.GetText("name") is null)
        {
            throw new UsageException(FormattableString.Invariant($"{path}:{node.Line}: an object has an apiVersion, a kind, and a name under metadata"));
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, node);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
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
                WriteScalar(json, node);
                break;
        }
    }

    private static void WriteScalar(Utf8JsonWriter json, DocumentNode node)
    {
        switch (node.Value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool value:
                json.WriteBooleanValue(value);
                break;
            case long value:
                json.WriteNumberValue(value);
                break;
            case double value when double.IsFinite(value):
                json.WriteNumberValue(value);
                break;
            default:
                json.WriteStringValue(node.Text);
                break;
        }
    }
}
