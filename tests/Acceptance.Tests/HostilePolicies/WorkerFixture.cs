using Gates.Doors.Workers;
using Support;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>One worker for all scripts of a class, as one run has one worker for all policies; and another one, to compare with.</summary>
public sealed class WorkerFixture : IAsyncDisposable
{
    private readonly PolicyWorker worker = new(BuiltWorker.Options, TimeProvider.System);
    private readonly PolicyWorker other = new(BuiltWorker.Options, TimeProvider.System);

    public WorkerFixture() => worker.Start();

    internal Containment Worker => field ??= new(worker);

    internal Containment Other => field ??= new(other);

    public async ValueTask DisposeAsync()
    {
        await worker.DisposeAsync();
        await other.DisposeAsync();
    }
}
