namespace Gates.Pipeline;

/// <summary>Passes progress on and never throws: a report that fails is the last that is tried, because no run may fail for its looks.</summary>
internal sealed class SafeProgress : IProgress<GateProgress>
{
    private volatile IProgress<GateProgress>? inner;

    private SafeProgress(IProgress<GateProgress>? progress) => inner = progress;

    public static SafeProgress From(IProgress<GateProgress>? progress) => progress as SafeProgress ?? new SafeProgress(progress);

    public void Report(GateProgress value)
    {
        try
        {
            inner?.Report(value);
        }
        catch (Exception)
        {
            inner = null;
        }
    }
}
