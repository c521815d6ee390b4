using System.Globalization;
using System.Net;
using System.Text;
using Gates.Doors.Files;
using Gates.Doors.Http;
using k8s;
using k8s.Autorest;

namespace Gates.Doors.Kubernetes;

/// <summary>The package's client, with time-outs, a limit on answers, and the patience that a busy server asks for.</summary>
internal sealed class KubernetesCalls : IDisposable
{
    private static readonly TimeSpan MinWait = TimeSpan.FromSeconds(1);

    private readonly k8s.Kubernetes client;
    private readonly TimeProvider time;
    private readonly KubernetesLimits limits;

    public KubernetesCalls(KubernetesAccess access, TimeProvider time, KubernetesLimits limits)
    {
        this.time = time;
        this.limits = limits;
        var token = new KubernetesToken(access.Token);
        Failures = new KubernetesFailures(access.Server, limits, token);
        client = new k8s.Kubernetes(Configuration(access, token, limits), new BoundedAnswers(limits.MaxAnswer));
    }

    public KubernetesFailures Failures { get; }

    /// <summary>Asks once, and again where the server asks for that: a question that was answered 429 was not executed.</summary>
    /// <exception cref="KubernetesException">There is no answer.</exception>
    public async Task<T> AskAsync<T>(
        KubernetesQuestion question,
        Func<k8s.Kubernetes, CancellationToken, Task<HttpOperationResponse<T>>> ask,
        CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; ;)
        {
            var (answer, wait) = await AttemptAsync(question, ask, cancellationToken);
            if (wait is not { } delay)
            {
                return answer ?? throw Failures.Malformed(question);
            }

            if (waited + delay > limits.Patience)
            {
                throw Failures.Fault(
                    KubernetesFault.TooManyRequests,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"it is too busy to {question}: it asks for {delay.TotalSeconds:0} s more, "
                            + $"{waited.TotalSeconds:0} of {limits.Patience.TotalSeconds:0} s are used up; try again later"));
            }

            await Task.Delay(delay, time, cancellationToken);
            waited += delay;
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<(T? Answer, TimeSpan? Wait)> AttemptAsync<T>(
        KubernetesQuestion question,
        Func<k8s.Kubernetes, CancellationToken, Task<HttpOperationResponse<T>>> ask,
        CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            // Not disposed of: it is all in memory, and a log is read from it.
            return ((await ask(client, either.Token)).Body, null);
        }
        catch (HttpOperationException e) when (e.Response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return (default, Wait(e.Response));
        }
        catch (Exception e) when (Failures.Of(e, question) is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw Failures.Of(e, question)!;
        }
    }

    private TimeSpan Wait(HttpResponseMessageWrapper answer)
    {
        var text = answer.Headers.TryGetValue("Retry-After", out var values) ? values.FirstOrDefault() : null;
        var wait = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment - time.GetUtcNow()
            : MinWait;
        return wait < MinWait ? MinWait : wait;
    }

    private static KubernetesClientConfiguration Configuration(KubernetesAccess access, KubernetesToken token, KubernetesLimits limits) =>
        new()
        {
            Host = access.Server.AbsoluteUri,
            SslCaCerts = access.Authorities,
            SkipTlsVerify = access.IsInsecure,
            TlsServerName = access.ServerName,
            TokenProvider = access.Token is null ? null : token,
            ClientCertificateData = Base64(access.Client?.Certificate),
            ClientCertificateKeyData = Base64(access.Client?.Key),
            UserAgent = $"gates/{ToolVersion.Short(ToolVersion.Text)}",
            HttpClientTimeout = Timeout.InfiniteTimeSpan,
            FirstMessageHandlerSetup = handler =>
            {
                handler.AllowAutoRedirect = false;
                handler.UseCookies = false;
                handler.ConnectTimeout = limits.Timeout;
            },
        };

    private static string? Base64(string? pem) => pem is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));
}
