using Gates.Doors.Git;
using Gates.Doors.Jobs;
using Gates.Doors.Workers;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Composition;

/// <summary>All that a command needs to find, link and judge by policies.</summary>
internal sealed class PolicyTools : IAsyncDisposable
{
    private readonly Lazy<PinnedPolicies> pinned;

    public PolicyTools(JobEnvironment job)
    {
        Linker = new PolicyLinker(Worker);
        Scripts = new PolicyScripts(Linker, Worker);
        pinned = new(() => new PinnedPolicies(new RemoteCommits(UserCache.Folder(Environment.GetEnvironmentVariable, "policies"), job.Token), job.Server));
    }

    /// <value>Runs them; started when it is first used, or before by <see cref="PolicyWorker.Start"/>.</value>
    public PolicyWorker Worker { get; } = new(PolicyWorkerOptions.ForThisProgram(), TimeProvider.System);

    public PolicyLinker Linker { get; }

    public PolicyScripts Scripts { get; }

    /// <value>Policies of other repositories; their cache, which is a folder of its own in a job, is made when somebody asks.</value>
    public PinnedPolicies Pinned => pinned.Value;

    public async ValueTask DisposeAsync()
    {
        if (pinned.IsValueCreated)
        {
            Pinned.Dispose();
        }

        await Worker.DisposeAsync();
    }
}
