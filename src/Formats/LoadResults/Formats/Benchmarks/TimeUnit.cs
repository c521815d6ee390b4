namespace Gates.Formats.LoadResults.Formats.Benchmarks;

/// <summary>Units of time as benchmarks write them.</summary>
internal static class TimeUnit
{
    /// <summary>How many milliseconds one of it is; <see langword="null"/> when it is no time, or a rate.</summary>
    /// <param name="unit">Such as <c>ns</c>, <c>ns/op</c>, <c>ns/iter</c>, <c>sec</c>.</param>
    public static double? Milliseconds(string unit) => unit.Split('/')[0].Trim().ToLowerInvariant() switch
    {
        "ps" => 1e-9,
        "ns" or "nsec" or "nanoseconds" => 1e-6,
        "us" or "µs" or "μs" or "usec" or "microseconds" => 1e-3,
        "ms" or "msec" or "milliseconds" or "millisecond" => 1,
        "s" or "sec" or "secs" or "second" or "seconds" => 1e3,
        _ => null,
    };
}
