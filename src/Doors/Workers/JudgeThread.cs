using Gates.Policies;
using Gates.Policies.Engine;

namespace Gates.Doors.Workers;

/// <summary>The thread that judges. Its stack is larger than usual, so that deep calls end at the recursion limit and not at the process's end.</summary>
internal sealed class JudgeThread : IDisposable
{
    /// <value>Not more: on a stack overflow the runtime prints every frame before the process ends.</value>
    private const int StackBytes = 16 << 20;

    private readonly SemaphoreSlim work = new(0);
    private readonly SemaphoreSlim done = new(0);
    private readonly LoadedScripts scripts = new();
    private volatile PolicyScript? script;
    private PolicyRequest? request;
    private PolicyAnswer? answer;

    public JudgeThread() => new Thread(Loop, StackBytes) { IsBackground = true, Name = "judge" }.Start();

    /// <value>Where the policy stands, for whoever gives up waiting.</value>
    public Location? Position => script?.Position;

    /// <value>What the policy did so far, when that is observed.</value>
    public PolicyObservation? Observation => script?.Observation;

    public void Begin(PolicyRequest request)
    {
        this.request = request;
        work.Release();
    }

    /// <returns>The answer, or <see langword="null"/> when there is none in time.</returns>
    public PolicyAnswer? Wait(TimeSpan time) => done.Wait(time) ? answer : null;

    public void Dispose()
    {
        work.Dispose();
        done.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            work.Wait();
            var most = request!.Limits.MemoryBytes;
            answer = Judge(request);
            request = null;
            script = null;
            done.Release();
            Tidy(most);
        }
    }

    /// <summary>Gives back what a large judgement used: near its limit the runtime sometimes finds no room for the next one, however much is garbage.</summary>
    private static void Tidy(long most)
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > most / 2)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }

    private PolicyAnswer Judge(PolicyRequest request)
    {
        try
        {
            var loaded = script = scripts.Load(new PolicySource(request.Name, request.Text));
            return request.ReadOnly ? new PolicyAnswer { Files = [.. loaded.Files] } : new PolicyAnswer
            {
                Judgement = loaded.Judge(new Evidence(request.Kind, request.Facts), request.Settings, request.Limits, request.Observe),
                Observation = loaded.Observation,
            };
        }
        catch (PolicyException e)
        {
            return new PolicyAnswer
            {
                Failure = new PolicyFailure(e.Reason, e.Line, e.Column, e.Limit, Final: e.Limit == "memory") { File = e.Policy },
                Observation = e.Limit == "memory" ? null : Observation,
            };
        }
        catch (OutOfMemoryException)
        {
            return new PolicyAnswer { Failure = new PolicyFailure(PolicyFailures.Memory(request.Limits), null, null, "memory", Final: true) };
        }
    }
}
