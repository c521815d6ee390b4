using System.Text.Json;

namespace Gates.Doors.Kubernetes;

/// <summary>Objects that were written down, asked as a cluster is.</summary>
internal sealed class RecordedCluster(IReadOnlyList<JsonElement> objects) : IClusterObjects
{
    public string Name => "recorded";

    public Task<IReadOnlyList<T>> ListAsync<T>(ObjectQuery query, Func<ClusterObject, T> read, CancellationToken cancellationToken)
    {
        query.Checked();
        var labels = LabelSelector.Parse(query.Labels);
        return Task.FromResult<IReadOnlyList<T>>(
        [
            .. from one in objects
               where Text(one, "apiVersion") == query.ApiVersion && Text(one, "kind") == query.Kind
               let metadata = one.GetProperty("metadata")
               let space = Text(metadata, "namespace")
               where (query.Namespaces.Count == 0 || query.Namespaces.Contains(space, StringComparer.Ordinal)) && labels.Matches(metadata)
               select read(new ClusterObject(space, Text(metadata, "name"), one)),
        ]);
    }

    public void Dispose()
    {
        // There is nothing to close.
    }

    private static string Text(JsonElement map, string key) =>
        map.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
