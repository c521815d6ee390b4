using System.Globalization;
using System.Net;
using System.Text.Json;
using Gates.Formats.Foundation.Text;

namespace Gates.Doors.GitHub.Api;

/// <summary>Turns bad answers into exceptions. What GitHub says is somebody else's text: one line of it, cut, without the token.</summary>
internal static class ApiErrors
{
    private const int MaxMessageLength = 300;

    /// <summary>For an answer that is not a success.</summary>
    public static GitHubException From(ApiRequest request, ApiResponse response, ApiToken token, DateTimeOffset now)
    {
        if (RateLimits.Wait(request, response, now) is { } wait)
        {
            var until = RateLimits.Reset(response) ?? now + wait;
            return new RateLimitException(string.Create(
                CultureInfo.InvariantCulture, $"Could not {request.Purpose}: GitHub's rate limit holds until {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC. Run the job again after that."))
            { Until = until, Status = response.Status };
        }

        var message = Message(response, token);
        if ((response.Status == HttpStatusCode.Forbidden && message.StartsWith("Resource not accessible by", StringComparison.OrdinalIgnoreCase))
            || (response.Status == HttpStatusCode.NotFound && request.IsWrite))
        {
            return new MissingPermissionException(request.Purpose, request.Permission)
            {
                Status = response.Status,
                NeededPermission = request.Permission,
            };
        }

        var words = response.Status switch
        {
            HttpStatusCode.Unauthorized => "the token is not valid, or no longer",
            HttpStatusCode.NotFound => $"not found, or the token lacks the permission `{request.Permission}`",
            _ => message,
        };
        return new GitHubException(string.Create(CultureInfo.InvariantCulture, $"Could not {request.Purpose}: GitHub answered {(int)response.Status}: {words}"))
        {
            Status = response.Status,
            Words = message,
            NeededPermission = request.Permission,
            MayHaveHappened = request.IsWrite && RetryRules.IsLost(response.Status),
        };
    }

    /// <summary>For a request to which no answer came.</summary>
    public static GitHubException NoAnswer(ApiRequest request, Exception exception, ApiToken token) =>
        new($"Could not {request.Purpose}: no answer from {request.Url.Authority}: {Safe(exception.Message, token)}") { MayHaveHappened = request.IsWrite };

    /// <summary>For an answer that says that a change happened and then breaks off.</summary>
    public static GitHubException Broken(ApiRequest request, string reason, ApiToken token) =>
        new($"Could not {request.Purpose}: the answer from {request.Url.Authority} broke off: {Safe(reason, token)}")
        {
            MayHaveHappened = true,
            HasHappened = true
        };

    /// <summary>For an answer of success that is not what GitHub documents.</summary>
    public static GitHubException Malformed(ApiRequest request, string reason, ApiToken token) =>
        new($"Could not {request.Purpose}: the answer from {request.Url.Authority} is not what GitHub documents: {Safe(reason, token)}")
        {
            MayHaveHappened = request.IsWrite,
            HasHappened = request.IsWrite
        };

    /// <summary>Somebody else's text, fit for one line of a log.</summary>
    public static string Safe(string text, ApiToken token) => Escape.Cut(Escape.OneLine(token.RemoveFrom(text)), MaxMessageLength);

    private static string Message(ApiResponse response, ApiToken token)
    {
        try
        {
            var error = JsonSerializer.Deserialize(response.Body.Span, ApiErrorJson.Default.ApiError);
            var details = error?.Errors is { ValueKind: JsonValueKind.Array } errors
                ? string.Join("; ", errors.EnumerateArray().Take(3).Select(Detail).Where(text => text.Length > 0))
                : "";
            var text = string.Join(": ", new[] { error?.Message ?? "", details }.Where(part => part.Length > 0));
            return text.Length > 0 ? Safe(text, token) : "no reason given";
        }
        catch (JsonException)
        {
            return "no reason given";
        }
    }

    private static string Detail(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.String => error.GetString() ?? "",
        JsonValueKind.Object =>
            string.Join(
                ' ',
                error.EnumerateObject()
                    .Where(part => part.Value.ValueKind == JsonValueKind.String && part.Name is "field" or "code" or "message")
                    .Select(part => part.Value.ToString())),
        _ => "",
    };
}
