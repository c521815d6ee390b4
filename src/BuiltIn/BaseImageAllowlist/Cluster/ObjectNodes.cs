using System.Text.Json;
using Gates.Doors.Kubernetes;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.BaseImageAllowlist.Cluster;

/// <summary>Objects of a cluster in the form in which a policy reads manifests, less what no rule about images can ask for.</summary>
internal static class ObjectNodes
{
    private const int MaxDepth = 40;

    /// <summary>What kubectl notes of the manifest: as long as the object, and a copy of it.</summary>
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    private static readonly string[] OfMetadata = ["name", "namespace", "labels", "annotations"];

    /// <summary>Its kind and its metadata: what rules ask of the owner of a pod.</summary>
    public static DocumentNode Header(ObjectQuery query, ClusterObject one) => Node([.. Head(query, one)]);

    /// <summary>With its specification.</summary>
    public static DocumentNode Whole(ObjectQuery query, ClusterObject one) =>
        Node([.. Head(query, one), .. one.Content.TryGetProperty("spec", out var spec) ? [("spec", Of(spec, 0))] : Array.Empty<(string, DocumentNode)>()]);

    /// <summary>An item of a list names neither its version nor its kind; what was asked for does.</summary>
    private static IEnumerable<(string Key, DocumentNode Node)> Head(ObjectQuery query, ClusterObject one)
    {
        yield return ("apiVersion", Text(query.ApiVersion));
        yield return ("kind", Text(query.Kind));
        if (one.Content.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object)
        {
            yield return ("metadata", Node([.. metadata.EnumerateObject()
                .Where(entry => OfMetadata.Contains(entry.Name, StringComparer.Ordinal))
                .Select(entry => (entry.Name, Of(entry.Value, 0)))]));
        }
    }

    /// <summary>What stands deeper than any pod's specification is left out.</summary>
    private static DocumentNode Of(JsonElement value, int depth) => value.ValueKind switch
    {
        JsonValueKind.Object when depth < MaxDepth => Node([.. value.EnumerateObject()
            .Where(entry => entry.Name != LastApplied)
            .Select(entry => (entry.Name, Of(entry.Value, depth + 1)))]),
        JsonValueKind.Array when depth < MaxDepth => DocumentNode.Sequence([.. value.EnumerateArray().Select(item => Of(item, depth + 1))], 0, 0),
        JsonValueKind.String => Text(value.GetString()!),
        JsonValueKind.Number => DocumentNode.Scalar(value.TryGetInt64(out var whole) ? whole : value.GetDouble(), value.GetRawText(), 0, 0),
        JsonValueKind.True => DocumentNode.Scalar(true, "true", 0, 0),
        JsonValueKind.False => DocumentNode.Scalar(false, "false", 0, 0),
        _ => DocumentNode.Scalar(null, "null", 0, 0),
    };

    private static DocumentNode Text(string text) => DocumentNode.Scalar(text, text, 0, 0);

    private static DocumentNode Node(IReadOnlyList<(string Key, DocumentNode Node)> entries) =>
        DocumentNode.Map([.. entries.Select(entry => new DocumentEntry(entry.Key, 0, 0, entry.Node))], 0, 0);
}
