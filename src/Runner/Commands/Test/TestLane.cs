using Gates.Doors.Workers;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Policies;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Commands.Test;

/// <summary>A worker and the cases that it judges, one after the other.</summary>
internal sealed class TestLane : IAsyncDisposable
{
    private readonly LastObservation last = new();
    private readonly TimeProvider time;

    public TestLane(PolicyWorkerOptions options, TimeProvider time)
    {
        this.time = time;
        Worker = new PolicyWorker(options, time, last);
    }

    public PolicyWorker Worker { get; }

    public ValueTask DisposeAsync() => Worker.DisposeAsync();

    /// <exception cref="EvaluationException">The worker cannot be used.</exception>
    public async Task<TestedCase> RunAsync(
        string root,
        (CaseSubject Subject, string Folder) one,
        PolicyLinker linker,
        ISourceTree policies,
        CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        last.Value = null;
        try
        {
            var runner = new CaseRunner(Worker, linker, new GateServices(time) { Scripts = new PolicyScripts(linker, Worker) }, policies);
            var result = await runner.RunAsync(CaseReader.Read(root, one.Folder, one.Subject), cancellationToken);
            return new TestedCase(one.Folder, result, null, last.Value, time.GetElapsedTime(started));
        }
        catch (UsageException e)
        {
            return new TestedCase(one.Folder, null, e.Message, null, time.GetElapsedTime(started));
        }
    }

    private sealed class LastObservation : IProgress<PolicyObservation>
    {
        public PolicyObservation? Value { get; set; }

        public void Report(PolicyObservation value) => Value = value;
    }
}
