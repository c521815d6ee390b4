namespace Gates.Runner.Commands;

/// <summary>Where progress is shown.</summary>
/// <param name="Error">Standard error, so that reports stay clean.</param>
/// <param name="Time">The clock.</param>
internal sealed record ProgressPlace(TextWriter Error, TimeProvider Time)
{
    /// <value>Whether one line is written again and again in place. Default: a plain line for each gate.</value>
    public bool IsLive { get; init; }

    /// <value>The columns of now; a user may change them at any time.</value>
    public Func<int> Width { get; init; } = () => 80;
}
