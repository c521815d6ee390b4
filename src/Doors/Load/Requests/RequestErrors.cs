using System.Net.Sockets;

namespace Gates.Doors.Load.Requests;

/// <summary>What went wrong with a request, as k6 numbers it, in words that hold nothing of the request.</summary>
internal static class RequestErrors
{
    public const int Timeout = 1_050;

    /// <value>A redirect to a server that the file does not name.</value>
    public const int Elsewhere = 1_020;

    /// <value>From here on the number is 1,000 more than the status.</value>
    public const int FirstStatus = 1_400;

    public static (int Code, string Words) Of(Exception e) => e switch
    {
        HttpRequestException { InnerException: SocketException socket } => Of(socket),
        HttpRequestException { InnerException: IOException { InnerException: SocketException socket } } => Of(socket),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => (1_101, "name not found"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => (1_300, "TLS failed"),
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => (1_220, "connection closed"),
        HttpRequestException { HttpRequestError: HttpRequestError.VersionNegotiationError } => (1_600, "HTTP/2 not offered"),
        HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => (1_220, "connection closed"),
        IOException { InnerException: SocketException socket } => Of(socket),
        SocketException socket => Of(socket),
        HttpRequestException or IOException => (1_000, "request failed"),
        _ => (1_000, "request could not be made: " + e.GetType().Name),
    };

    private static (int Code, string Words) Of(SocketException socket) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => (1_101, "name not found"),
        SocketError.ConnectionRefused => (1_212, "connection refused"),
        SocketError.TimedOut => (1_211, "connection timed out"),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => (1_220, "connection reset"),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => (1_210, "not reachable"),
        _ => (1_200, "connection failed: " + socket.SocketErrorCode),
    };
}
