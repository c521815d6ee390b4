using System.Runtime.InteropServices;
using Gates.Doors.Processes;

namespace Gates.Doors.Workers;

/// <summary>Ends the worker when whoever started it is gone, in the middle of a judgement too; and only then, or when it is told to.</summary>
internal static class ParentWatch
{
    private const int SetParentDeathSignal = 1;
    private const int StandardInput = 0;

    /// <summary>A Ctrl-C goes to every process of the terminal; the parent alone decides what becomes of the worker.</summary>
    public static void Start()
    {
        foreach (var stop in (int[])[2, 15])
        {
            _ = signal(stop, 1);
        }

        // Two walls: the kernel's word, and the end of the pipe, which also tells of a parent that died before this line.
        NativeProcess.Control(SetParentDeathSignal, NativeProcess.KillSignal);
        new Thread(WaitForTheEnd) { IsBackground = true, Name = "watches the parent" }.Start();
    }

    private static void WaitForTheEnd()
    {
        NativeProcess.WaitForHangUp(StandardInput);
        NativeProcess.Exit(0);
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint signal(int number, nint handler);
}
