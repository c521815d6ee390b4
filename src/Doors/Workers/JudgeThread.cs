using Gates.Policies;
using Gates.Policies.Engine;

namespace Gates.Doors.Workers;

/// <summary>The thread that judges. Its stack is larger than usual, so that deep calls end at the recursion limit and not at the process's end.</summary>
internal sealed class JudgeThread : IDisposable
{
    /// <value>Not more: on a stack overflow the runtime prints every frame before the process ends.</value>
    private const int StackBytes = 16 << 20;

    private readonly SemaphoreSlim _work = new(0);
    private readonly SemaphoreSlim _done = new(0);
    private readonly LoadedScripts _scripts = new();
    private volatile PolicyScript? _script;
    private PolicyRequest? _request;
    private PolicyAnswer? _answer;

    public JudgeThread() => new Thread(Loop, StackBytes) { IsBackground = true, Name = "judge" }.Start();

    /// <value>Where the policy stands, for whoever gives up waiting.</value>
    public Location? Position => _script?.Position;

    /// <value>What the policy did so far, when that is observed.</value>
    public PolicyObservation? Observation => _script?.Observation;

    public void Begin(PolicyRequest request)
    {
        _request = request;
        _work.Release();
    }

    /// <returns>The answer, or <see langword="null"/> when there is none in time.</returns>
    public PolicyAnswer? Wait(TimeSpan time) => _done.Wait(time) ? _answer : null;

    public void Dispose()
    {
        _work.Dispose();
        _done.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            _work.Wait();
            var most = _request!.Limits.MemoryBytes;
            _answer = Judge(_request);
            _request = null;
            _script = null;
            _done.Release();
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
            var script = _script = _scripts.Load(new PolicySource(request.Name, request.Text));
            return request.ReadOnly ? new PolicyAnswer { Files = [.. script.Files] } : new PolicyAnswer
            {
                Judgement = script.Judge(new Evidence(request.Kind, request.Facts), request.Settings, request.Limits, request.Observe),
                Observation = script.Observation,
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
