using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using Gates.Doors.Files;
using Gates.Doors.Http;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.Sigstore;

/// <summary>
/// Sends requests to signing services, waits and repeats where that helps: to ask again for a token, a certificate, a timestamp or an entry harms nothing.
/// Redirects are not followed, so that nothing goes where nobody sent it.
/// </summary>
internal sealed class SigstoreCalls(HttpClient client, TimeProvider time, SigstoreLimits limits)
{
    private const int MaxWords = 300;

    /// <returns>The body of a good answer.</returns>
    /// <exception cref="SigstoreException">There is none.</exception>
    public async Task<byte[]> AskAsync(SigstoreQuestion question, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var delay = limits.Delay;
        for (var attempt = 1; ; attempt++, delay *= 2)
        {
            SigstoreException fault;
            TimeSpan? asked = null;
            try
            {
                (var body, fault, asked) = await AttemptAsync(question, cancellationToken);
                if (body is not null)
                {
                    return body;
                }
            }
            catch (SigstoreException e)
            {
                fault = e;
            }

            var wait = asked ?? delay;
            if (fault.Fault is not (SigstoreFault.Unreachable or SigstoreFault.TimedOut or SigstoreFault.Unavailable)
                || attempt >= limits.MaxAttempts || time.GetElapsedTime(started) + wait > limits.Patience)
            {
                throw fault;
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    public static SigstoreException Fault(SigstoreFault fault, SigstoreQuestion question, string why) =>
        new(fault, $"{question.Service} at {question.Address.Authority}: {why}");

    private async Task<(byte[]? Body, SigstoreException Fault, TimeSpan? Wait)> AttemptAsync(SigstoreQuestion question, CancellationToken cancellationToken)
    {
        using var message = Message(question);
        using var deadline = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BoundedBody.ReadAsync(answer.Content, limits.MaxAnswer, either.Token)
                ?? throw Fault(
                    SigstoreFault.TooLarge,
                    question,
                    string.Create(CultureInfo.InvariantCulture, $"it answers with more than {limits.MaxAnswer >> 20} MiB"));
            return answer.IsSuccessStatusCode ? (body, null!, null) : (null, Refusal(question, answer, body), RetryAfter.Of(answer, time.GetUtcNow()));
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Fault(
                SigstoreFault.TimedOut,
                question,
                string.Create(CultureInfo.InvariantCulture, $"it did not answer within {limits.Timeout.TotalSeconds:0.#} s"));
        }
        catch (HttpRequestException e) when (e.InnerException is AuthenticationException)
        {
            throw Fault(
                SigstoreFault.Refused,
                question,
                "its certificate is not signed by an authority that is believed, or is for another name; SSL_CERT_FILE names further authorities");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException { InnerException: TimeoutException })
        {
            throw Fault(SigstoreFault.Unreachable, question, $"no answer: {Safe(question, e.InnerException?.Message ?? e.Message)}");
        }
    }

    private static HttpRequestMessage Message(SigstoreQuestion question)
    {
        var message = new HttpRequestMessage(question.Body is null ? HttpMethod.Get : HttpMethod.Post, question.Address);
        message.Headers.TryAddWithoutValidation("Accept", question.Accept);
        message.Headers.TryAddWithoutValidation("User-Agent", $"gates/{ToolVersion.Short(ToolVersion.Text)}");
        if (question.Bearer is { } bearer)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        if (question.Body is { } body)
        {
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(question.ContentType) } };
        }

        return message;
    }

    private static SigstoreException Refusal(SigstoreQuestion question, HttpResponseMessage answer, byte[] body)
    {
        var status = (int)answer.StatusCode;
        var words = Safe(question, System.Text.Encoding.UTF8.GetString(body));
        return status switch
        {
            408 or 429 or >= 500 => Fault(SigstoreFault.Unavailable, question, $"it answered {status}{Said(words)}"),
            409 => Fault(SigstoreFault.AlreadyLogged, question, $"it answered 409: it has such an entry already{Said(words)}"),
            >= 300 and < 400 => Fault(SigstoreFault.Redirected, question, $"it answered {status} with a redirect, which is not followed; give its own address"),
            _ => Fault(SigstoreFault.Refused, question, $"it answered {status}{Said(words)}"),
        };
    }

    private static string Said(string words) => words.Length == 0 ? "" : ": " + words;

    /// <summary>Somebody else's text on one line, cut, without a secret in it.</summary>
    private static string Safe(SigstoreQuestion question, string text)
    {
        var secrets = question.Bearer is { } bearer ? question.Secrets.Append(bearer) : question.Secrets;
        return Escape.Cut(Escape.OneLine(secrets.Aggregate(text, (all, secret) => all.Replace(secret, "***", StringComparison.Ordinal)).Trim()), MaxWords);
    }
}
