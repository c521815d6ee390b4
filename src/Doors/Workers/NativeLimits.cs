using Gates.Doors.Processes;

namespace Gates.Doors.Workers;

/// <summary>What the kernel can take from a process that is about to run a stranger's script.</summary>
internal static class NativeLimits
{
    private const int SetNoNewPrivileges = 38;

    /// <summary>No core dumps (they would hold evidence), no debugger, no gain of privileges. Refusals are ignored: these are extra walls.</summary>
    public static void Apply()
    {
        ProcessSecrets.ForbidReading();
        NativeProcess.Control(SetNoNewPrivileges, 1);
    }
}
