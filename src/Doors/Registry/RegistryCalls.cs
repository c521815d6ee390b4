using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Gates.Doors.Files;
using Gates.Doors.Http;

namespace Gates.Doors.Registry;

/// <summary>
/// Asks registries: logs in where one is challenged, waits and repeats where that helps, and follows redirects itself, so that no login goes along.
/// </summary>
internal sealed class RegistryCalls(HttpClient client, RegistryLogins logins, TimeProvider time, RegistryLimits limits)
{
    private const int MaxRedirects = 5;

    private readonly RegistryTokens tokens = new(client, logins, time, limits);

    /// <returns><see langword="null"/> when there is no such thing.</returns>
    /// <exception cref="RegistryException">There is no answer, or none that can be used.</exception>
    public async Task<RegistryAnswer?> FindAsync(RegistryQuestion question, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var delay = limits.Delay;
        for (var attempt = 1; ; attempt++, delay *= 2)
        {
            RegistryException fault;
            TimeSpan? asked = null;
            try
            {
                using var answer = await AttemptAsync(question, cancellationToken);
                if (await TakenAsync(answer, question, cancellationToken) is var (taken, body) && taken)
                {
                    return body;
                }

                (fault, asked) = (RegistryFailures.Refusal(question, answer), RetryAfter.Of(answer, time.GetUtcNow()));
            }
            catch (RegistryException e) when (e.Fault is RegistryFault.Unreachable)
            {
                fault = e;
            }

            var wait = asked ?? delay;
            if (fault.Fault is not (RegistryFault.Unreachable or RegistryFault.TooManyRequests or RegistryFault.Failed)
                || attempt >= limits.MaxAttempts || time.GetElapsedTime(started) + wait > limits.Patience)
            {
                throw fault;
            }

            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private async Task<(bool Taken, RegistryAnswer? Answer)> TakenAsync(
        HttpResponseMessage answer, RegistryQuestion question, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return (true, null);
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return (false, null);
        }

        var body = await WithinAsync(question, token => BoundedBody.ReadAsync(answer.Content, question.MaxAnswer, token), cancellationToken)
            ?? throw RegistryFailures.Fault(
                RegistryFault.TooLarge,
                question,
                string.Create(CultureInfo.InvariantCulture, $"it answers with more than {question.MaxAnswer / 1_000_000.0:0.#} MB"));
        return (true, new RegistryAnswer(
            body,
            answer.Content.Headers.ContentType?.MediaType ?? "",
            Header(answer, "Docker-Content-Digest"),
            RegistryLink.Next(Header(answer, "Link"), question)));
    }

    /// <summary>The last answer after logging in and following redirects.</summary>
    private async Task<HttpResponseMessage> AttemptAsync(RegistryQuestion question, CancellationToken cancellationToken)
    {
        var login = tokens.Known(question);
        var answer = await SendAsync(question, question.Address, login, cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            var challenges = Challenge.Parse(answer.Headers.WwwAuthenticate.Select(one => one.ToString()));
            answer.Dispose();
            login = await tokens.AnswerAsync(question, challenges, login, cancellationToken);
            answer = await SendAsync(question, question.Address, login, cancellationToken);
        }

        for (var (from, redirects) = (question.Address, 1); IsRedirect(answer); redirects++)
        {
            var target = answer.Headers.Location is { } location ? new Uri(from, location) : null;
            answer.Dispose();
            if (target is null || redirects > MaxRedirects || !question.Host.Trusts(target))
            {
                throw RegistryFailures.Fault(
                    RegistryFault.Redirected,
                    question,
                    $"it redirects to {(target is null ? "nowhere" : RegistryFailures.Safe(target.GetLeftPart(UriPartial.Authority)))}, which is not followed: "
                        + (redirects > MaxRedirects ? "there were too many redirects before" : "only https is, and nothing on this machine"));
            }

            // On its own host a redirect is the same registry; anywhere else it gets no login.
            var isOwn = target.GetLeftPart(UriPartial.Authority) == question.Host.Address.GetLeftPart(UriPartial.Authority);
            answer = await SendAsync(question, target, isOwn ? login : null, cancellationToken);
            from = target;
        }

        return answer;
    }

    private Task<HttpResponseMessage> SendAsync(
        RegistryQuestion question, Uri address, AuthenticationHeaderValue? login, CancellationToken cancellationToken) =>
        WithinAsync(
            question,
            async token =>
            {
                using var message = new HttpRequestMessage(HttpMethod.Get, address);
                message.Headers.Authorization = login;
                message.Headers.TryAddWithoutValidation("Accept", question.Accept);
                message.Headers.TryAddWithoutValidation("User-Agent", $"gates/{ToolVersion.Short(ToolVersion.Text)}");
                return await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, token);
            },
            cancellationToken);

    private async Task<T> WithinAsync<T>(RegistryQuestion question, Func<CancellationToken, Task<T>> act, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await act(either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && RegistryFailures.IsKnown(e))
        {
            throw RegistryFailures.Of(e, question, limits);
        }
    }

    private static bool IsRedirect(HttpResponseMessage answer) => (int)answer.StatusCode is 301 or 302 or 303 or 307 or 308;

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
