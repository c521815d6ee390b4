using System.Globalization;
using System.Security.Authentication;
using System.Text.Json;
using Gates.Doors.Http;
using Gates.Formats.Foundation.Text;
using k8s.Autorest;

namespace Gates.Doors.Kubernetes;

/// <summary>What went wrong with a cluster, in our words.</summary>
internal sealed class KubernetesFailures(Uri server, KubernetesLimits limits, KubernetesToken token)
{
    private const int MaxWords = 300;

    public KubernetesException Fault(KubernetesFault fault, string why) => new(fault, $"Kubernetes at {server.Authority}: {why}");

    public KubernetesException Malformed(KubernetesQuestion question) =>
        Fault(KubernetesFault.NotKubernetes, $"its answer to \"{question}\" is not what Kubernetes documents; check the server's address");

    /// <summary>Somebody else's text on one line, cut, without the credential in it.</summary>
    public string Safe(string? text) =>
        Escape.Cut(Escape.OneLine(token.Last is { Length: > 0 } secret ? (text ?? "").Replace(secret, "***", StringComparison.Ordinal) : text ?? ""), MaxWords);

    /// <summary>What an exception of the package or of the system means; <see langword="null"/> when nothing is known of it.</summary>
    public KubernetesException? Of(Exception exception, KubernetesQuestion question) => exception switch
    {
        OperationCanceledException =>
            Fault(KubernetesFault.TimedOut, Text($"it did not answer \"{question}\" within {limits.Timeout.TotalSeconds:0.#} s; it hangs or is overloaded")),
        HttpOperationException e => Refusal((int)e.Response.StatusCode, Reason(e.Response.Content), question),
        AnswerTooLargeException =>
            Fault(KubernetesFault.TooLarge, $"its answer to \"{question}\" is longer than {limits.MaxAnswer >> 20} MiB; ask for less, with a label selector"),
        JsonException or FormatException or NotSupportedException or OverflowException => Malformed(question),
        HttpRequestException { InnerException: AuthenticationException } =>
            Fault(
                KubernetesFault.CertificateRefused,
                "its certificate is not signed by an authority that is believed, or is for another name; is it the right cluster, with its authority?"),
        HttpRequestException or IOException =>
            Fault(KubernetesFault.Unreachable, $"no answer: {Safe(exception.InnerException?.Message ?? exception.Message)}; check the address and the network"),
        _ => null,
    };

    private KubernetesException Refusal(int status, string? reason, KubernetesQuestion question)
    {
        if (status is >= 300 and < 400)
        {
            return Fault(
                KubernetesFault.NotKubernetes,
                $"it answered \"{question}\" with a redirect, as login pages do; give the address of the API server itself");
        }

        if (reason is null && status is not (401 or 403 or >= 500))
        {
            return Malformed(question);
        }

        var said = reason is null ? "no reason given" : Safe(reason);
        return status switch
        {
            401 => Fault(KubernetesFault.CredentialRefused, "it does not know the credential: it is wrong, or has expired"),
            403 => Fault(KubernetesFault.Forbidden, $"the account may not {question}; give it a role that allows it ({said})"),
            404 => Fault(KubernetesFault.NotFound, $"it cannot {question}: there is none ({said})"),
            409 => Fault(KubernetesFault.Conflict, $"it cannot {question}: there is one already, or it is being changed ({said})"),
            410 => Fault(KubernetesFault.Forgotten, $"it has forgotten the state in which it began to {question}; try again ({said})"),
            >= 500 => Fault(KubernetesFault.Failed, $"it failed to {question} with {status}; it is starting, overloaded, or down ({said})"),
            _ => Fault(KubernetesFault.Refused, $"it refused to {question} with {status} ({said})"),
        };
    }

    /// <summary>The message of a <c>Status</c>, as which every refusal of an API server comes; <see langword="null"/> for anything else.</summary>
    private static string? Reason(string? body)
    {
        try
        {
            using var status = JsonDocument.Parse(body ?? "");
            return status.RootElement.ValueKind == JsonValueKind.Object
                && status.RootElement.TryGetProperty("kind", out var kind) && kind.ValueEquals("Status")
                && status.RootElement.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String
                    ? message.GetString()
                    : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What was asked, for messages: <c>list pods in namespace "shop"</c>.</summary>
internal sealed record KubernetesQuestion(string Verb, string Resource, string? Name = null, string? Namespace = null)
{
    public override string ToString() => $"{Verb} {Resource}{(Name is null ? "" : $" {Name}")}{(Namespace is null ? "" : $" in namespace {Namespace}")}";
}
