using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Support;
using Xunit;

namespace Acceptance.Tests.Engines;

/// <summary>A real registry on this machine, Debian's, made once for a class of tests.</summary>
public sealed class DockerRegistry : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private Process? process;

    public static string? Missing => ExternalProgram.Exists("docker-registry") ? null : "needs docker-registry (Debian: docker-registry)";

    /// <value>Host and port.</value>
    public string Authority { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Authority = FormattableString.Invariant($"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        }

        folder.Write(
            "registry.yml",
            $"version: 0.1\nlog: {{ level: error, accesslog: {{ disabled: true }} }}\n"
                + $"storage: {{ filesystem: {{ rootdirectory: {folder.Path}/data }} }}\nhttp: {{ addr: '{Authority}' }}\n");

        // It says every 404 on standard error.
        string[] command = ["-c", "exec docker-registry serve registry.yml 2>registry.log"];
        process = Process.Start(new ProcessStartInfo("/bin/sh", command) { UseShellExecute = false, WorkingDirectory = folder.Path })!;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await IsReadyAsync(patience.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    public ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process?.Dispose();
        client.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Pushes an image of one platform.</summary>
    /// <returns>Its manifest.</returns>
    public async Task<string> PushImageAsync(string repository, string? tag, string platform, string[] layers, string labels = "{}")
    {
        var config = SampleImage.Config(platform, layers, labels);
        await PushBlobAsync(repository, config);
        foreach (var layer in layers)
        {
            await PushBlobAsync(repository, layer);
        }

        var manifest = SampleImage.Image(
            config, string.Join(',', layers.Select(layer => SampleImage.Descriptor("application/vnd.oci.image.layer.v1.tar", layer))));
        await PushAsync(repository, tag, manifest);
        return manifest;
    }

    /// <summary>Pushes a manifest or a list whose parts are there.</summary>
    /// <returns>The digest.</returns>
    public async Task<string> PushAsync(string repository, string? tag, string manifest)
    {
        var digest = SampleImage.DigestOf(manifest);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(manifest));
        content.Headers.ContentType = new MediaTypeHeaderValue(
            manifest.Contains("\"manifests\"", StringComparison.Ordinal) ? SampleImage.Index : SampleImage.Manifest);
        using var answer = await client.PutAsync(new Uri($"http://{Authority}/v2/{repository}/manifests/{tag ?? digest}"), content);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return digest;
    }

    public async Task PushBlobAsync(string repository, string blob)
    {
        using var begun = await client.PostAsync(new Uri($"http://{Authority}/v2/{repository}/blobs/uploads/"), null);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(blob));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var address = new UriBuilder(new Uri(new Uri($"http://{Authority}"), begun.Headers.Location!));
        address.Query += "&digest=" + Uri.EscapeDataString(SampleImage.DigestOf(blob));
        using var answer = await client.PutAsync(address.Uri, content);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://{Authority}/v2/"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
