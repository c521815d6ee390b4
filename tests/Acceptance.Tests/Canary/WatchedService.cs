using System.Net;
using System.Net.Sockets;
using Support;

namespace Acceptance.Tests.Canary;

/// <summary>A deployment whose good version answers 200 and whose bad one 500.</summary>
internal sealed class WatchedService : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly int port = FreePort();

    public WatchedService() => Name = $"checkout-{port}";

    public string Name { get; }

    public string Health => $"http://127.0.0.1:{port}/cgi-bin/health";

    public string Version => KubernetesCluster.Kubectl("get", "deployment", Name, "--output", "jsonpath={.spec.template.metadata.labels.version}");

    /// <summary>Rolls a version out and waits until it answers.</summary>
    public async Task DeployAsync(string version, int status)
    {
        KubernetesCluster.Kubectl("apply", "--filename", folder.Write("deployment.yml", Manifest(version, status)));
        KubernetesCluster.Kubectl("rollout", "status", $"deployment/{Name}", "--timeout", "3m");
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await AnswerAsync(client, patience.Token) != (status, version))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }

    /// <summary>What it answers: status and version; 0 when nothing does.</summary>
    public async Task<(int Status, string Version)> AnswerAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Health), cancellationToken);
            return ((int)answer.StatusCode, (await answer.Content.ReadAsStringAsync(cancellationToken)).Trim());
        }
        catch (HttpRequestException)
        {
            return (0, "");
        }
    }

    public void Dispose()
    {
        KubernetesCluster.Kubectl("delete", "deployment", Name, "--ignore-not-found", "--wait=false");
        folder.Dispose();
    }

    /// <summary>On the host's network, where the old version gives its port free only when it is gone: the new one asks until it has it.</summary>
    private string Manifest(string version, int status) => $$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: {{Name}} }
        spec:
          selector: { matchLabels: { app: {{Name}} } }
          strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } }
          template:
            metadata: { labels: { app: {{Name}}, version: {{version}} } }
            spec:
              hostNetwork: true
              terminationGracePeriodSeconds: 1
              containers:
                - name: web
                  image: local/busybox:1
                  imagePullPolicy: Never
                  command: [sh, -c]
                  args:
                    - |
                      mkdir -p /www/cgi-bin
                      printf '#!/bin/sh\nprintf "Status: {{status}}\\r\\n\\r\\n{{version}}\\n"\n' > /www/cgi-bin/health
                      chmod +x /www/cgi-bin/health
                      until httpd -f -p 127.0.0.1:{{port}} -h /www; do sleep 0.2; done
        """;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
