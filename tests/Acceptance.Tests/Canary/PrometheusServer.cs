using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Support;
using Xunit;

namespace Acceptance.Tests.Canary;

/// <summary>A real Prometheus with the history of several canaries, made once for all tests.</summary>
public class PrometheusServer : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private Process? process;

    public string Address { get; private set; } = "";

    /// <value>What it holds, as OpenMetrics text.</value>
    protected virtual string History => CanaryHistory.Write();

    /// <value>Its configuration.</value>
    protected virtual string Configuration => "global: {}\n";

    public static bool IsHere => ExternalProgram.Exists("prometheus") && ExternalProgram.Exists("promtool");

    public async ValueTask InitializeAsync()
    {
        if (!IsHere)
        {
            return;
        }

        folder.Write("history.txt", History);
        folder.Write("prometheus.yml", Configuration);
        var made = ExternalProgram.Run("promtool", ["tsdb", "create-blocks-from", "openmetrics", "history.txt", "data"], folder.Path);
        Assert.True(made.ExitCode == 0, made.Error);
        var port = FreePort();
        Address = $"http://127.0.0.1:{port}";
        string[] arguments = [
            "--config.file=prometheus.yml",
            "--storage.tsdb.path=data",
            "--storage.tsdb.retention.time=100y",
            "--enable-feature=native-histograms",
            "--web.enable-remote-write-receiver",
            $"--web.listen-address=127.0.0.1:{port}",
            "--log.level=error"
        ];
        process = Process.Start(new ProcessStartInfo("prometheus", arguments) { UseShellExecute = false, WorkingDirectory = folder.Path })!;
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await IsReadyAsync(client, patience.Token))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), patience.Token);
        }
    }

    public virtual ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process?.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(Address + "/-/ready"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
