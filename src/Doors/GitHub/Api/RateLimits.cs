using System.Globalization;
using System.Net;
using System.Text;

namespace Gates.Doors.GitHub.Api;

/// <summary>Recognises the ways in which GitHub says "later": each proves that nothing happened.</summary>
internal static class RateLimits
{
    /// <summary>What GitHub asks for where it gives no number.</summary>
    private static readonly TimeSpan Unstated = TimeSpan.FromMinutes(1);

    /// <summary>How long to wait before the request may be repeated.</summary>
    /// <returns><see langword="null"/> when the answer is not about a rate limit.</returns>
    public static TimeSpan? Wait(ApiRequest request, ApiResponse response, DateTimeOffset now)
    {
        if (!IsLimit(request, response))
        {
            return null;
        }

        if (RetryAfter(response, now) is { } stated)
        {
            return stated;
        }

        if (response.Header("x-ratelimit-remaining") == "0" && Reset(response) is { } reset)
        {
            // GitHub's clock and this one differ; a second more is cheaper than another refusal.
            var left = reset - now + TimeSpan.FromSeconds(1);
            return left > TimeSpan.FromSeconds(1) ? left : TimeSpan.FromSeconds(1);
        }

        return Unstated;
    }

    /// <summary>When the limit ends, as far as the answer says it.</summary>
    public static DateTimeOffset? Reset(ApiResponse response) =>
        response.Number("x-ratelimit-reset") is { } seconds and > 0 and < 100_000_000_000 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static bool IsLimit(ApiRequest request, ApiResponse response) => response.Status switch
    {
        HttpStatusCode.TooManyRequests => true,
        HttpStatusCode.Forbidden => response.Header("x-ratelimit-remaining") == "0" || response.Header("Retry-After") is not null || SaysSecondary(response),
        HttpStatusCode.UnprocessableEntity => SaysSecondary(response),
        HttpStatusCode.OK when request.IsGraphQl => response.Body.Length < 10_000 && Says(response, "\"RATE_LIMITED\""),
        _ => false,
    };

    private static bool SaysSecondary(ApiResponse response) =>
        Says(response, "secondary rate limit") || Says(response, "abuse detection") || Says(response, "submitted too quickly");

    private static bool Says(ApiResponse response, string words) =>
        Encoding.UTF8.GetString(response.Body.Span[..Math.Min(response.Body.Length, 10_000)]).Contains(words, StringComparison.OrdinalIgnoreCase);

    private static TimeSpan? RetryAfter(ApiResponse response, DateTimeOffset now)
    {
        if (response.Number("Retry-After") is { } seconds)
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue));
        }

        return DateTimeOffset.TryParseExact(response.Header("Retry-After"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? TimeSpan.FromTicks(Math.Max((date - now).Ticks, TimeSpan.TicksPerSecond))
            : null;
    }
}
