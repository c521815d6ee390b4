using System.Runtime.InteropServices;

namespace Gates.Doors.Load.Clock;

/// <summary>Sleeping as exactly as the kernel can, some 60 microseconds late.</summary>
internal static class NativeSleep
{
    /// <param name="time">Less than a second.</param>
    public static void For(TimeSpan time)
    {
        var wanted = new Interval { Nanoseconds = time.Ticks * 100 };
        _ = nanosleep(ref wanted, 0);
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int nanosleep(ref Interval wanted, nint remaining);

    [StructLayout(LayoutKind.Sequential)]
    private struct Interval
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
