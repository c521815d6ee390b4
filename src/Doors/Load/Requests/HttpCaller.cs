using Gates.Formats.LoadPlans;

namespace Gates.Doors.Load.Requests;

/// <summary>Sends requests one after the other for one virtual user, and measures each.</summary>
/// <param name="connections">Shared by all users.</param>
/// <param name="choices">How requests are sent.</param>
/// <param name="time">The clock.</param>
internal sealed class HttpCaller(HttpMessageInvoker connections, HttpChoices choices, TimeProvider time) : IDisposable
{
    private const int MaxBody = 4 << 20;
    private const int Chunk = 16 << 10;

    private readonly byte[] buffer = new byte[Chunk];
    private CancellationTokenSource limit = new();

    public HttpRequestMessage Create(HttpMethod method, Uri address)
    {
        var request = new HttpRequestMessage(method, address)
        {
            Version = choices.Version ?? (address.Scheme == "https" ? new Version(2, 0) : new Version(1, 1)),
            VersionPolicy = choices.Version is null ? HttpVersionPolicy.RequestVersionOrLower : HttpVersionPolicy.RequestVersionExact,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", choices.UserAgent);
        request.Headers.ConnectionClose = choices.NoReuse && request.Version.Major == 1 ? true : null;
        return request;
    }

    /// <param name="request">What is sent.</param>
    /// <param name="step">How long it may take, and whether its body is wanted.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public async Task<LoadAnswer> SendAsync(HttpRequestMessage request, LoadStep step, CancellationToken cancellationToken)
    {
        if (!limit.TryReset())
        {
            limit.Dispose();
            limit = new CancellationTokenSource();
        }

        limit.CancelAfter(step.Timeout);
        using var ended = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), limit);
        var times = LoadConnections.Watch(request);
        var begun = time.GetTimestamp();
        try
        {
            var message = await connections.SendAsync(request, limit.Token);
            var headed = time.GetTimestamp();
            var body = await ReadAsync(message, step.NeedsBody, limit.Token);
            return Answer(message, body, (begun, headed, time.GetTimestamp()), times);
        }
        catch (Exception e)
        {
            var isTimeout = e is OperationCanceledException;
            var (code, words) = isTimeout ? (RequestErrors.Timeout, "timeout") : RequestErrors.Of(e);
            return new LoadAnswer
            {
                ErrorCode = code,
                Error = words,
                Waiting = time.GetElapsedTime(begun).TotalMilliseconds,
                IsBrokenOff = cancellationToken.IsCancellationRequested,
            };
        }
        finally
        {
            limit.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => limit.Dispose();

    private LoadAnswer Answer(HttpResponseMessage message, ReadOnlyMemory<byte> body, (long Begun, long Headed, long Ended) at, ConnectTimes times)
    {
        double Between(long from, long to) => from == 0 || to < from ? 0 : time.GetElapsedTime(from, to).TotalMilliseconds;
        var status = (int)message.StatusCode;
        var (connecting, handshaking) = (Between(times.Looked, times.Connected), Between(times.Connected, times.Ready));
        // A connection may be opened for a request that another one, which came free, then carried.
        var opening = times.Begun >= at.Begun && times.Ready > 0 && times.Ready <= at.Headed ? Between(times.Begun, times.Ready) : 0;
        return new LoadAnswer
        {
            Status = status,
            ErrorCode = status >= 400 ? 1_000 + status : 0,
            Protocol = message.Version.Major == 2 ? "HTTP/2.0" : "HTTP/1.1",
            Connecting = opening > 0 ? connecting : 0,
            Handshaking = opening > 0 && message.RequestMessage?.RequestUri?.Scheme == "https" ? handshaking : 0,
            Waiting = Math.Max(0, Between(at.Begun, at.Headed) - opening),
            Receiving = Between(at.Headed, at.Ended),
            Message = message,
            Body = body,
        };
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage message, bool isKept, CancellationToken cancellationToken)
    {
        await using var stream = await message.Content.ReadAsStreamAsync(cancellationToken);
        using var kept = isKept ? new MemoryStream() : null;
        while (await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (kept is not null && kept.Length < MaxBody)
            {
                await kept.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }

        return kept is null ? default : kept.ToArray();
    }
}
