using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Support;

namespace Acceptance.Tests.Load;

/// <summary>A small shop on a port of this machine.</summary>
internal sealed class LoadServer : IDisposable
{
    private readonly HttpListener listener;
    private volatile bool isDown;

    public LoadServer()
    {
        (listener, Port) = LocalListener.Open("127.0.0.1");
        _ = LocalListener.ServeAsync(listener, AnswerAsync);
    }

    public int Port { get; }

    /// <value>Method, address and Authorization of each request.</value>
    public ConcurrentQueue<(string Request, string? Authorization)> Seen { get; } = [];

    /// <value>What is answered to <c>/flaky</c>.</value>
    public bool IsDown { get => isDown; set => isDown = value; }

    public string BaseUrl => FormattableString.Invariant($"http://127.0.0.1:{Port}");

    public void Dispose() => listener.Close();

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var (request, answer) = (context.Request, context.Response);
        Seen.Enqueue(($"{request.HttpMethod} {request.RawUrl}", request.Headers["Authorization"]));
        var body = "ok";
        switch (request.Url!.AbsolutePath)
        {
            case "/login":
                body = """{"data":{"tokens":["t-1"]}}""";
                answer.Headers["Set-Cookie"] = "session=abc; Path=/";
                break;
            case "/cart":
                answer.StatusCode = request.Headers["X-Token"] == "t-1" && request.Headers["Cookie"] == "session=abc" ? 200 : 401;
                break;
            case "/slow":
                await Task.Delay(300);
                break;
            case "/missing":
                answer.StatusCode = 404;
                break;
            case "/flaky":
                answer.StatusCode = IsDown ? 503 : 200;
                break;
            case "/home":
                answer.Redirect(BaseUrl + "/");
                break;
            case "/away":
                answer.Redirect("http://169.254.169.254/secrets");
                break;
            default:
                break;
        }

        var bytes = Encoding.UTF8.GetBytes(body);
        answer.ContentLength64 = bytes.Length;
        await answer.OutputStream.WriteAsync(bytes);
        answer.Close();
    }
}
