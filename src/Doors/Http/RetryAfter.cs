namespace Gates.Doors.Http;

/// <summary>How long a server asks to be left alone (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <returns><see langword="null"/> when it does not say.</returns>
    public static TimeSpan? Of(HttpResponseMessage answer, DateTimeOffset now) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - now is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        _ => null,
    };
}
