using System.Runtime.InteropServices;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>
/// How long this thread has worked: it stands still while the machine is suspended, or busy with something else. Where a system has no such clock, its steps
/// are counted instead, so that no wall clock decides.
/// </summary>
internal sealed class ThreadClock : TimeProvider
{
    private const long Nanoseconds = 1_000_000_000;

    // CLOCK_THREAD_CPUTIME_ID.
    private static readonly int ClockId = OperatingSystem.IsMacOS() ? 16 : 3;

    // What one look at this clock stands for without one: a few hundred matches.
    private const long Step = 200_000;

    [ThreadStatic]
    private static long steps;

    private ThreadClock()
    {
    }

    public static ThreadClock Shared { get; } = new();

    public override long TimestampFrequency => Nanoseconds;

    public override long GetTimestamp()
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            if (Read(ClockId, out var time) == 0)
            {
                return (time.Seconds * Nanoseconds) + time.Nanoseconds;
            }
        }

        return steps += Step;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Read(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
