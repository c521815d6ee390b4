using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>
/// How much work one file may be: the time of the thread that scans it, not of the clock on the wall, which goes on while the machine is suspended or busy with
/// something else. Text made to be slow to scan must not be a way to be left unscanned, so running out of time is an error.
/// </summary>
/// <param name="time">Tests bring their own; the system's clock stands for the thread's.</param>
internal sealed class FileDeadline(TimeProvider time, string path, long size, CancellationToken cancellationToken)
{
    /// <value>For any file: far beyond what a file of ordinary size takes.</value>
    public static readonly TimeSpan Base = TimeSpan.FromSeconds(30);

    private const double BytesPerSecond = 4 << 20;
    private readonly TimeSpan limit = Base + TimeSpan.FromSeconds(size / BytesPerSecond);
    private readonly TimeProvider clock = ClockFor(time);
    private readonly long started = ClockFor(time).GetTimestamp();
    private int calls;

    private static TimeProvider ClockFor(TimeProvider time) => ReferenceEquals(time, TimeProvider.System) ? ThreadClock.Shared : time;

    /// <exception cref="EvaluationException">The time is up.</exception>
    public void Check(DlpRule rule)
    {
        if ((++calls & 0xff) == 0)
        {
            CheckNow(rule.Id);
        }
    }

    public void CheckNow(string? rule = null)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (clock.GetElapsedTime(started) > limit)
        {
            throw new UnscannedException(
                FormattableString.Invariant($"{path}: not scanned to its end within {limit.TotalSeconds:0} s of work")
                    + (rule is null ? string.Empty : $" (last rule: {rule})") + ". Split the file, or add it to `exclude` of dlp-scan if it holds no secrets.",
                UnseenReasons.OverLimit);
        }
    }
}

/// <summary>One file could not be scanned to its end; the others can.</summary>
internal sealed class UnscannedException(string message, UnseenReason reason, Exception? inner = null) : EvaluationException(message, inner)
{
    public UnseenReason Reason { get; } = reason;
}
