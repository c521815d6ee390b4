using System.Runtime.InteropServices;

namespace Gates.Runner.PolicyWorkers;

/// <summary>What the kernel can take from a process that is about to run a stranger's script.</summary>
internal static class NativeLimits
{
    private const int NoCore = 4;
    private const int SetDumpable = 4;
    private const int SetNoNewPrivileges = 38;

    /// <summary>No core dumps (they would hold evidence), no debugger, no gain of privileges. Refusals are ignored: these are extra walls.</summary>
    public static void Apply()
    {
        var none = default(ResourceLimit);
        _ = setrlimit(NoCore, in none);
        _ = prctl(SetDumpable, 0, 0, 0, 0);
        _ = prctl(SetNoNewPrivileges, 1, 0, 0, 0);
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setrlimit(int resource, in ResourceLimit limit);

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int prctl(int option, nuint a, nuint b, nuint c, nuint d);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public nuint Soft;
        public nuint Hard;
    }
}
