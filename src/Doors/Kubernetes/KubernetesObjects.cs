using System.Text.Json;
using Gates.Doors.Http;
using k8s.Autorest;

namespace Gates.Doors.Kubernetes;

/// <summary>
/// Lists objects of any kind, page by page. The package's types are not used: they know no custom resources, and keep every list whole.
/// </summary>
internal sealed class KubernetesObjects(KubernetesCalls calls, KubernetesLimits limits)
{
    private const string Whole = "application/json";
    private const string Metadata = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    private const int MaxDepth = 200;

    private readonly Dictionary<string, IReadOnlyList<KubernetesResource>> served = new(StringComparer.Ordinal);
    private HashSet<string>? versions;

    /// <inheritdoc cref="IClusterObjects.ListAsync"/>
    public async Task<IReadOnlyList<T>> ListAsync<T>(ObjectQuery query, Func<ClusterObject, T> read, CancellationToken cancellationToken)
    {
        query.Checked();
        KubernetesResource resource;
        try
        {
            resource = await ResourceAsync(query, cancellationToken);
        }
        catch (KubernetesException e) when (query.IsOptional && e.Fault == KubernetesFault.NotFound)
        {
            return [];
        }

        if (!resource.HasNamespaces && query.Namespaces.Count > 0)
        {
            throw calls.Failures.Fault(KubernetesFault.Refused, $"a {query.Kind} is in no namespace; leave the namespaces out");
        }

        var all = new List<T>();
        foreach (var space in query.Namespaces.Count > 0 ? query.Namespaces.Distinct(StringComparer.Ordinal) : [""])
        {
            all.AddRange(await ListAsync(query, resource.Plural, space, read, cancellationToken));
        }

        return all;
    }

    private async Task<List<T>> ListAsync<T>(
        ObjectQuery query, string plural, string space, Func<ClusterObject, T> read, CancellationToken cancellationToken)
    {
        var question = new KubernetesQuestion("list", plural, Namespace: space.Length > 0 ? space : null);
        var address = $"{query.Root}/{(space.Length > 0 ? $"namespaces/{space}/" : "")}{plural}?limit={limits.PageSize}"
            + (query.Labels.Length > 0 ? "&labelSelector=" + Uri.EscapeDataString(query.Labels) : "");
        var (all, pages, restarted) = (new List<T>(), 0, false);
        for (string? next = null; ;)
        {
            if (pages++ == limits.MaxPages)
            {
                throw calls.Failures.Fault(
                    KubernetesFault.TooLarge,
                    $"there are more than {limits.MaxPages} pages of {limits.PageSize} to \"{question}\"; ask for less, with a label selector");
            }

            ObjectPage<T> page;
            try
            {
                var whole = address + (next is null ? "" : "&continue=" + Uri.EscapeDataString(next));
                page = await PageAsync(question, whole, query.IsMetadataOnly ? Metadata : Whole, item => Read(item, question, space, read), cancellationToken);
            }
            catch (KubernetesException e) when (e.Fault == KubernetesFault.Forgotten && next is not null && !restarted)
            {
                // Going on without the state that the list began with would leave gaps.
                (next, pages, restarted) = (null, 0, true);
                all.Clear();
                continue;
            }

            all.AddRange(page.Items);
            if (page.Next.Length == 0)
            {
                return all;
            }

            next = page.Next != next ? page.Next : throw calls.Failures.Malformed(question);
        }
    }

    private Task<ObjectPage<T>> PageAsync<T>(
        KubernetesQuestion question, string address, string accept, Func<JsonElement, T> read, CancellationToken cancellationToken) =>
        SendAsync(question, address, accept, isReadByAsker: true, async (stream, token) =>
        {
            var items = new List<T>();
            var list = new ObjectListReader(item => items.Add(read(item)), limits.MaxAnswer);
            try
            {
                await list.ReadAsync(stream, token);
            }
            catch (Exception e) when (IsOfShape(e))
            {
                throw calls.Failures.Malformed(question);
            }

            return new ObjectPage<T>(items, list.Next);
        }, cancellationToken);

    private T Read<T>(JsonElement item, KubernetesQuestion question, string space, Func<ClusterObject, T> read)
    {
        var metadata = item.GetProperty("metadata");
        var name = metadata.GetProperty("name").GetString() ?? "";
        var own = metadata.TryGetProperty("namespace", out var text) ? text.GetString() ?? "" : "";
        return KubernetesNames.IsPathSegment(name) && (own.Length == 0 || KubernetesNames.IsPathSegment(own)) && (space.Length == 0 || own == space)
            ? read(new ClusterObject(own, name, item))
            : throw calls.Failures.Malformed(question);
    }

    private async Task<KubernetesResource> ResourceAsync(ObjectQuery query, CancellationToken cancellationToken)
    {
        if (query.Plural.Length > 0)
        {
            return new KubernetesResource(query.Plural, query.Kind, HasNamespaces: true);
        }

        if (!served.TryGetValue(query.ApiVersion, out var all))
        {
            await CheckServedAsync(query.ApiVersion, cancellationToken);
            var question = new KubernetesQuestion("read the kinds of", query.ApiVersion);
            served[query.ApiVersion] = all = Parse(await GetAsync(question, query.Root, Whole, cancellationToken), question, Resources);
        }

        return all.FirstOrDefault(resource => resource.Kind == query.Kind)
            ?? throw calls.Failures.Fault(
                KubernetesFault.NotFound,
                $"{query.ApiVersion} has no kind {query.Kind} that can be listed; it has "
                    + calls.Failures.Safe(string.Join(", ", all.Select(resource => resource.Kind).Order(StringComparer.Ordinal))));
    }

    /// <summary>Read from the list of all: a version that is not served is answered with a 404 that is no <c>Status</c>, which any server might give.</summary>
    private async Task CheckServedAsync(string apiVersion, CancellationToken cancellationToken)
    {
        if (!apiVersion.Contains('/', StringComparison.Ordinal))
        {
            return;
        }

        var question = new KubernetesQuestion("read", "its API groups");
        versions ??= Parse(await GetAsync(question, "apis", Whole, cancellationToken), question, root =>
            (from one in root.GetProperty("groups").EnumerateArray()
             from version in one.GetProperty("versions").EnumerateArray()
             select version.GetProperty("groupVersion").GetString() ?? "").ToHashSet(StringComparer.Ordinal));
        if (!versions.Contains(apiVersion))
        {
            throw calls.Failures.Fault(KubernetesFault.NotFound, $"it does not serve {apiVersion}; `kubectl api-versions` shows what it serves");
        }
    }

    /// <summary>What has a slash is a part of another resource, such as <c>deployments/scale</c>.</summary>
    private static List<KubernetesResource> Resources(JsonElement root) =>
    [
        .. from one in root.GetProperty("resources").EnumerateArray()
           let name = one.GetProperty("name").GetString() ?? ""
           where KubernetesNames.IsLabel(name) && one.GetProperty("verbs").EnumerateArray().Any(verb => verb.ValueEquals("list"))
           select new KubernetesResource(name, one.GetProperty("kind").GetString() ?? "", one.GetProperty("namespaced").GetBoolean()),
    ];

    private T Parse<T>(Stream answer, KubernetesQuestion question, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(answer, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return read(document.RootElement);
        }
        catch (Exception e) when (IsOfShape(e))
        {
            throw calls.Failures.Malformed(question);
        }
    }

    private static bool IsOfShape(Exception e) => e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException;

    /// <summary>An answer that is kept whole, within the limit.</summary>
    private Task<Stream> GetAsync(KubernetesQuestion question, string address, string accept, CancellationToken cancellationToken) =>
        SendAsync(question, address, accept, isReadByAsker: false, (stream, _) => Task.FromResult(stream), cancellationToken);

    private Task<T> SendAsync<T>(
        KubernetesQuestion question,
        string address,
        string accept,
        bool isReadByAsker,
        Func<Stream, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken) =>
        calls.AskAsync(
            question,
            async (client, token) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseUri, address));
                request.Options.Set(BoundedAnswers.IsReadByAsker, isReadByAsker);
                request.Headers.TryAddWithoutValidation("Accept", accept);
                if (client.Credentials is { } credentials)
                {
                    await credentials.ProcessHttpRequestAsync(request, token);
                }

                // Nothing is buffered a second time.
                var answer = await client.HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
                if (!answer.IsSuccessStatusCode)
                {
                    throw new HttpOperationException
                    {
                        Response = new HttpResponseMessageWrapper(answer, await answer.Content.ReadAsStringAsync(token)),
                    };
                }

                // What is kept whole is in memory, and needs no disposing.
                using var arriving = isReadByAsker ? answer : null;
                return new HttpOperationResponse<T> { Body = await read(await answer.Content.ReadAsStreamAsync(token), token) };
            },
            cancellationToken);

    /// <summary>One answer of a list.</summary>
    /// <param name="Items">What was made of its objects.</param>
    /// <param name="Next">Where the next one begins; empty for the last.</param>
    private sealed record ObjectPage<T>(IReadOnlyList<T> Items, string Next);
}

/// <summary>A kind as the cluster serves it.</summary>
internal sealed record KubernetesResource(string Plural, string Kind, bool HasNamespaces);
