using System.Text;
using Gates.Formats.Foundation;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Gates.Doors.Kubernetes;

/// <summary>The one door to a Kubernetes cluster.</summary>
internal sealed class KubernetesCluster : IClusterObjects
{
    private readonly KubernetesLimits limits;
    private readonly KubernetesCalls calls;
    private readonly KubernetesObjects objects;

    /// <param name="access">From <see cref="Kubeconfig"/> or <see cref="PodAccount"/>.</param>
    /// <param name="time">For time-outs and waits.</param>
    /// <param name="limits">How patient to be; <see langword="null"/> for the defaults.</param>
    public KubernetesCluster(KubernetesAccess access, TimeProvider time, KubernetesLimits? limits = null)
    {
        this.limits = limits ?? new KubernetesLimits();
        calls = new KubernetesCalls(access, time, this.limits);
        objects = new KubernetesObjects(calls, this.limits);
        Name = access.Server.Authority;
    }

    public string Name { get; }

    /// <inheritdoc/>
    public Task<IReadOnlyList<T>> ListAsync<T>(ObjectQuery query, Func<ClusterObject, T> read, CancellationToken cancellationToken) =>
        objects.ListAsync(query, read, cancellationToken);

    /// <summary>Which Kubernetes answers.</summary>
    /// <exception cref="KubernetesException">None does.</exception>
    public async Task<KubernetesVersion> VersionAsync(CancellationToken cancellationToken)
    {
        var question = new KubernetesQuestion("read", "its version");
        var answer = await calls.AskAsync(
            question,
            (client, token) => client.Version.GetCodeWithHttpMessagesAsync(cancellationToken: token),
            cancellationToken);
        return answer.GitVersion is { Length: > 0 } text
            ? new KubernetesVersion(calls.Failures.Safe(text), calls.Failures.Safe(answer.Platform))
            : throw calls.Failures.Malformed(question);
    }

    /// <summary>Every pod of a namespace that a selector finds, in as many pages as it takes.</summary>
    /// <param name="space">The namespace.</param>
    /// <param name="selector">A label selector; empty for all.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="UsageException">Not a namespace or a selector; nothing was sent.</exception>
    /// <exception cref="KubernetesException">There is no answer, or more than the limits allow.</exception>
    public async Task<PodList> ListPodsAsync(string space, string selector, CancellationToken cancellationToken)
    {
        KubernetesNames.Label(space, "namespace");
        KubernetesNames.Selector(selector);
        var question = new KubernetesQuestion("list", "pods", Namespace: space);
        var (pods, pages, restarted) = (new List<Pod>(), 0, false);
        for (string? next = null; ;)
        {
            if (pages++ == limits.MaxPages)
            {
                throw calls.Failures.Fault(
                    KubernetesFault.TooLarge,
                    $"there are more than {limits.MaxPages} pages of {limits.PageSize} to \"{question}\"; ask for less, with a label selector");
            }

            V1PodList page;
            try
            {
                page = await calls.AskAsync(question, (client, token) => PageAsync(client, space, selector, next, token), cancellationToken);
            }
            catch (KubernetesException e) when (e.Fault == KubernetesFault.Forgotten && next is not null && !restarted)
            {
                // Going on without the state that the list began with would leave gaps.
                (next, pages, restarted) = (null, 0, true);
                pods.Clear();
                continue;
            }

            pods.AddRange((page.Items ?? []).Select(KubernetesReader.Pod));
            if (page.Metadata?.ContinueProperty is not { Length: > 0 } more)
            {
                return new PodList(pods, pages, restarted);
            }

            next = more;
        }
    }

    /// <exception cref="UsageException">Not a name; nothing was sent.</exception>
    /// <exception cref="KubernetesException">There is none, or no answer.</exception>
    public async Task<Pod> ReadPodAsync(string space, string name, CancellationToken cancellationToken)
    {
        var question = Question("read", "pod", space, name);
        return KubernetesReader.Pod(await calls.AskAsync(
            question,
            (client, token) => client.CoreV1.ReadNamespacedPodWithHttpMessagesAsync(name, space, cancellationToken: token),
            cancellationToken));
    }

    /// <inheritdoc cref="ReadPodAsync"/>
    public async Task<Deployment> ReadDeploymentAsync(string space, string name, CancellationToken cancellationToken)
    {
        var question = Question("read", "deployment", space, name);
        return KubernetesReader.Deployment(await calls.AskAsync(
            question,
            (client, token) => client.AppsV1.ReadNamespacedDeploymentWithHttpMessagesAsync(name, space, cancellationToken: token),
            cancellationToken));
    }

    /// <summary>The beginning of what a container has written so far.</summary>
    /// <param name="space">The namespace.</param>
    /// <param name="name">The pod.</param>
    /// <param name="container">Which of its containers; <see langword="null"/> when it has one.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <inheritdoc cref="ReadPodAsync"/>
    public async Task<PodLog> ReadPodLogAsync(string space, string name, string? container, CancellationToken cancellationToken)
    {
        var question = Question("read the log of", "pod", space, name);
        if (container is not null)
        {
            KubernetesNames.Label(container, "container");
        }

        var stream = await calls.AskAsync(
            question,
            (client, token) => client.CoreV1.ReadNamespacedPodLogWithHttpMessagesAsync(
                name,
                space,
                container,
                limitBytes: limits.MaxLog + 1,
                cancellationToken: token),
            cancellationToken);
        var bytes = new byte[limits.MaxLog + 1];
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        return new PodLog(Encoding.UTF8.GetString(bytes, 0, Math.Min(length, limits.MaxLog)), length > limits.MaxLog);
    }

    /// <summary>Has a job run.</summary>
    /// <exception cref="UsageException">Not a name; nothing was sent.</exception>
    /// <exception cref="KubernetesException">It was not taken.</exception>
    public async Task CreateJobAsync(JobOrder order, CancellationToken cancellationToken)
    {
        // The pods' names begin with it, and a label holds it.
        KubernetesNames.Label(order.Name, "job");
        var question = Question("create", "job", order.Namespace, order.Name);
        await calls.AskAsync(
            question,
            (client, token) => client.BatchV1.CreateNamespacedJobWithHttpMessagesAsync(JobWriter.Job(order), order.Namespace, cancellationToken: token),
            cancellationToken);
    }

    /// <summary>Takes a job away, with its pods.</summary>
    /// <inheritdoc cref="ReadPodAsync"/>
    public async Task DeleteJobAsync(string space, string name, CancellationToken cancellationToken)
    {
        var question = Question("delete", "job", space, name);
        await calls.AskAsync(
            question,
            (client, token) => client.BatchV1.DeleteNamespacedJobWithHttpMessagesAsync(
                name,
                space,
                propagationPolicy: "Background",
                cancellationToken: token),
            cancellationToken);
    }

    public void Dispose() => calls.Dispose();

    private Task<HttpOperationResponse<V1PodList>> PageAsync(
        k8s.Kubernetes client,
        string space,
        string selector,
        string? next,
        CancellationToken cancellationToken) =>
        client.CoreV1.ListNamespacedPodWithHttpMessagesAsync(
            space,
            continueParameter: next,
            labelSelector: selector.Length == 0 ? null : selector,
            limit: limits.PageSize,
            cancellationToken: cancellationToken);

    private static KubernetesQuestion Question(string verb, string resource, string space, string name)
    {
        KubernetesNames.Label(space, "namespace");
        return new KubernetesQuestion(verb, resource, KubernetesNames.Subdomain(name, resource), space);
    }
}

/// <summary>Which Kubernetes answers.</summary>
/// <param name="Text">For example <c>v1.31.2</c>.</param>
/// <param name="Platform">For example <c>linux/amd64</c>.</param>
internal sealed record KubernetesVersion(string Text, string Platform);
