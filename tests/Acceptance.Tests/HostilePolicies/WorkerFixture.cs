using Gates.Doors.Workers;
using Support;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>One worker for all scripts of a class, as one run has one worker for all policies; and another one, to compare with.</summary>
public sealed class WorkerFixture : IAsyncDisposable
{
    private readonly PolicyWorker _worker = new(BuiltWorker.Options, TimeProvider.System);
    private readonly PolicyWorker _other = new(BuiltWorker.Options, TimeProvider.System);

    public WorkerFixture() => _worker.Start();

    internal Containment Worker => field ??= new(_worker);

    internal Containment Other => field ??= new(_other);

    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await _other.DisposeAsync();
    }
}
