using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Acceptance.Tests.GitHubContract;

/// <summary>A server that answers with the description's examples, and refuses what the description does not allow.</summary>
public sealed class Prism : IAsyncLifetime
{
    private readonly GitHubTools tools = new();
    private Process? process;

    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    public GitHubTools Tools => tools;

    public async ValueTask InitializeAsync()
    {
        string program;
        try
        {
            program = tools.Find("node_modules", ".bin", "prism");
        }
        catch (Exception e) when (e.GetType().Name == "SkipException")
        {
            // Each test skips itself, with the reason.
            return;
        }

        var description = tools.Find("used.json");
        tools.Describe("cut", description);
        var port = FreePort();
        Address = new Uri($"http://127.0.0.1:{port}/");
        process = Process.Start(new ProcessStartInfo(
            program,
            [
                "mock",
                "--port",
                $"{port}",
                "--host",
                "127.0.0.1",
                description
            ])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null || line.Data.Contains("Prism is listening", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    public ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
        }

        process?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
