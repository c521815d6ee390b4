using System.Collections.Concurrent;
using System.Net;
using Support;

namespace Acceptance.Tests.Actions;

/// <summary>Files over HTTP, with what goes wrong on the way.</summary>
internal sealed class ReleaseServer : IDisposable
{
    private readonly HttpListener listener;
    private readonly Task serving;
    private readonly List<string> requests = [];

    public ReleaseServer()
    {
        (listener, var port) = LocalListener.Open("127.0.0.1");
        Address = FormattableString.Invariant($"http://127.0.0.1:{port}");
        serving = LocalListener.ServeAsync(listener, AnswerAsync);
    }

    public string Address { get; }

    public ConcurrentDictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<string, string> Redirects { get; } = new(StringComparer.Ordinal);

    /// <value>After how many bytes the connection is cut, though more were promised.</value>
    public int? CutAfter { get; set; }

    /// <value>Path and headers of each request.</value>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (requests)
            {
                return [.. requests];
            }
        }
    }

    public void Dispose()
    {
        listener.Close();
        serving.Wait();
    }

    private Task AnswerAsync(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        lock (requests)
        {
            requests.Add($"{path}\n{context.Request.Headers}");
        }

        return AnswerAsync(context.Response, path);
    }

    private async Task AnswerAsync(HttpListenerResponse response, string path)
    {
        if (Redirects.TryGetValue(path, out var elsewhere))
        {
            response.StatusCode = 302;
            response.RedirectLocation = elsewhere;
        }
        else if (!Files.TryGetValue(path, out var bytes))
        {
            response.StatusCode = 404;
        }
        else
        {
            response.ContentLength64 = bytes.Length;
            await response.OutputStream.WriteAsync(bytes.AsMemory(0, CutAfter ?? bytes.Length));
        }

        if (CutAfter is null)
        {
            response.Close();
        }
        else
        {
            response.Abort();
        }
    }
}
