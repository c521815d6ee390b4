using System.Globalization;
using System.Text.Json;
using Gates.Policies.Engine.Documents;
using Gates.Policies.Engine.Library;
using Jint.Native;
using Jint.Parser.Ast;
using Jint.Runtime;
using Jint.Runtime.Interop;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>One judgement in an engine of its own, so that nothing a policy does to its world outlives it.</summary>
internal sealed class Judging(PolicySource source, PolicyLimits limits, Watch watch)
{
    private static readonly Lazy<Program> Prelude = new(() => ScriptParser.ParsePrelude(ReadPrelude()));

    /// <exception cref="PolicyException">The policy threw, misused its report, or reached a limit.</exception>
    public Judgement Run(Program program, Evidence evidence, JsonElement settings)
    {
        Watch.Current = watch;
        try
        {
            return Judge(program, evidence, settings);
        }
        catch (Exception e) when (e is not PolicyException)
        {
            throw Failures.Describe(e, source, limits, watch);
        }
        finally
        {
            Watch.Current = null;
        }
    }

    private Judgement Judge(Program program, Evidence evidence, JsonElement settings)
    {
        var engine = new JintEngine(options => options
            .Culture(CultureInfo.InvariantCulture)
            .LocalTimeZone(TimeZoneInfo.Utc)
            .MaxStatements(limits.Statements)
            .TimeoutInterval(limits.Timeout));
        var facts = new FactReader(engine, new DocumentObjects(engine));
        StandardLibrary.Install(engine, facts);
        RunPrelude(engine);
        engine.Execute(program);

        var judge = engine.Global.Get("judge").TryCast<ICallable>()
            ?? throw new PolicyException(source.Name, "it has no function `judge(evidence, settings, report)` at its top level");
        var recorder = new Recorder(limits, watch, source);
        var answer = judge.Call(
            JsValue.Undefined, [facts.Read(evidence.Facts), facts.Read(settings), ReportObject.Create(engine, recorder)]);
        return answer.Type == Types.Undefined
            ? recorder.Judgement
            : throw new MisuseException(
                $"judge returned {Place.Kind(answer)}, which nothing reads; say what is wrong with report.error(rule, message, where)");
    }

    private static void RunPrelude(JintEngine engine)
    {
        const string Define = "$define";
        const string InstantOf = "$instant";
        Give(engine, Define, arguments =>
        {
            arguments[0].AsObject().FastAddProperty(arguments[1].AsString(), arguments[2], writable: true, enumerable: false, configurable: true);
            return JsValue.Undefined;
        });
        Give(engine, InstantOf, arguments => Instant.Parse(arguments[0].AsString()) is { } moment ? moment.ToUnixTimeMilliseconds() : double.NaN);
        engine.Execute(Prelude.Value);
        engine.Global.Delete(Define, throwOnError: true);
        engine.Global.Delete(InstantOf, throwOnError: true);
    }

    private static void Give(JintEngine engine, string name, Func<JsValue[], JsValue> function) =>
        engine.Global.FastAddProperty(name, new JsValue(new ClrFunctionInstance(engine, (_, arguments) => function(arguments))), writable: true, enumerable: false, configurable: true);

    private static string ReadPrelude()
    {
        using var reader = new StreamReader(typeof(Judging).Assembly.GetManifestResourceStream("prelude.js")!);
        return reader.ReadToEnd();
    }
}
