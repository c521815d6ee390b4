using System.Net;
using System.Net.Sockets;

namespace Support;

/// <summary>HTTP on a free port of this machine.</summary>
public static class LocalListener
{
    /// <summary>Opens one; a free port may be taken by somebody else before it is listened on, and another is tried then.</summary>
    /// <param name="hosts">The names it answers to.</param>
    /// <returns>
    /// The listener, which is closed once and never stopped before: a stopped one opens its port again to close it, and somebody else may have it by then.
    /// </returns>
    public static (HttpListener Listener, int Port) Open(params ReadOnlySpan<string> hosts)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            var candidate = new HttpListener();
            foreach (var host in hosts)
            {
                candidate.Prefixes.Add(FormattableString.Invariant($"http://{host}:{port}/"));
            }

            try
            {
                candidate.Start();
                return (candidate, port);
            }
            catch (HttpListenerException) when (attempt < 10)
            {
                candidate.Abort();
            }
        }
    }

    /// <summary>Answers each request by itself until the listener is closed. A client that was killed meanwhile takes no other's answer with it.</summary>
    /// <returns>Done when the listener is closed and what was begun has ended.</returns>
    public static async Task ServeAsync(HttpListener listener, Func<HttpListenerContext, Task> answer)
    {
        var begun = new List<Task>();
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                begun.RemoveAll(task => task.IsCompleted);
                begun.Add(Task.Run(() => AnswerAsync(context, answer)));
            }
        }
        catch (Exception e) when (IsClosed(e))
        {
            await Task.WhenAll(begun);
        }
    }

    private static async Task AnswerAsync(HttpListenerContext context, Func<HttpListenerContext, Task> answer)
    {
        try
        {
            await answer(context);
        }
        catch (Exception e) when (IsClosed(e) || e is IOException)
        {
            context.Response.Abort();
        }
    }

    private static bool IsClosed(Exception e) => e is HttpListenerException or InvalidOperationException;
}
