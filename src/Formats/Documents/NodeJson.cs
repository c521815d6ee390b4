using System.Globalization;
using System.Text.Json;

namespace Gates.Formats.Documents;

/// <summary>Documents in the compact JSON that policies receive them in; the policy prelude is its reader.</summary>
internal static class NodeJson
{
    /// <value>Beyond this a JavaScript number is no longer exact.</value>
    private const long MaxExactInteger = 1L << 53;

    public static void WriteDocument(Utf8JsonWriter writer, string path, int index, DocumentNode root)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("$doc", true);
        writer.WriteString("path", path);
        writer.WriteNumber("index", index);
        writer.WritePropertyName("root");
        WriteNode(writer, root);
        writer.WriteEndObject();
    }

    /// <summary>All documents of a file as an array; null when there are none to speak of.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="name">The property; <see langword="null"/> for a value alone.</param>
    /// <param name="path">The file.</param>
    /// <param name="documents">What it holds.</param>
    public static void WriteDocuments(Utf8JsonWriter writer, string? name, string path, IReadOnlyList<DocumentNode>? documents)
    {
        if (name is not null)
        {
            writer.WritePropertyName(name);
        }

        if (documents is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (var i = 0; i < documents.Count; i++)
        {
            WriteDocument(writer, path, i, documents[i]);
        }

        writer.WriteEndArray();
    }

    public static void WriteNode(Utf8JsonWriter writer, DocumentNode node)
    {
        writer.WriteStartObject();
        writer.WriteString("$node", node.Kind switch { NodeKind.Map => "map", NodeKind.Sequence => "seq", _ => "scalar" });
        writer.WriteNumber("line", node.Line);
        writer.WriteNumber("column", node.Column);
        if (node.EndLine > node.Line)
        {
            writer.WriteNumber("endLine", node.EndLine);
        }

        switch (node.Kind)
        {
            case NodeKind.Map:
                WriteEntries(writer, node.Entries);
                break;
            case NodeKind.Sequence:
                WriteItems(writer, node.Items);
                break;
            default:
                WriteScalar(writer, node);
                break;
        }

        writer.WriteEndObject();
    }

    private static void WriteEntries(Utf8JsonWriter writer, IReadOnlyList<DocumentEntry> entries)
    {
        writer.WriteStartArray("entries");
        foreach (var entry in entries)
        {
            writer.WriteStartObject();
            writer.WriteString("key", entry.Key);
            writer.WriteNumber("keyLine", entry.Line);
            writer.WriteNumber("keyColumn", entry.Column);
            if (entry.Occurrence is { } occurrence)
            {
                writer.WriteNumber("occurrence", occurrence);
            }

            writer.WritePropertyName("node");
            WriteNode(writer, entry.Node);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteItems(Utf8JsonWriter writer, IReadOnlyList<DocumentNode> items)
    {
        writer.WriteStartArray("items");
        foreach (var item in items)
        {
            WriteNode(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteScalar(Utf8JsonWriter writer, DocumentNode node)
    {
        writer.WritePropertyName("value");
        switch (node.Value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool value:
                writer.WriteBooleanValue(value);
                break;
            case long value:
                writer.WriteNumberValue(value);
                break;
            case double value when double.IsFinite(value):
                writer.WriteNumberValue(value);
                break;
            default:
                // A number that JSON cannot hold stays what the file says.
                writer.WriteStringValue(node.Text);
                break;
        }

        if (!ReadsAsWritten(node))
        {
            writer.WriteString("text", node.Text);
        }
    }

    private static bool ReadsAsWritten(DocumentNode node) => node.Value switch
    {
        null => node.Text == "null",
        bool value => node.Text == (value ? "true" : "false"),
        long value => Math.Abs((decimal)value) <= MaxExactInteger && node.Text == value.ToString(CultureInfo.InvariantCulture),
        double value => !double.IsFinite(value),
        _ => true,
    };
}
