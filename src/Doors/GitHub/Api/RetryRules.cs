using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Gates.Doors.GitHub.Api;

/// <summary>What is tried again, and when: refusals that prove that nothing happened always, lost answers only where repeating is harmless.</summary>
internal static class RetryRules
{
    /// <summary>The request that a retry is about.</summary>
    public static readonly ResiliencePropertyKey<ApiRequest> Request = new("request");

    /// <summary>The order of things: retry around a time limit for each attempt.</summary>
    public static ResiliencePipeline<ApiResponse> Pipeline(ApiLimits limits, TimeProvider time, RequestBudget budget)
    {
        var retry = new RetryStrategyOptions<ApiResponse>
        {
            MaxRetryAttempts = limits.Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = limits.Delay,
            MaxDelay = limits.MaximumDelay,
            ShouldHandle = arguments => ValueTask.FromResult(ShouldRetry(arguments.Context, arguments.Outcome, limits, time)),
            DelayGenerator = arguments => ValueTask.FromResult(RateLimitWait(arguments.Context, arguments.Outcome, time)),
            OnRetry = _ =>
            {
                budget.CountRetry();
                return ValueTask.CompletedTask;
            },
        };
        return new ResiliencePipelineBuilder<ApiResponse> { TimeProvider = time }.AddRetry(retry).AddTimeout(limits.Timeout).Build();
    }

    /// <summary>Whether an exception means that no answer came. A connection that is not made in time looks like a cancellation.</summary>
    public static bool IsLost(Exception exception) =>
        exception is HttpRequestException or IOException or TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException };

    /// <summary>Whether an answer says nothing about what the request did.</summary>
    public static bool IsLost(HttpStatusCode status) => (int)status >= 500 || status == HttpStatusCode.RequestTimeout;

    private static bool ShouldRetry(ResilienceContext context, Outcome<ApiResponse> outcome, ApiLimits limits, TimeProvider time)
    {
        if (!context.Properties.TryGetValue(Request, out var request))
        {
            return false;
        }

        if (outcome.Exception is { } exception)
        {
            return request.IsIdempotent && IsLost(exception);
        }

        return RateLimitWait(context, outcome, time) is { } wait
            ? wait <= limits.MaximumRateLimitWait
            : request.IsIdempotent && outcome.Result is { } response && IsLost(response.Status) && response.Status != HttpStatusCode.NotImplemented;
    }

    private static TimeSpan? RateLimitWait(ResilienceContext context, Outcome<ApiResponse> outcome, TimeProvider time) =>
        outcome.Result is { } response && context.Properties.TryGetValue(Request, out var request)
            ? RateLimits.Wait(request, response, time.GetUtcNow())
            : null;
}
