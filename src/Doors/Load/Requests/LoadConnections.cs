using System.Net;
using System.Net.Sockets;
using Gates.Formats.LoadPlans;

namespace Gates.Doors.Load.Requests;

/// <summary>The connections of a run, and how long it takes to open one.</summary>
internal static class LoadConnections
{
    private static readonly HttpRequestOptionsKey<ConnectTimes> Times = new(nameof(ConnectTimes));

    public static SocketsHttpHandler Create(HttpChoices choices, TimeProvider time, TrafficCount traffic)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ActivityHeadersPropagator = null,
            EnableMultipleHttp2Connections = true,
            ConnectCallback = async (context, token) => await OpenAsync(context, time, traffic, token),
            PlaintextStreamFilter = (context, _) =>
            {
                if (context.InitialRequestMessage.Options.TryGetValue(Times, out var times))
                {
                    times.Ready = time.GetTimestamp();
                }

                return ValueTask.FromResult(context.PlaintextStream);
            },
        };
        if (choices.SkipsCertificates)
        {
#pragma warning disable CA5359 // Do not disable certificate validation: the file asks for it, under k6's name, for servers of tests
            handler.SslOptions.RemoteCertificateValidationCallback = (_, _, _, _) => true;
#pragma warning restore CA5359
        }

        return handler;
    }

    /// <summary>Prepares a request to learn whether a connection was opened for it.</summary>
    public static ConnectTimes Watch(HttpRequestMessage request)
    {
        var times = new ConnectTimes();
        request.Options.Set(Times, times);
        return times;
    }

    private static async ValueTask<Stream> OpenAsync(
        SocketsHttpConnectionContext context, TimeProvider time, TrafficCount traffic, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        var looked = time.GetTimestamp();
#pragma warning disable CA2000 // Dispose objects before losing scope: the handler owns the stream, and the stream its socket
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        if (context.InitialRequestMessage.Options.TryGetValue(Times, out var times))
        {
            (times.Begun, times.Looked, times.Connected) = (begun, looked, time.GetTimestamp());
        }

        return new CountingStream(new NetworkStream(socket, ownsSocket: true), traffic);
#pragma warning restore CA2000
    }
}

/// <summary>When a connection was opened for a request; all 0 for one that found a connection open.</summary>
internal sealed class ConnectTimes
{
    public long Begun { get; set; }

    public long Looked { get; set; }

    public long Connected { get; set; }

    /// <value>After the handshake, where there is one.</value>
    public long Ready { get; set; }
}
