using System.Globalization;
using System.Net;
using System.Text;
using Support;

namespace Acceptance.Tests.Canary;

/// <summary>What a service says of itself: fifty requests a second, of which three in ten fail for five seconds of every eight.</summary>
internal sealed class FailingExporter : IDisposable
{
    private readonly HttpListener listener;
    private readonly long begun = TimeProvider.System.GetTimestamp();

    public FailingExporter()
    {
        (listener, Port) = LocalListener.Open("127.0.0.1");
        _ = LocalListener.ServeAsync(listener, AnswerAsync);
    }

    public int Port { get; }

    public void Dispose() => listener.Close();

    private Task AnswerAsync(HttpListenerContext context)
    {
        context.Response.ContentType = "text/plain; version=0.0.4";
        context.Response.Close(Encoding.UTF8.GetBytes(Metrics()), willBlock: false);
        return Task.CompletedTask;
    }

    private string Metrics()
    {
        var seconds = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        var failing = (Math.Floor(seconds / 8) * 5) + Math.Min(5, seconds % 8);
        var (all, failed) = (Math.Floor(seconds * 50), Math.Floor(failing * 15));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"http_requests_total{{track=\"canary\",code=\"500\"}} {failed}\nhttp_requests_total{{track=\"canary\",code=\"200\"}} {all - failed}\n");
    }
}
