namespace Gates.Pipeline;

/// <summary>A gate that takes as long as what it watches.</summary>
internal interface IPacedGate
{
    /// <value>How long that is; <see langword="null"/> when the usual time-out fits.</value>
    TimeSpan? Duration { get; }
}
