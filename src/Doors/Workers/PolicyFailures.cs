using Gates.Policies;

namespace Gates.Doors.Workers;

/// <summary>How a worker's end is told.</summary>
internal static class PolicyFailures
{
    public static string Timeout(PolicyLimits limits) =>
        FormattableString.Invariant($"it did not finish within {limits.Timeout.TotalSeconds:0.###} s (timeout limit)");

    public static string Memory(PolicyLimits limits) =>
        FormattableString.Invariant($"it used more than {limits.MemoryBytes >> 20} MiB of memory (memory limit)");

    public static string Recursion() => "calls or values are nested too deep for the engine's stack (recursion limit)";
}
