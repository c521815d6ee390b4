using System.Net;
using System.Text;
using Support;

namespace Runner.Tests.Doors.Prometheus;

/// <summary>A server on this machine that gives prepared answers, each once, in order; one request too many is answered 500.</summary>
internal sealed class Loopback : IDisposable
{
    private readonly HttpListener listener;
    private readonly Queue<Action<HttpListenerResponse>> answers = new();

    public Loopback()
    {
        (listener, var port) = LocalListener.Open("127.0.0.1");
        Url = FormattableString.Invariant($"http://127.0.0.1:{port}/");
        _ = ServeAsync();
    }

    public string Url { get; }

    /// <value>The headers of each request.</value>
    public List<System.Collections.Specialized.NameValueCollection> Headers { get; } = [];

    /// <value>Method, path, authorization and body of each request.</value>
    public List<(string Request, string? Authorization, string Body)> Seen { get; } = [];

    public Loopback Answer(int status, string body = "", string? location = null, string? retryAfter = null)
    {
        answers.Enqueue(response =>
        {
            response.StatusCode = status;
            if (location is not null)
            {
                response.RedirectLocation = location;
            }

            if (retryAfter is not null)
            {
                response.AddHeader("Retry-After", retryAfter);
            }

            response.OutputStream.Write(Encoding.UTF8.GetBytes(body));
        });
        return this;
    }

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                Headers.Add(context.Request.Headers);
                using var reader = new StreamReader(context.Request.InputStream);
                Seen.Add(
                    (
                        $"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}",
                        context.Request.Headers["Authorization"],
                        await reader.ReadToEndAsync()));
                if (answers.TryDequeue(out var answer))
                {
                    answer(context.Response);
                }
                else
                {
                    context.Response.StatusCode = 500;
                }

                context.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or InvalidOperationException)
        {
            // Stopped, which is how it ends: while it waited, or just before it would have.
        }
    }
}
