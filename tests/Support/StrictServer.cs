using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Support;

/// <summary>
/// HTTP on a socket or a port of this machine that answers the requests it expects, in their order. Another request, or one that does not come, is an error.
/// </summary>
public sealed class StrictServer : IDisposable
{
    private readonly Socket listener;
    private readonly string? socket;
    private readonly Lock exclusive = new();
    private readonly Queue<(string Request, string Answer, bool Ends)> expected = new();
    private readonly List<string> heads = [];
    private readonly List<string> bodies = [];
    private readonly List<string> surprises = [];
    private readonly List<Socket> held = [];

    /// <param name="socket">The path of the Unix socket; <see langword="null"/> for a port.</param>
    public StrictServer(string? socket = null)
    {
        this.socket = socket;
        listener = socket is null
            ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(socket is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(socket));
        listener.Listen();
        _ = ServeAsync();
    }

    /// <value>Host and port.</value>
    public string Authority => FormattableString.Invariant($"127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}");

    /// <value>Lines and headers of each request.</value>
    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (exclusive)
            {
                return [.. heads];
            }
        }
    }

    /// <value>What each request carried.</value>
    public IReadOnlyList<string> Bodies
    {
        get
        {
            lock (exclusive)
            {
                return [.. bodies];
            }
        }
    }

    /// <param name="request">Method and target, for example <c>GET /_ping</c>.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="body">Of the answer.</param>
    /// <param name="headers">Lines of the answer.</param>
    public StrictServer Expect(string request, int status, string body, params string[] headers) =>
        ExpectRaw(
            request,
            string.Concat(
                FormattableString.Invariant($"HTTP/1.1 {status} Prepared\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n"),
                string.Concat(headers.Select(header => header + "\r\n")),
                "\r\n",
                body));

    /// <summary>Answers whatever is given, and ends the connection.</summary>
    public StrictServer ExpectRaw(string request, string answer) => Enqueue(request, answer, ends: true);

    /// <summary>Answers the beginning that is given, and never its end.</summary>
    public StrictServer ExpectAndHang(string request, string answer = "") => Enqueue(request, answer, ends: false);

    /// <summary>Answers a request of this method and path, whatever stands behind a question mark.</summary>
    public StrictServer ExpectAny(string request, string answer, bool ends = true) => Enqueue(request + "?", answer, ends);

    /// <summary>Returns when so many requests have come.</summary>
    public async Task AskedAsync(int count, CancellationToken cancellationToken)
    {
        while (Heads.Count < count)
        {
            await Task.Delay(5, cancellationToken);
        }
    }

    /// <summary>Throws when something else happened than was expected.</summary>
    public void Verify()
    {
        lock (exclusive)
        {
            surprises.AddRange(expected.Select(one => "not asked: " + one.Request));
            expected.Clear();
            if (surprises.Count > 0)
            {
                throw new InvalidOperationException(string.Join("; ", surprises));
            }
        }
    }

    public void Dispose()
    {
        listener.Dispose();
        lock (exclusive)
        {
            held.ForEach(one => one.Dispose());
        }

        if (socket is not null)
        {
            File.Delete(socket);
        }
    }

    private StrictServer Enqueue(string request, string answer, bool ends)
    {
        lock (exclusive)
        {
            expected.Enqueue((request, answer, ends));
        }

        return this;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                _ = OneAsync(await listener.AcceptAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task OneAsync(Socket client)
    {
        var ends = true;
        try
        {
            var stream = new NetworkStream(client, ownsSocket: false);
            var head = await Connections.ReadHeadAsync(stream);
            if (head.Length == 0)
            {
                return;
            }

            (var answer, ends) = Next(head, await BodyAsync(stream, head));
            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // The client went away.
        }
        finally
        {
            if (ends)
            {
                client.Dispose();
            }
            else
            {
                lock (exclusive)
                {
                    held.Add(client);
                }
            }
        }
    }

    private (string Answer, bool Ends) Next(string head, string body)
    {
        var request = string.Join(' ', head.Split(' ').Take(2));
        lock (exclusive)
        {
            heads.Add(head);
            bodies.Add(body);
            if (expected.TryDequeue(out var next) && (next.Request == request || next.Request == request.Split('?')[0] + "?"))
            {
                return (next.Answer, next.Ends);
            }

            surprises.Add($"asked: {request}, not: {next.Request ?? "nothing"}");
            return ("HTTP/1.1 500 Unexpected\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", true);
        }
    }

    private static async Task<string> BodyAsync(NetworkStream stream, string head)
    {
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        var body = new byte[length is null ? 0 : int.Parse(length.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return Encoding.UTF8.GetString(body);
    }
}
