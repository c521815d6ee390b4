using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gates.Doors.Http;

namespace Gates.Doors.Prometheus;

/// <summary>Has a token of a token server, and another before it expires (RFC 6749, section 4.4).</summary>
/// <param name="credential">The client.</param>
/// <param name="http">Sends the requests; it must not follow redirects.</param>
/// <param name="time">For deadlines.</param>
/// <param name="timeout">For one answer.</param>
internal sealed class Oauth2Tokens(Oauth2Client credential, HttpClient http, TimeProvider time, TimeSpan timeout)
{
    private const int MaximumAnswer = 1 << 16;

    /// <summary>How long before its end a token is no longer used.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private string? token;
    private DateTimeOffset until;

    /// <value>The token that is used, to keep it out of messages.</value>
    public string? Secret => token;

    /// <summary>Lets the next request ask for another token: the server no longer takes this one.</summary>
    public void Forget() => until = DateTimeOffset.MinValue;

    /// <exception cref="PrometheusException">The token server gives none.</exception>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (token is not null && time.GetUtcNow() < until)
        {
            return token;
        }

        using var deadline = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            using var message = Question();
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await BoundedBody.ReadAsync(answer.Content, MaximumAnswer, either.Token);
            return answer.StatusCode == HttpStatusCode.OK && body is not null ? Keep(body) : throw Refusal(answer, body);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Fault(PrometheusFault.TimedOut, $"it did not answer within {timeout.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException { InnerException: TimeoutException })
        {
            throw Fault(PrometheusFault.Unreachable, "no answer");
        }
    }

    private HttpRequestMessage Question()
    {
        List<KeyValuePair<string, string>> form = [new("grant_type", "client_credentials")];
        if (credential.Scopes.Count > 0)
        {
            form.Add(new("scope", string.Join(' ', credential.Scopes)));
        }

        if (credential.Audience.Length > 0)
        {
            form.Add(new("audience", credential.Audience));
        }

        // Section 2.3.1: both are form-encoded before they become a user and a password.
        var pair = $"{WebUtility.UrlEncode(credential.Id)}:{WebUtility.UrlEncode(credential.Secret)}";
        var message = new HttpRequestMessage(HttpMethod.Post, credential.TokenUrl) { Content = new FormUrlEncodedContent(form) };
        message.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return message;
    }

    private string Keep(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            var given = document.RootElement.GetProperty("access_token").GetString() ?? "";
            if (given.Length == 0 || given.Any(character => character is <= ' ' or > '~'))
            {
                throw Fault(PrometheusFault.NotPrometheus, "its `access_token` is none");
            }

            var seconds = document.RootElement.TryGetProperty("expires_in", out var expires) && expires.TryGetDouble(out var number) ? number : 300;
            var lifetime = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400));
            token = given;
            until = time.GetUtcNow() + (lifetime > 2 * Margin ? lifetime - Margin : lifetime / 2);
            return given;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Fault(PrometheusFault.NotPrometheus, "its answer is no token (RFC 6749, section 5.1); check `oauth2.token-url`");
        }
    }

    /// <summary>Of an answer that says no, only its status and its short error code are repeated: the rest may hold what was sent.</summary>
    private PrometheusException Refusal(HttpResponseMessage answer, byte[]? body)
    {
        var status = (int)answer.StatusCode;
        var error = body is null ? "" : PrometheusAnswer.Error(body) ?? "";
        var reason = error.Length is > 0 and < 40 && error.All(letter => char.IsAsciiLetter(letter) || letter == '_') ? error : "no reason given";
        return status is 408 or 429 or >= 500
            ? Fault(PrometheusFault.Unavailable, $"it answered {status}: {reason}")
            : Fault(PrometheusFault.CredentialsRefused, $"it answered {status}: {reason}; check `oauth2`, its secret, scopes and audience");
    }

    private PrometheusException Fault(PrometheusFault fault, string why) => new(fault, $"the token server at {credential.TokenUrl.Authority}: {why}");
}
