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
}
