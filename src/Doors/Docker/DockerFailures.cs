using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Docker.DotNet;
using Gates.Doors.Http;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Docker;

/// <summary>What went wrong with an engine, in our words.</summary>
internal sealed class DockerFailures(DockerAddress address, DockerLimits limits)
{
    private const int MaxWords = 300;

    private const string Start = "start Docker, or name the address of another with DOCKER_HOST";

    private const string Ended = "it ended the connection without an answer; look into its log, or name the address of another with DOCKER_HOST";

    private const string EndedInTheMiddle = "it ended the connection in the middle of its answer; it died or was stopped, look into its log";

    /// <summary>Somebody else's text on one line, cut.</summary>
    public static string Safe(string? text) => Escape.Cut(Escape.OneLine(text ?? ""), MaxWords);

    public DockerException NotDocker(string what) =>
        Fault(DockerFault.NotDocker, $"what answers is not a Docker Engine: {what}; check the address");

    public DockerException TooOld(string engine, Version api, Version oldest) =>
        Fault(DockerFault.EngineTooOld, $"Docker {Safe(engine)} speaks version {api} of the API, and {oldest} is the oldest that is read; update Docker");

    public DockerException TooNew(string engine, Version api, Version newest) =>
        Fault(
            DockerFault.EngineTooNew,
            $"Docker {Safe(engine)} speaks version {api} of the API or newer, and {newest} is the newest that is read; update gates");

    public DockerException Malformed() => Fault(DockerFault.NotDocker, "its answer is not what Docker documents; check the address, or update Docker");

    public DockerException TooLong(string what, TimeSpan time) =>
        Fault(DockerFault.TimedOut, $"{what} did not end within {time.TotalSeconds:0.#} s; it hangs, or needs more time than it is given");

    /// <summary>What an exception of the package or of the system means; <see langword="null"/> when nothing is known of it.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="image">The image or container that was asked about.</param>
    /// <param name="isMiddle">Whether the answer had begun.</param>
    public DockerException? Of(Exception exception, string? image, bool isMiddle = false) => exception switch
    {
        OperationCanceledException =>
            Fault(DockerFault.TimedOut, $"it did not answer within {limits.Timeout.TotalSeconds:0.#} s; it hangs or is overloaded, restart it"),
        DockerContainerNotFoundException => Fault(DockerFault.Refused, $"it has no container \"{image}\" any more; somebody removed it"),
        DockerImageNotFoundException => Fault(DockerFault.ImageUnknown, $"it has no image \"{image}\"; build or pull it first, nothing is pulled here"),
        DockerApiException e => Refusal((int)e.StatusCode, e.ResponseBody),
        AnswerTooLargeException => Fault(DockerFault.TooLarge, $"its answer is longer than {limits.MaxAnswer >> 20} MiB, which no image's description is"),
        JsonException or FormatException or NotSupportedException => Malformed(),
        HttpRequestException { InnerException: SocketException e } => OfSocket(e.SocketErrorCode),
        HttpRequestException { InnerException: AuthenticationException } or AuthenticationException =>
            Fault(
                DockerFault.TlsRefused,
                "no trust in TLS: its certificate is not one that ca.pem in DOCKER_CERT_PATH signed for this host, or it refused cert.pem"),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => NotDocker("it does not speak HTTP"),
        HttpRequestException or IOException => Fault(DockerFault.Unreachable, isMiddle ? EndedInTheMiddle : Ended),
        _ => null,
    };

    /// <summary>What it means when there is no connection.</summary>
    public DockerException OfSocket(SocketError error) => error switch
    {
        SocketError.AccessDenied =>
            Fault(
                DockerFault.NoPermission,
                $"no permission for its socket; run as a user of the group that owns it (`ls -l {address.Socket}`), who is as good as root"),
        _ when address.Socket is { } socket && !Path.Exists(socket) => Fault(DockerFault.NoSocket, $"there is no such socket; {Start}"),
        _ => Fault(DockerFault.Unreachable, $"nothing answers there; {Start}"),
    };

    private DockerException Refusal(int status, string? body) =>
        Message(body) is not { } message ? NotDocker($"it answered {status} without the reason that Docker gives")
            : status >= 500 ? Fault(DockerFault.Failed, $"it failed with {status}: {message}; look into its log")
            : Fault(DockerFault.Refused, $"it refused with {status}: {message}");

    private static string? Message(string? body)
    {
        try
        {
            using var answer = JsonDocument.Parse(body ?? "");
            return answer.RootElement.ValueKind == JsonValueKind.Object
                && answer.RootElement.TryGetProperty("message", out var message)
                && message.ValueKind == JsonValueKind.String
                    ? Safe(message.GetString())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private DockerException Fault(DockerFault fault, string why) => new(fault, $"Docker at {address.Text}: {why}");
}
