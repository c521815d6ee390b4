using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Support;

/// <summary>Registries that exist only in a test; they answer as the OCI distribution specification says.</summary>
public sealed class MemoryRegistry : HttpMessageHandler
{
    private readonly Dictionary<string, (string Type, string Body)> content = new(StringComparer.Ordinal);
    private readonly Lock exclusive = new();
    private readonly List<string> asked = [];

    /// <value>Whether it is down.</value>
    public bool IsDown { get; set; }

    /// <value>What was asked, in order: host and path.</value>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (exclusive)
            {
                return [.. asked];
            }
        }
    }

    /// <param name="repository">With the registry's host, for example <c>ghcr.io/acme/shop</c>.</param>
    /// <param name="tag">The tag; <see langword="null"/> for none.</param>
    /// <param name="manifest">The text.</param>
    /// <returns>The digest.</returns>
    public string Push(string repository, string? tag, string manifest)
    {
        var type = manifest.Contains("\"manifests\"", StringComparison.Ordinal) ? SampleImage.Index : SampleImage.Manifest;
        var digest = SampleImage.DigestOf(manifest);
        content[Key(repository, "manifests/" + digest)] = (type, manifest);
        if (tag is not null)
        {
            content[Key(repository, "manifests/" + tag)] = (type, manifest);
        }

        return digest;
    }

    public void PushBlob(string repository, string blob) =>
        content[Key(repository, "blobs/" + SampleImage.DigestOf(blob))] = ("application/octet-stream", blob);

    public void PushReferrers(string repository, string digest, params string[] descriptors) =>
        content[Key(repository, "referrers/" + digest)] = (SampleImage.Index, SampleImage.List(descriptors));

    /// <summary>An image of one platform, with its configuration.</summary>
    /// <returns>The manifest.</returns>
    public string PushImage(string repository, string? tag, string platform, string[] layers, string labels = "{}")
    {
        var config = SampleImage.Config(platform, layers, labels);
        PushBlob(repository, config);
        var manifest = SampleImage.Image(config);
        Push(repository, tag, manifest);
        return manifest;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        lock (exclusive)
        {
            asked.Add(uri.Authority + uri.AbsolutePath);
        }

        if (IsDown)
        {
            throw new HttpRequestException("Connection refused");
        }

        if (!content.TryGetValue(uri.Authority + uri.AbsolutePath, out var found))
        {
            return Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("""{"errors":[{"code":"MANIFEST_UNKNOWN"}]}""") });
        }

        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(found.Body)) };
        answer.Content.Headers.ContentType = new MediaTypeHeaderValue(found.Type);
        return Task.FromResult(answer);
    }

    private static string Key(string repository, string path)
    {
        var slash = repository.IndexOf('/', StringComparison.Ordinal);
        return $"{repository[..slash]}/v2{repository[slash..]}/{path}";
    }
}
