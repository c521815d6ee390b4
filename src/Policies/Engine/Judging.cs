using System.Text.Json;
using Gates.Policies.Engine.Documents;
using Gates.Policies.Engine.Modules;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>One judgement in an engine of its own, so that nothing a policy does to its world outlives it.</summary>
internal sealed class Judging(ModuleGraph graph, PolicyLimits limits, Observer? observer) : IDisposable
{
    private readonly Stop stop = new();
    private JintEngine? engine;
    private Exception? lost;

    /// <value>Where it stands, for another thread, which has given up on it: to look ends it.</value>
    public Location? Position
    {
        get
        {
            stop.Now(new LimitException("timeout", Failures.TimedOut(limits)));
            return StackPlace.In(graph, StackPlace.Of(engine));
        }
    }

    /// <exception cref="PolicyException">The policy threw, misused its report, or reached a limit.</exception>
    public Judgement Run(Evidence evidence, JsonElement settings)
    {
        try
        {
            engine = stop.Engine = World.Create(graph, limits, stop, observer is not null);
            if (observer is not null)
            {
                engine.Debugger.Step += observer.Step;
            }

            engine.Advanced.PromiseRejectionTracker += (_, _) =>
                lost ??= new MisuseException("an error was thrown where nobody waits for it: a policy has nothing to wait for, write plain calls");
            var judgement = Judge(engine, evidence, settings);
            return (stop.Reason ?? lost) is { } reason ? throw reason : judgement;
        }
        catch (Exception e) when (e is not PolicyException || stop.Reason is not null)
        {
            throw new Failures(graph, limits, evidence, settings).Describe(stop.Reason ?? e, stop.Trace ?? StackPlace.Of(engine));
        }
    }

    public void Dispose()
    {
        stop.Dispose();
        engine?.Dispose();
    }

    private Judgement Judge(JintEngine engine, Evidence evidence, JsonElement settings)
    {
        var facts = new FactReader(engine, new DocumentObjects(engine));
        var judge = FindJudge(engine);
        var recorder = new Recorder(limits, observer, () => StackPlace.In(graph, StackPlace.Caller(engine)));
        var answer = engine.Call(judge, JsValue.Undefined, [facts.Read(evidence.Facts), facts.Read(settings), new ReportObject(engine, recorder)]);
        return answer.IsUndefined()
            ? recorder.Judgement
            : throw new MisuseException(
                $"judge returned {FindingPlace.Kind(answer)}, which nothing reads; say what is wrong with report.error(rule, message, where)");
    }

    private Function FindJudge(JintEngine engine)
    {
        var entry = graph.Entry;
        if (entry.Script is { } script)
        {
            engine.Execute(in script);
            return engine.GetValue("judge") as Function ?? throw new PolicyException(entry.Path, $"it has no function `judge`; write {ModuleGraph.JudgeForm}");
        }

        return engine.Modules.Import(entry.Path).Get(graph.Judge!) as Function
            ?? throw new PolicyException(entry.Path, $"what it exports as {graph.Judge} is no function; write {ModuleGraph.JudgeForm}");
    }
}
