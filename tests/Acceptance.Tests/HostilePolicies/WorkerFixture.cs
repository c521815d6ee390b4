using Gates.Runner.PolicyWorkers;
using Support;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>One worker for all scripts, as one run has one worker for all policies.</summary>
public sealed class WorkerFixture : IAsyncDisposable
{
    public WorkerFixture() => Worker.Start();

    internal PolicyWorker Worker { get; } = new(BuiltWorker.Options, TimeProvider.System);

    public ValueTask DisposeAsync() => Worker.DisposeAsync();
}
