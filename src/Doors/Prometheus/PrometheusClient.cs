using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gates.Doors.Files;
using Gates.Doors.Http;

namespace Gates.Doors.Prometheus;

/// <summary>The one door to a Prometheus: its query API, read only.</summary>
internal sealed class PrometheusClient : IDisposable
{
    private readonly PrometheusEndpoint endpoint;
    private readonly PrometheusConnections connections;
    private readonly TimeProvider time;
    private readonly PrometheusLimits limits;
    private readonly Oauth2Tokens? tokens;

    /// <summary>Some proxies let only GET through, which client_golang falls back to as well.</summary>
    private bool asksByGet;

    /// <param name="endpoint">Where, and as whom.</param>
    /// <param name="handler">Sends the requests and stays the caller's; it must not follow redirects. <see langword="null"/> makes one.</param>
    /// <param name="time">For delays and time-outs.</param>
    /// <param name="limits">How patient to be; <see langword="null"/> for the defaults.</param>
    public PrometheusClient(PrometheusEndpoint endpoint, HttpMessageHandler? handler, TimeProvider time, PrometheusLimits? limits = null)
    {
        this.endpoint = endpoint;
        this.time = time;
        this.limits = limits ?? new PrometheusLimits();
        connections = new PrometheusConnections(endpoint, handler);
        tokens = endpoint.Oauth2 is { } client ? new Oauth2Tokens(client, connections.TokenServer, time, this.limits.Timeout) : null;
    }

    /// <summary>The value of an expression at one moment; the raw samples of a range selector.</summary>
    /// <exception cref="PrometheusException">There is no answer.</exception>
    public Task<PrometheusReply> QueryAsync(string query, DateTimeOffset at, CancellationToken cancellationToken) =>
        AskAsync("api/v1/query", [new("query", query), new("time", Seconds(at))], cancellationToken);

    /// <summary>The values of an expression from one moment to another.</summary>
    /// <exception cref="PrometheusException">There is no answer.</exception>
    public Task<PrometheusReply> QueryRangeAsync(
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

    /// <summary>
    /// Returns when the server answers: how far its clock is ahead of this machine's. Asked is the API itself, since services that speak it (Mimir, Thanos,
    /// Amazon's, Google's) have no <c>/-/ready</c>.
    /// </summary>
    /// <exception cref="PrometheusException">It does not, or it is something else.</exception>
    public async Task<TimeSpan> WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        var asked = time.GetUtcNow();
        var reply = await AskAsync("api/v1/query", [new("query", "vector(1)")], cancellationToken);
        return reply.Series is [{ Times: [var now] }]
            ? DateTimeOffset.FromUnixTimeMilliseconds(now) - (asked + ((time.GetUtcNow() - asked) / 2))
            : throw Fault(PrometheusFault.NotPrometheus, "it does not answer `vector(1)` with one number; check the address and its path prefix");
    }

    public void Dispose() => connections.Dispose();

    private static string Seconds(DateTimeOffset at) => (at.ToUnixTimeMilliseconds() / 1000m).ToString("0.###", CultureInfo.InvariantCulture);

    private async Task<PrometheusReply> AskAsync(string path, KeyValuePair<string, string>[] form, CancellationToken cancellationToken)
    {
        var body = await RetryAsync(() => AttemptAsync(path, form, cancellationToken), cancellationToken);
        try
        {
            var reply = PrometheusAnswer.Read(body);
            return reply with { Missing = Safe(reply.Missing), Remarks = Safe(reply.Remarks) };
        }
        catch (FormatException e)
        {
            throw Fault(PrometheusFault.NotPrometheus, $"its answer is not what Prometheus documents: {e.Message}; check the address and its path prefix");
        }
    }

    private IReadOnlyList<string> Safe(IReadOnlyList<string> texts) => [.. texts.Select(text => endpoint.Safe(text, tokens?.Secret)).Take(5)];

    private async Task<byte[]> RetryAsync(Func<Task<byte[]>> attempt, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var hasNewToken = false;
        for (var delay = limits.Delay; ; delay *= 2)
        {
            try
            {
                return await attempt();
            }
            catch (PrometheusException e) when (e.Fault == PrometheusFault.CredentialsRefused && tokens?.Secret is not null && !hasNewToken)
            {
                // Tokens are withdrawn, and clocks differ.
                hasNewToken = true;
                tokens.Forget();
            }
            catch (PrometheusException e) when (e.Fault is PrometheusFault.Unreachable or PrometheusFault.Unavailable
                && time.GetElapsedTime(started) + Longer(delay, e.After) <= limits.Patience)
            {
                await Task.Delay(Longer(delay, e.After), time, cancellationToken);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan delay, TimeSpan? asked) => asked > delay ? asked.Value : delay;

    private async Task<byte[]> AttemptAsync(string path, KeyValuePair<string, string>[] form, CancellationToken cancellationToken)
    {
        var token = tokens is null ? null : new AuthenticationHeaderValue("Bearer", await tokens.ReadAsync(cancellationToken));
        using var message = Question(path, form, token ?? endpoint.Authorization);
        using var deadline = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var answer = await connections.Prometheus.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (answer.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented && !asksByGet)
            {
                asksByGet = true;
                return await AttemptAsync(path, form, cancellationToken);
            }

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
            throw Fault(PrometheusFault.Unreachable, $"no answer: {endpoint.Safe(e.InnerException?.Message ?? e.Message, tokens?.Secret)}");
        }
    }

    private HttpRequestMessage Question(string path, KeyValuePair<string, string>[] form, AuthenticationHeaderValue? authorization)
    {
        var text = string.Join('&', form.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        var body = asksByGet ? [] : Encoding.ASCII.GetBytes(text);
        var message = new HttpRequestMessage(
            asksByGet ? HttpMethod.Get : HttpMethod.Post,
            new Uri(endpoint.Url, asksByGet ? $"{path}?{text}" : path));
        if (!asksByGet)
        {
            message.Content = new ByteArrayContent(body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        }

        message.Headers.TryAddWithoutValidation("User-Agent", $"gates/{ToolVersion.Short(ToolVersion.Text)}");
        foreach (var (name, value) in endpoint.Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.Authorization = authorization;
        endpoint.Signature?.Sign(message, body, time.GetUtcNow());
        return message;
    }

    private PrometheusException Refusal(HttpResponseMessage answer, byte[] body)
    {
        var status = (int)answer.StatusCode;
        var reason = PrometheusAnswer.Error(body) is { } error ? endpoint.Safe(error, tokens?.Secret) : "no reason given";
        return status switch
        {
            400 => Fault(PrometheusFault.QueryMalformed, $"it does not understand the query: {reason}"),
            422 => Fault(PrometheusFault.QueryFailed, $"it cannot execute the query: {reason}"),
            401 or 403 =>
                Fault(
                    PrometheusFault.CredentialsRefused,
                    $"it answered {status}: "
                        + (endpoint.HasCredential
                            ? "the credential is wrong, has expired, or may not query"
                            : "it wants a credential (`token-env`, `user-env`, `oauth2`, `sigv4`), "
                                + "or a tenant's header such as X-Scope-OrgID under `headers`")),
            >= 300 and < 400 =>
                Fault(
                    PrometheusFault.Redirected,
                    $"it answered {status} with a redirect to {endpoint.Safe(Target(answer))}, as login pages do; redirects are not followed, so give the address of Prometheus itself and a credential"),
            429 => Passing(answer, $"it answered 429: {reason}; it limits how often it is asked, so use a longer `step`"),
            408 or >= 500 => Passing(answer, $"it answered {status}: {reason}; it is starting, overloaded, or down"),
            _ => Fault(PrometheusFault.NotPrometheus, $"it answered {status}: {reason}; check the address and its path prefix"),
        };
    }

    private PrometheusException Passing(HttpResponseMessage answer, string why) =>
        new(PrometheusFault.Unavailable, $"Prometheus at {endpoint.Url.Authority}: {why}") { After = RetryAfter.Of(answer, time.GetUtcNow()) };

    private static string Target(HttpResponseMessage answer) =>
        answer.Headers.Location is { } location ? (location.IsAbsoluteUri ? location.Authority : "another path") : "nowhere";

    private PrometheusException Fault(PrometheusFault fault, string why) => new(fault, $"Prometheus at {endpoint.Url.Authority}: {why}");
}
