using Gates.Doors.Workers;

namespace Support;

/// <summary>The policy worker of the program that was built beside the tests.</summary>
internal static class BuiltWorker
{
    public static PolicyWorkerOptions Options { get; } = new(Repository.Gates, [PolicyWorkerHost.Command]);
}
