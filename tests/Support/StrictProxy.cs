using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Support;

/// <summary>A proxy that connects those who log in, to one place, and closes on everybody else.</summary>
public sealed class StrictProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> requests = new();
    private readonly string target;
    private readonly string login;

    /// <param name="target">Host and port.</param>
    /// <param name="login">User and password, with a colon between.</param>
    public StrictProxy(string target, string login)
    {
        this.target = target;
        this.login = "Proxy-Authorization: Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes(login));
        listener.Start();
        _ = Connections.ServeAsync(listener, ServeAsync);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <value>What was let through, and with "refused" before it what was not.</value>
    public IReadOnlyList<string> Requests => [.. requests];

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync(TcpClient client)
    {
        var stream = client.GetStream();
        var head = (await Connections.ReadHeadAsync(stream)).Split("\r\n");
        if (head[0] != $"CONNECT {target} HTTP/1.1" || !head.Contains(login, StringComparer.Ordinal))
        {
            requests.Enqueue("refused " + head[0]);
            await stream.WriteAsync(
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
            return;
        }

        requests.Enqueue(head[0]);
        using var server = new TcpClient();
        var colon = target.LastIndexOf(':');
        await server.ConnectAsync(target[..colon], int.Parse(target[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        await stream.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray());
        await Connections.JoinAsync(stream, server.GetStream());
    }
}
