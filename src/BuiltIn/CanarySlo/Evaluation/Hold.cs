namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>Why an objective can be called neither kept nor broken. Times are milliseconds since 1970.</summary>
/// <param name="Reason">What most of the points were, or <c>Thin</c>, <c>Chance</c>, <c>Coverage</c>, <c>Open</c>, <c>Burst</c> or <c>Partial</c>.</param>
/// <param name="Since">The first such point.</param>
/// <param name="Until">The last.</param>
internal sealed record Hold(string Reason, long Since, long Until)
{
    public const string Thin = "Thin";
    public const string Chance = "Chance";
    public const string Coverage = "Coverage";

    /// <summary>Beyond the limit when the last stage ended, but not yet for long enough.</summary>
    public const string Open = "Open";

    /// <summary>One burst, shorter than a breach, that put the whole stage beyond twice the limit.</summary>
    public const string Burst = "Burst";

    /// <summary>Prometheus said that a part of the data is missing.</summary>
    public const string Partial = "Partial";

    /// <value>Whether points beyond the limit are among them, so that a longer breach may hide there.</value>
    public bool MayHideBreach { get; init; }

    /// <value>Requests; only for <see cref="Thin"/>, <see cref="Chance"/> and <see cref="Burst"/>.</value>
    public double? Requests { get; init; }
}
