using Jint;
using Jint.Native;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>The <c>report</c> that a policy receives. Wrong calls end the judgement: a report that is lost would hide a finding.</summary>
internal sealed class ReportObject : HostObject
{
    private readonly Recorder recorder;
    private readonly List<string> names = [];

    public ReportObject(JintEngine engine, Recorder recorder)
        : base(engine, engine.Intrinsics.Object.Get("prototype").AsObject())
    {
        this.recorder = recorder;
        Add("error", a => Find(Severity.Error, "report.error", a), 4);
        Add("warning", a => Find(Severity.Warning, "report.warning", a), 4);
        Add("note", a => Find(Severity.Note, "report.note", a), 4);
        Add("pass", Pass, 2);
        Add("metric", Measure, 3);
        Add("output", Give, 2);
        Add("chart", Draw, 2);
        Add("document", HandOver, 2);
        Add("log", Log, 1);
    }

    protected override IReadOnlyList<string> Names => names;

    protected override string Has => $"report has {string.Join(", ", names)}";

    protected override JsValue Make(string name) => Undefined;

    private void Add(string name, Func<JsValue[], JsValue> function, int length)
    {
        names.Add(name);
        HostFunction.Add(this, name, (_, arguments) => function(arguments), length);
    }

    private JsValue Find(Severity severity, string call, JsValue[] arguments)
    {
        var rule = recorder.Rule(Text(arguments, 0, call, "the rule"), call);
        var message = recorder.Text(Text(arguments, 1, call, "the message"), "a message");
        var place = FindingPlace.Read(recorder, call, arguments.Length > 2 ? arguments[2] : Undefined);
        var fix = FixArgument.Read(recorder, call, arguments.Length > 3 ? arguments[3] : Undefined, place.Location);
        recorder.Add(new Finding(rule, severity, message, place.Location, place.Identity, place.Help, fix) { Count = place.Count });
        return Undefined;
    }

    private JsValue Pass(JsValue[] arguments)
    {
        var rule = recorder.Rule(Text(arguments, 0, "report.pass", "the rule"), "report.pass");
        recorder.Add(new Check(rule, recorder.Text(Text(arguments, 1, "report.pass", "the message"), "a message")));
        return Undefined;
    }

    private JsValue Measure(JsValue[] arguments)
    {
        var name = recorder.Text(Text(arguments, 0, "report.metric", "the name"), "a metric's name");
        if (arguments.Length < 2 || !arguments[1].IsNumber() || !double.IsFinite(arguments[1].AsNumber()))
        {
            throw new MisuseException($"report.metric: the value of \"{Texts.Shorten(name, 40)}\" must be a finite number, not {(arguments.Length > 1 && arguments[1].IsNumber() ? TypeConverter.ToString(arguments[1]) : Kind(arguments, 1))}");
        }

        var unit = arguments.Length > 2 && arguments[2].Type is not (Types.Undefined or Types.Null)
            ? recorder.Text(Text(arguments, 2, "report.metric", "the unit"), "a metric's unit")
            : null;
        recorder.Add(new Metric(name, arguments[1].AsNumber(), unit));
        return Undefined;
    }

    private JsValue Give(JsValue[] arguments)
    {
        var name = recorder.Rule(Text(arguments, 0, "report.output", "the name"), "report.output");
        recorder.Add(new Output(name, recorder.Text(Text(arguments, 1, "report.output", "the value"), "an output")));
        return Undefined;
    }

    private JsValue Draw(JsValue[] arguments)
    {
        var name = recorder.Text(Text(arguments, 0, "report.chart", "the name"), "a chart's name");
        recorder.Add(new ChartReader(recorder).Read(name, arguments.Length > 1 ? arguments[1] : Undefined));
        return Undefined;
    }

    private JsValue HandOver(JsValue[] arguments)
    {
        recorder.AddPage(Text(arguments, 0, "report.document", "the name"), Text(arguments, 1, "report.document", "the text"));
        return Undefined;
    }

    private JsValue Log(JsValue[] arguments)
    {
        if (arguments.Length == 0 || arguments[0].IsObject() || arguments[0].IsSymbol())
        {
            throw new MisuseException($"report.log takes a text, not {Kind(arguments, 0)}; write report.log(JSON.stringify(value))");
        }

        recorder.Log(recorder.Text(TypeConverter.ToString(arguments[0]), "a log line"));
        return Undefined;
    }

    private static string Text(JsValue[] arguments, int index, string call, string what)
    {
        if (arguments.Length <= index || !arguments[index].IsString())
        {
            throw new MisuseException($"{call}: {what} must be a text, not {Kind(arguments, index)}; {Form(call)}");
        }

        var text = arguments[index].AsString();
        return text.Length > 0 ? text : throw new MisuseException($"{call}: {what} is empty; {Form(call)}");
    }

    private static string Form(string call) => call switch
    {
        "report.metric" => "write report.metric(name, value, unit)",
        "report.pass" => "write report.pass(rule, message)",
        "report.output" => "write report.output(name, value)",
        "report.document" => "write report.document(name, markdown)",
        "report.chart" => "write report.chart(name, {start, step, lines})",
        _ => $"write {call}(rule, message, where)",
    };

    private static string Kind(JsValue[] arguments, int index) =>
        arguments.Length <= index ? "nothing" : FindingPlace.Kind(arguments[index]);
}
