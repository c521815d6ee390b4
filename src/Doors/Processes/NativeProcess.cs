using System.Runtime.InteropServices;

namespace Gates.Doors.Processes;

/// <summary>What the kernel is asked about processes.</summary>
internal static class NativeProcess
{
    public const int KillSignal = 9;
    private const short WritableFile = 4;

    /// <summary>Ends a process at once. One that has ended already is none of our business.</summary>
    public static void Kill(int id) => _ = kill(id, KillSignal);

    /// <summary>Sets what the kernel does for this process, as prctl(2) has it. Refusals are ignored.</summary>
    public static void Control(int option, nuint value) => _ = prctl(option, value, 0, 0, 0);

    /// <summary>Ends this process at once, whatever its threads are busy with.</summary>
    public static void Exit(int code) => _exit(code);

    /// <summary>Waits until a file of this process has hung up: until all that could write into a pipe are gone.</summary>
    public static void WaitForHangUp(int file)
    {
        var polled = new Polled { File = file };
        while (polled.Seen == 0)
        {
            // Nothing is asked for, so that only a hang-up is told; a signal ends the call as well.
            _ = poll(ref polled, 1, -1);
        }
    }

    /// <summary>Whether a file of this process would take something now, because whoever reads it does.</summary>
    public static bool TakesMore(int file)
    {
        var polled = new Polled { File = file, Wanted = WritableFile };
        _ = poll(ref polled, 1, 0);
        return (polled.Seen & WritableFile) != 0;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int poll(ref Polled files, nuint count, int timeout);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int process, int signal);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void _exit(int code);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [StructLayout(LayoutKind.Sequential)]
    private struct Polled
    {
        public int File;
        public short Wanted;
        public short Seen;
    }
}
