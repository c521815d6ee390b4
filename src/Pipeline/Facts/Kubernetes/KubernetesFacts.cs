using System.Text.Json;
using Gates.Doors.Kubernetes;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.Facts.Kubernetes;

/// <summary>What a cluster has, by kind. What cannot be had is an error: an account without a role would see an empty cluster.</summary>
internal sealed class KubernetesFacts : IContextFacts, IReachesOut
{
    public const string Kind = "kubernetes";

    /// <value>Of all objects together, in bytes; see <see cref="FactsGate"/>.</value>
    private const int MaxBytes = 32 << 20;

    private readonly IReadOnlyList<ObjectQuery> queries;
    private readonly GateServices? services;
    private IReadOnlyList<byte[]>? objects;

    /// <param name="queries">As <see cref="QueryText"/> writes them.</param>
    /// <param name="services">Opens the cluster; <see langword="null"/> where none may be asked.</param>
    /// <exception cref="UsageException">One is not valid.</exception>
    public KubernetesFacts(IReadOnlyList<string> queries, GateServices? services)
    {
        this.queries = [.. queries.Select(QueryText.Read)];
        this.services = services;
    }

    public string Answers => "what a cluster has";

    public int Count => objects?.Count ?? 0;

    public string Unit => "cluster object";

    public async Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        // Asked once: what a change is compared with is judged by the same cluster, which no commit changes.
        objects ??= await ReadAsync(cancellationToken);
        facts.WriteStartArray();
        foreach (var one in objects)
        {
            facts.WriteRawValue(one, skipInputValidation: true);
        }

        facts.WriteEndArray();
    }

    private async Task<IReadOnlyList<byte[]>> ReadAsync(CancellationToken cancellationToken)
    {
        if (services is null)
        {
            throw new EvaluationException("`kubernetes` facts could not be had: no cluster is asked here");
        }

        try
        {
            using var cluster = services.OpenCluster("");
            var (all, size) = (new List<byte[]>(), 0L);
            foreach (var query in queries)
            {
                all.AddRange(await cluster.ListAsync(query, one => Read(cluster.Name, query, one), cancellationToken));
                size = all.Sum(one => (long)one.Length);
            }

            return all;

            byte[] Read(string name, ObjectQuery query, ClusterObject one)
            {
                var text = ObjectFacts.Write(name, query, one);
                return (size += text.Length) <= MaxBytes
                    ? text
                    : throw new EvaluationException($"the objects are more than {MaxBytes >> 20} MiB; ask for fewer, with `namespaces` or `labels`");
            }
        }
        catch (EvaluationException e)
        {
            throw new EvaluationException($"`kubernetes` facts could not be had: {e.Message}");
        }
    }
}
