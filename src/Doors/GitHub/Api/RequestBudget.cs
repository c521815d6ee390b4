using System.Globalization;

namespace Gates.Doors.GitHub.Api;

/// <summary>Counts what was asked of GitHub.</summary>
internal sealed class RequestBudget
{
    private int requests;
    private int retries;

    // Answers that GitHub confirmed as unchanged; they do not count against its rate limit.
    private int cached;

    /// <value>Everything that was sent, retries and redirects included.</value>
    public int Requests => requests;

    public int Retries => retries;

    public void CountRequest() => Interlocked.Increment(ref requests);

    public void CountRetry() => Interlocked.Increment(ref retries);

    public void CountFromCache() => Interlocked.Increment(ref cached);

    /// <summary>For example <c>GitHub: 7 requests, 1 retry, 1 from cache</c>.</summary>
    public override string ToString()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"GitHub: {Requests} {(Requests == 1 ? "request" : "requests")}");
        text += retries == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {retries} {(retries == 1 ? "retry" : "retries")}");
        return text + (cached == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {cached} from cache"));
    }
}
