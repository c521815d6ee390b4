using System.Globalization;
using Gates.BuiltIn.BaseImageAllowlist.Lists;
using Gates.Formats.Foundation;
using Gates.Pipeline;

namespace Gates.BuiltIn.BaseImageAllowlist.Cluster;

/// <summary>
/// The cluster that the options name. It is asked once: what a change is compared with is held against the same cluster, which no commit changes,
/// and by the same policies, which are the base's.
/// </summary>
internal sealed class WatchedCluster
{
    private readonly ClusterOptions options;
    private readonly GateServices services;
    private readonly ClusterImages images;
    private readonly IReadOnlyList<IgnoredImage> ignored;
    private ClusterSnapshot? snapshot;

    private WatchedCluster(ClusterOptions options, GateServices services)
    {
        this.options = options;
        this.services = services;
        images = new ClusterImages(options);
        ignored = [.. options.Ignore.Select(Parse)];
    }

    /// <returns><see langword="null"/> when no cluster is to be asked.</returns>
    /// <exception cref="UsageException">An option is not valid.</exception>
    public static WatchedCluster? Create(ClusterOptions options, GateServices? services)
    {
        var isOff = options.Namespaces.Count == 0;
        return isOff && (options.Labels.Length > 0 || options.Kinds.Count > 0 || options.Ignore.Count > 0 || options.Context.Length > 0)
            ? throw new UsageException("base-image-allowlist: `cluster` does not say where to look; write `namespaces`, for example [\"*\"]")
            : isOff ? null : new WatchedCluster(options, services ?? new GateServices(TimeProvider.System));
    }

    /// <exception cref="EvaluationException">What runs could not be seen.</exception>
    public async Task<ClusterEvidence> LookAsync(
        GateContext context, IReadOnlyList<ImageUse> uses, (AllowList Allow, PolicyList Policies) lists, CancellationToken cancellationToken)
    {
        snapshot ??= await AskAsync(lists.Policies, cancellationToken);
        context.Coverage.Saw(snapshot.Pods, "pod");
        context.Coverage.Saw(snapshot.Workloads, "workload");
        return new ClusterEvidence(snapshot, new Drift(uses, snapshot.Images), lists.Allow)
        {
            Namespaces = options.Namespaces,
            Ignored = ignored,
            Changed = context.Changes.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal),
            Today = DateOnly.FromDateTime(services.Time.GetUtcNow().UtcDateTime),
        };
    }

    private async Task<ClusterSnapshot> AskAsync(PolicyList policies, CancellationToken cancellationToken)
    {
        try
        {
            using var cluster = services.OpenCluster(options.Context);
            return await images.CollectAsync(cluster, policies, cancellationToken);
        }
        catch (EvaluationException e)
        {
            throw new EvaluationException($"what runs could not be seen: {e.Message}");
        }
    }

    private static IgnoredImage Parse(IgnoredImageOptions one) =>
        DateOnly.TryParseExact(one.Expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? string.IsNullOrWhiteSpace(one.Reason)
                ? throw new UsageException($"base-image-allowlist: `cluster.ignore` of \"{one.Image}\" gives no reason")
                : new IgnoredImage(AllowEntry.Parse(one.Image), one.Reason, day)
            : throw new UsageException($"base-image-allowlist: \"{one.Expires}\" under `cluster.ignore` is no day; write for example 2027-06-30");
}

/// <summary>An image that may run though nothing declares it.</summary>
/// <param name="Image">Which.</param>
/// <param name="Reason">Why.</param>
/// <param name="Expires">The last day on which that holds.</param>
internal sealed record IgnoredImage(AllowEntry Image, string Reason, DateOnly Expires);
