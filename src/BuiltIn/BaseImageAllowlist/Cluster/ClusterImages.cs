using Gates.BuiltIn.BaseImageAllowlist.Lists;
using Gates.Doors.Kubernetes;
using Gates.Formats.Dockerfiles;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.BaseImageAllowlist.Cluster;

/// <summary>Asks a cluster which images it runs, and of which it has templates.</summary>
internal sealed class ClusterImages
{
    /// <value>What names a container's image beyond this is cut: it is told, kept and signed.</value>
    private const int MaxText = 1_024;

    private static readonly ObjectQuery[] Controllers =
    [
        new("apps/v1", "Deployment"),
        new("apps/v1", "StatefulSet"),
        new("apps/v1", "DaemonSet"),
        new("batch/v1", "CronJob") { IsOptional = true },
        new("batch/v1beta1", "CronJob") { IsOptional = true },
        new("argoproj.io/v1alpha1", "Rollout") { IsOptional = true },
    ];

    private readonly ClusterOptions options;
    private readonly ObjectQuery[] controllers;

    /// <exception cref="UsageException">An option could not stand in a question to a cluster.</exception>
    public ClusterImages(ClusterOptions options)
    {
        this.options = options;
        controllers = [.. Controllers.Concat(options.Kinds.Select(Kind)).DistinctBy(query => (query.ApiVersion, query.Kind))];
        foreach (var query in controllers.Select(Asked))
        {
            query.Checked();
        }
    }

    /// <exception cref="EvaluationException">The cluster does not say, or there is more than anybody could be shown.</exception>
    public async Task<ClusterSnapshot> CollectAsync(IClusterObjects cluster, PolicyList policies, CancellationToken cancellationToken)
    {
        var (rules, owners) = (new ClusterRules(policies), new Dictionary<RunningWorkload, RunningWorkload>());
        var (found, workloads) = (new Tally(), 0);
        foreach (var query in controllers)
        {
            workloads += await AddTemplatesAsync(query, _ => true);
        }

        await AddTemplatesAsync(new ObjectQuery("apps/v1", "ReplicaSet") { IsMetadataOnly = true }, _ => false);
        workloads += await AddTemplatesAsync(new ObjectQuery("batch/v1", "Job"), one => !ObjectImages.HasEnded(one));
        var pods = await ListAsync(cluster, new ObjectQuery("v1", "Pod"), one =>
        {
            var pod = ObjectImages.Pod(one);
            var chain = Chain(pod.Owner, owners).ToList();
            return new PodImages(chain[^1], rules.OfPod(one, pod.Images, chain));
        }, cancellationToken);
        foreach (var pod in pods)
        {
            found.AddPod(pod);
        }

        return new ClusterSnapshot(cluster.Name, found.Images(), pods.Count, workloads);

        // A list may begin again in the middle, so that reading an object twice must change nothing.
        async Task<int> AddTemplatesAsync(ObjectQuery query, Func<ClusterObject, bool> isLive) => (await ListAsync(cluster, query, one =>
        {
            var workload = new RunningWorkload(one.Namespace, query.Kind, one.Name);
            var owner = ObjectImages.Owner(one);
            if (owner is { } controller)
            {
                owners[workload] = controller;
            }

            rules.AddOwner(workload, query, one);
            found.AddTemplate(owner ?? workload, isLive(one) ? rules.OfTemplate(query, one, ObjectImages.Template(one)) : []);
            return true;
        }, cancellationToken)).Count;
    }

    /// <summary>What made it, and what made that. A chain is short; one that goes in a circle is cut.</summary>
    private static IEnumerable<RunningWorkload> Chain(RunningWorkload owner, Dictionary<RunningWorkload, RunningWorkload> owners)
    {
        yield return owner;
        for (var i = 0; i < 5 && owners.TryGetValue(owner, out var next); i++)
        {
            yield return owner = next;
        }
    }

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        IClusterObjects cluster, ObjectQuery query, Func<ClusterObject, T> read, CancellationToken cancellationToken)
    {
        var all = await cluster.ListAsync(Asked(query), one => Sees(one.Namespace) ? new Seen<T>(read(one)) : null, cancellationToken);
        return [.. all.OfType<Seen<T>>().Select(one => one.Value)];
    }

    /// <summary>A list with a star is asked for everywhere, and what does not match is not looked at.</summary>
    private ObjectQuery Asked(ObjectQuery query) => query with
    {
        Namespaces = options.Namespaces.Any(space => space.Contains('*', StringComparison.Ordinal)) ? [] : options.Namespaces,
        Labels = query.Kind == "ReplicaSet" ? "" : options.Labels,
    };

    private bool Sees(string space) =>
        options.Namespaces.Any(pattern => Wildcard.Matches(pattern, space)) && !options.ExcludeNamespaces.Any(pattern => Wildcard.Matches(pattern, space));

    private static ObjectQuery Kind(string text) => text.LastIndexOf('/') is > 0 and var slash
        ? new ObjectQuery(text[..slash], text[(slash + 1)..])
        : throw new UsageException(
            $"base-image-allowlist: \"{text}\" in `cluster.kinds` is no kind; write group/version/Kind, for example example.org/v1/Worker");

    private sealed record Seen<T>(T Value);

    /// <summary>Counts pods that run the same, and leaves out templates whose pods were seen.</summary>
    private sealed class Tally
    {
        private readonly Dictionary<(RunningWorkload Workload, ContainerImage Image), int> running = [];
        private readonly HashSet<(RunningWorkload Workload, ContainerImage Image)> templates = [];

        public void AddTemplate(RunningWorkload workload, IReadOnlyList<ContainerImage> images) =>
            templates.UnionWith(images.Select(image => (workload, image)));

        public void AddPod(PodImages pod)
        {
            foreach (var image in pod.Images)
            {
                running[(pod.Owner, image)] = running.GetValueOrDefault((pod.Owner, image)) + 1;
            }
        }

        public IReadOnlyList<RunningImage> Images()
        {
            var seen = running.Keys.Select(one => (one.Workload, Image: one.Image with { Digest = null, Answer = null })).ToHashSet();
            return
            [
                .. running.Select(one => Image(one.Key.Workload, one.Key.Image) with { Pods = one.Value })
                    .Concat(templates.Where(one => !seen.Contains((one.Workload, one.Image with { Answer = null })))
                        .Select(one => Image(one.Workload, one.Image) with { IsTemplate = true }))
                    .OrderBy(image => image.Workload.ToString(), StringComparer.Ordinal)
                    .ThenBy(image => image.Container, StringComparer.Ordinal)
                    .ThenBy(image => image.Written, StringComparer.Ordinal)
                    .ThenBy(image => image.Digest, StringComparer.Ordinal),
            ];
        }

        private static RunningImage Image(RunningWorkload workload, ContainerImage image) => new()
        {
            Workload = new RunningWorkload(workload.Namespace, Cut(workload.Kind), Cut(workload.Name)),
            Container = Cut(image.Container),
            Kind = image.Kind,
            Written = Cut(image.Written),
            Reference = ImageReference.TryParse(image.Written, out var reference, out _) ? reference : null,
            Digest = image.Digest,
            Answer = image.Answer,
        };

        private static string Cut(string text) => text.Length <= MaxText ? text : text[..MaxText];
    }
}
