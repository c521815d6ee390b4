using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Gates.Doors.Files;
using Gates.Doors.Http;

namespace Gates.Doors.Prometheus;

/// <summary>The one door to a Prometheus: its query API, read only.</summary>
internal sealed class PrometheusClient : IDisposable
{
    private readonly PrometheusEndpoint endpoint;
    private readonly SocketsHttpHandler? own;
    private readonly HttpClient client;
    private readonly TimeProvider time;
    private readonly PrometheusLimits limits;

    /// <param name="endpoint">Where, and as whom.</param>
    /// <param name="handler">Sends the requests and stays the caller's; it must not follow redirects. <see langword="null"/> makes one.</param>
    /// <param name="time">For delays and time-outs.</param>
    /// <param name="limits">How patient to be; <see langword="null"/> for the defaults.</param>
    public PrometheusClient(PrometheusEndpoint endpoint, HttpMessageHandler? handler, TimeProvider time, PrometheusLimits? limits = null)
    {
        this.endpoint = endpoint;
        this.time = time;
        this.limits = limits ?? new PrometheusLimits();
        own = handler is null ? Handler(endpoint) : null;
        client = new HttpClient(handler ?? own!, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>The value of an expression at one moment; the raw samples of a range selector.</summary>
    /// <exception cref="PrometheusException">There is no answer.</exception>
    public Task<IReadOnlyList<PrometheusSeries>> QueryAsync(string query, DateTimeOffset at, CancellationToken cancellationToken) =>
        AskAsync("api/v1/query", [new("query", query), new("time", Seconds(at))], cancellationToken);

    /// <summary>The values of an expression from one moment to another.</summary>
    /// <exception cref="PrometheusException">There is no answer.</exception>
    public Task<IReadOnlyList<PrometheusSeries>> QueryRangeAsync(
        string query,
        DateTimeOffset start,
        DateTimeOffset end,
        TimeSpan step,
        CancellationToken cancellationToken) =>
        AskAsync(
            "api/v1/query_range",
            [
                new("query", query),
                new("start", Seconds(start)),
                new("end", Seconds(end)),
                new("step", step.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture))
            ],
            cancellationToken);

    /// <summary>Returns when the server is ready to answer.</summary>
    /// <exception cref="PrometheusException">It is not, or it is something else.</exception>
    public Task WaitUntilReadyAsync(CancellationToken cancellationToken) =>
        RetryAsync(() => AttemptAsync(HttpMethod.Get, "-/ready", null, cancellationToken), cancellationToken);

    public void Dispose()
    {
        client.Dispose();
        own?.Dispose();
    }

    private static SocketsHttpHandler Handler(PrometheusEndpoint endpoint)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip,
            ConnectTimeout = TimeSpan.FromSeconds(10),
        };
        if (endpoint.Authorities is { } authorities)
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.AddRange(authorities);
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy };
        }

        return handler;
    }

    private static string Seconds(DateTimeOffset at) => (at.ToUnixTimeMilliseconds() / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<PrometheusSeries>> AskAsync(string path, KeyValuePair<string, string>[] form, CancellationToken cancellationToken)
    {
        var body = await RetryAsync(() => AttemptAsync(HttpMethod.Post, path, form, cancellationToken), cancellationToken);
        try
        {
            return PrometheusAnswer.Read(body);
        }
        catch (FormatException e)
        {
            throw Fault(PrometheusFault.NotPrometheus, $"its answer is not what Prometheus documents: {e.Message}; check the address and its path prefix");
        }
    }

    private async Task<byte[]> RetryAsync(Func<Task<byte[]>> attempt, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (var delay = limits.Delay; ; delay *= 2)
        {
            try
            {
                return await attempt();
            }
            catch (PrometheusException e)
                when (e.Fault is PrometheusFault.Unreachable or PrometheusFault.Unavailable && time.GetElapsedTime(started) + delay <= limits.Patience)
            {
                await Task.Delay(delay, time, cancellationToken);
            }
        }
    }

    private async Task<byte[]> AttemptAsync(HttpMethod method, string path, KeyValuePair<string, string>[]? form, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(method, new Uri(endpoint.Url, path)) { Content = form is null ? null : new FormUrlEncodedContent(form) };
        message.Headers.Authorization = endpoint.Authorization;
        message.Headers.TryAddWithoutValidation("User-Agent", $"gates/{ToolVersion.Short(ToolVersion.Text)}");
        using var deadline = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BoundedBody.ReadAsync(answer.Content, limits.MaximumAnswer, either.Token)
                ?? throw Fault(
                    PrometheusFault.TooLarge,
                    $"its answer is longer than {limits.MaximumAnswer >> 20} MiB; sum the series, or use a longer `step`");
            return answer.StatusCode == HttpStatusCode.OK ? body : throw Refusal(answer, body);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Fault(
                PrometheusFault.TimedOut,
                $"it did not answer within {limits.Timeout.TotalSeconds:0} s; set a larger `prometheus.timeout`, or a cheaper query");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException { InnerException: TimeoutException })
        {
            // A connection that is not made in time looks like a cancellation.
            throw Fault(PrometheusFault.Unreachable, $"no answer: {endpoint.Safe(e.InnerException?.Message ?? e.Message)}");
        }
    }

    private PrometheusException Refusal(HttpResponseMessage answer, byte[] body)
    {
        var status = (int)answer.StatusCode;
        var reason = PrometheusAnswer.Error(body) is { } error ? endpoint.Safe(error) : "no reason given";
        return status switch
        {
            400 => Fault(PrometheusFault.QueryMalformed, $"it does not understand the query: {reason}"),
            422 => Fault(PrometheusFault.QueryFailed, $"it cannot execute the query: {reason}"),
            401 or 403 =>
                Fault(
                    PrometheusFault.CredentialsRefused,
                    $"it answered {status}: "
                        + (endpoint.Authorization is null
                            ? "it wants a credential; name one with `token-env` or `user-env`"
                            : "the credential is wrong, has expired, or may not query")),
            >= 300 and < 400 =>
                Fault(
                    PrometheusFault.Redirected,
                    $"it answered {status} with a redirect to {endpoint.Safe(Target(answer))}, as login pages do; redirects are not followed, so give the address of Prometheus itself and a credential"),
            502 or 503 or 504 => Fault(PrometheusFault.Unavailable, $"it answered {status}: {reason}; it is starting, overloaded, or down"),
            _ => Fault(PrometheusFault.NotPrometheus, $"it answered {status}: {reason}; check the address and its path prefix"),
        };
    }

    private static string Target(HttpResponseMessage answer) =>
        answer.Headers.Location is { } location ? (location.IsAbsoluteUri ? location.Authority : "another path") : "nowhere";

    private PrometheusException Fault(PrometheusFault fault, string why) => new(fault, $"Prometheus at {endpoint.Url.Authority}: {why}");
}

/// <summary>How patient the client is, and how much it takes.</summary>
internal sealed record PrometheusLimits
{
    /// <value>For one attempt, its body included.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <value>How long one question is repeated while the server is down or not yet ready.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(1);

    /// <value>The first delay; the next ones double.</value>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <value>Of one answer, in bytes.</value>
    public int MaximumAnswer { get; init; } = 32 << 20;
}
