using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gates.Doors.Http;

namespace Gates.Doors.Registry;

/// <summary>Answers a registry's challenge: with a token of its token server, or with the login itself. Both go to nobody else.</summary>
internal sealed class RegistryTokens(HttpClient client, RegistryLogins logins, TimeProvider time, RegistryLimits limits)
{
    private readonly ConcurrentDictionary<string, AuthenticationHeaderValue> known = new(StringComparer.Ordinal);

    /// <summary>What was good for the repository before.</summary>
    public AuthenticationHeaderValue? Known(RegistryQuestion question) => known.GetValueOrDefault(Key(question));

    /// <param name="question">What was asked.</param>
    /// <param name="challenges">What the registry offers.</param>
    /// <param name="tried">What it refused just now.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="RegistryException">There is no way in.</exception>
    public async Task<AuthenticationHeaderValue> AnswerAsync(
        RegistryQuestion question, IReadOnlyList<Challenge> challenges, AuthenticationHeaderValue? tried, CancellationToken cancellationToken)
    {
        // Another question may have been answered since.
        if (Known(question) is { } newer && !newer.Equals(tried))
        {
            return newer;
        }

        var login = await logins.FindAsync(question.Host.Domain, question.Repository, cancellationToken);
        var header = challenges.FirstOrDefault(one => one.Scheme == "bearer") is { } bearer
            ? new AuthenticationHeaderValue("Bearer", await TokenAsync(question, bearer, login, cancellationToken))
            : challenges.Any(one => one.Scheme == "basic") ? Basic(question, login, tried)
            : throw RegistryFailures.Fault(RegistryFault.NotRegistry, question, "it wants a login of a kind that registries do not have");
        known[Key(question)] = header;
        return header;
    }

    private static string Key(RegistryQuestion question) => question.Host.Domain + "/" + question.Repository;

    private static AuthenticationHeaderValue Basic(RegistryQuestion question, RegistryLogin? login, AuthenticationHeaderValue? tried) => login switch
    {
        null => throw RegistryFailures.Fault(RegistryFault.LoginNeeded, question, $"it wants a login; run `docker login {question.Host.Domain}`"),
        { IsIdentity: true } => throw RegistryFailures.Fault(RegistryFault.LoginNeeded, question, "it wants a password, and the login is an identity token"),
        _ when tried is not null => throw RegistryFailures.Fault(RegistryFault.LoginRefused, question, "it refuses the login; `docker login` again"),
        _ => Basic(login),
    };

    private static AuthenticationHeaderValue Basic(RegistryLogin login) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{login.User}:{login.Secret}")));

    private async Task<string> TokenAsync(RegistryQuestion question, Challenge challenge, RegistryLogin? login, CancellationToken cancellationToken)
    {
        if (!challenge.Parameters.TryGetValue("realm", out var text) || !Uri.TryCreate(text, UriKind.Absolute, out var realm) || !question.Host.Trusts(realm))
        {
            throw RegistryFailures.Fault(
                RegistryFault.NotRegistry,
                question,
                $"its token server {RegistryFailures.Safe(text ?? "")} is not asked: that needs an https address, or one on this machine for a registry here");
        }

        if (login is not null && !question.Host.SharesLoginWith(realm))
        {
            throw RegistryFailures.Fault(
                RegistryFault.LoginUnusable,
                question,
                $"its token server {RegistryFailures.Safe(realm.Authority)} is not of the registry's domain, so the login is not sent there");
        }

        using var message = Message(realm, challenge.Parameters.GetValueOrDefault("service"), $"repository:{question.Repository}:pull", login);
        var asked = question with { What = $"{question.What} (its token server {RegistryFailures.Safe(realm.Authority)})" };
        using var deadline = new CancellationTokenSource(limits.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BoundedBody.ReadAsync(answer.Content, limits.MaxToken, either.Token);
            return (int)answer.StatusCode switch
            {
                200 => Read(body) ?? throw RegistryFailures.Fault(RegistryFault.NotRegistry, asked, "it gave no token"),
                400 or 401 or 403 => throw RegistryFailures.Fault(
                    login is null ? RegistryFault.LoginNeeded : RegistryFault.LoginRefused,
                    asked,
                    login is null ? $"it wants a login; run `docker login {question.Host.Domain}`" : "it refuses the login; `docker login` again"),
                _ => throw RegistryFailures.Refusal(asked, answer),
            };
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && RegistryFailures.IsKnown(e))
        {
            throw RegistryFailures.Of(e, asked, limits);
        }
    }

    /// <summary>An identity token is exchanged as OAuth 2 has it; anybody else asks as the distribution's token specification has it.</summary>
    private static HttpRequestMessage Message(Uri realm, string? service, string scope, RegistryLogin? login)
    {
        if (login is { IsIdentity: true })
        {
            return new HttpRequestMessage(HttpMethod.Post, realm)
            {
                Content = new FormUrlEncodedContent(
                [
                    new("grant_type", "refresh_token"), new("service", service ?? ""), new("scope", scope), new("client_id", "gates"),
                    new("refresh_token", login.Secret),
                ]),
            };
        }

        var query = (service is null ? "" : $"service={Uri.EscapeDataString(service)}&") + $"scope={Uri.EscapeDataString(scope)}";
        var address = new UriBuilder(realm) { Query = realm.Query.Length > 1 ? realm.Query[1..] + "&" + query : query }.Uri;
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.Authorization = login is null ? null : Basic(login);
        return message;
    }

    private static string? Read(byte[]? body)
    {
        try
        {
            using var document = JsonDocument.Parse(body ?? []);
            foreach (var name in (string[])["token", "access_token"])
            {
                if (document.RootElement.TryGetProperty(name, out var token)
                    && token.GetString() is { Length: > 0 } text && text.All(c => c is > ' ' and < (char)127))
                {
                    return text;
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // As if there were none.
        }

        return null;
    }
}
