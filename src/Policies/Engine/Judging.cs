using System.Text.Json;
using Gates.Policies.Engine.Documents;
using Gates.Policies.Engine.Modules;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>One judgement in an engine of its own, so that nothing a policy does to its world outlives it.</summary>
internal sealed class Judging(ModuleGraph graph, PolicyLimits limits, Observer? observer)
{
    private JintEngine? engine;
    private Exception? lost;

    /// <value>Where it stands; readable from another thread.</value>
    public Location? Position
    {
        get
        {
            try
            {
                return StackPlace.In(graph, engine?.Advanced.StackTrace);
            }
            catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
            {
                return null; // The stack changed while it was read: whoever asks has given up on the judgement, and only wants to say where.
            }
        }
    }

    /// <exception cref="PolicyException">The policy threw, misused its report, or reached a limit.</exception>
    public Judgement Run(Evidence evidence, JsonElement settings)
    {
        try
        {
            engine = World.Create(graph, limits, observer is not null);
            if (observer is not null)
            {
                engine.Debugger.Step += observer.Step;
            }

            engine.Advanced.PromiseRejectionTracker += (_, _) => lost ??= new MisuseException("an error was thrown where nobody waits for it: a policy has nothing to wait for, write plain calls");
            var judgement = Judge(engine, evidence, settings);
            return lost is null ? judgement : throw lost;
        }
        catch (Exception e) when (e is not PolicyException)
        {
            throw new Failures(graph, limits, evidence, settings).Describe(e, engine);
        }
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
                $"judge returned {Place.Kind(answer)}, which nothing reads; say what is wrong with report.error(rule, message, where)");
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
