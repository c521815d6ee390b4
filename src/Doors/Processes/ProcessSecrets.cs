using System.Collections;
using System.Runtime.InteropServices;

namespace Gates.Doors.Processes;

/// <summary>Keeps what this process knows to itself: keys and tokens must be found neither by a program that it starts nor by one beside it.</summary>
internal static class ProcessSecrets
{
    private const int NoCore = 4;
    private const int SetDumpable = 4;
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExec = 1;

    private static readonly string[] Endings = ["KEY", "TOKEN", "SECRET", "PASSWORD"];

    /// <summary>
    /// From here on nobody else reads this process. Its variables stay for us; the block that the system shows in <c>/proc</c> loses the secret ones, because
    /// an administrator's processes read that of everybody.
    /// </summary>
    public static void Hide()
    {
        ForbidReading();
        CloseInherited();

        // Setting one makes the runtime copy them all.
        Environment.SetEnvironmentVariable("GATES_PROCESS", null);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            if (IsSecret((string)variable.Key))
            {
                Blank((string)variable.Key);
            }
        }
    }

    /// <summary>No core dump (it would hold all that is known here), no debugger, and nothing but names and numbers in <c>/proc</c>.</summary>
    public static void ForbidReading()
    {
        var none = default(ResourceLimit);
        _ = setrlimit(NoCore, in none);
        NativeProcess.Control(SetDumpable, 0);
    }

    private static void Blank(string name)
    {
        for (var letter = getenv(name); letter != IntPtr.Zero && Marshal.ReadByte(letter) != 0; letter++)
        {
            Marshal.WriteByte(letter, 0);
        }
    }

    private static bool IsSecret(string name) => Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>A key can be given as a descriptor, which is for this process alone.</summary>
    private static void CloseInherited()
    {
        foreach (var file in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.TryParse(Path.GetFileName(file), out var descriptor) && descriptor > 2)
            {
                _ = fcntl(descriptor, SetDescriptorFlags, CloseOnExec);
            }
        }
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setrlimit(int resource, in ResourceLimit limit);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fcntl(int descriptor, int command, int flags);

    [DllImport("libc", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern IntPtr getenv([MarshalAs(UnmanagedType.LPUTF8Str)] string name);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
