using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Gates.Policies.Engine;

/// <summary>The <c>report</c> that a policy receives. Wrong calls end the judgement: a report that is lost would hide a finding.</summary>
internal sealed class ReportObject
{
    private readonly Recorder _recorder;

    private ReportObject(Recorder recorder) => _recorder = recorder;

    public static JsValue Create(JintEngine engine, Recorder recorder)
    {
        var report = new ReportObject(recorder);
        var target = FactReader.NewObject(engine);
        report.Add(target, "error", a => report.Find(Severity.Error, "report.error", a), 3);
        report.Add(target, "warning", a => report.Find(Severity.Warning, "report.warning", a), 3);
        report.Add(target, "note", a => report.Find(Severity.Note, "report.note", a), 3);
        report.Add(target, "pass", report.Pass, 2);
        report.Add(target, "metric", report.Measure, 3);
        report.Add(target, "output", report.Give, 2);
        report.Add(target, "chart", report.Draw, 2);
        report.Add(target, "log", report.Log, 1);
        target.Extensible = false;
        return new JsValue(target);
    }

    private void Add(ObjectInstance target, string name, Func<JsValue[], JsValue> function, int length) =>
        HostFunction.Add(
            target,
            name,
            (_, arguments) =>
            {
                _recorder.Begin();
                return function(arguments);
            },
            length);

    private JsValue Find(Severity severity, string call, JsValue[] arguments)
    {
        var rule = _recorder.Rule(Text(arguments, 0, call, "the rule"), call);
        var message = _recorder.Text(Text(arguments, 1, call, "the message"), "a message");
        var place = Place.Read(_recorder, call, arguments.Length > 2 ? arguments[2] : JsValue.Undefined);
        _recorder.Add(new Finding(rule, severity, message, place.Location, place.Identity, place.Help));
        return JsValue.Undefined;
    }

    private JsValue Pass(JsValue[] arguments)
    {
        var rule = _recorder.Rule(Text(arguments, 0, "report.pass", "the rule"), "report.pass");
        _recorder.Add(new Check(rule, _recorder.Text(Text(arguments, 1, "report.pass", "the message"), "a message")));
        return JsValue.Undefined;
    }

    private JsValue Measure(JsValue[] arguments)
    {
        var name = _recorder.Text(Text(arguments, 0, "report.metric", "the name"), "a metric's name");
        if (arguments.Length < 2 || !arguments[1].IsNumber() || !double.IsFinite(arguments[1].AsNumber()))
        {
            throw new MisuseException($"report.metric: the value of \"{Texts.Shorten(name, 40)}\" must be a finite number, not {Kind(arguments, 1)}");
        }

        var unit = arguments.Length > 2 && arguments[2].Type is not (Types.Undefined or Types.Null)
            ? _recorder.Text(Text(arguments, 2, "report.metric", "the unit"), "a metric's unit")
            : null;
        _recorder.Add(new Metric(name, arguments[1].AsNumber(), unit));
        return JsValue.Undefined;
    }

    private JsValue Give(JsValue[] arguments)
    {
        var name = _recorder.Rule(Text(arguments, 0, "report.output", "the name"), "report.output");
        _recorder.Add(new Output(name, _recorder.Text(Text(arguments, 1, "report.output", "the value"), "an output")));
        return JsValue.Undefined;
    }

    private JsValue Draw(JsValue[] arguments)
    {
        var name = _recorder.Text(Text(arguments, 0, "report.chart", "the name"), "a chart's name");
        _recorder.Add(new ChartReader(_recorder).Read(name, arguments.Length > 1 ? arguments[1] : JsValue.Undefined));
        return JsValue.Undefined;
    }

    private JsValue Log(JsValue[] arguments)
    {
        if (arguments.Length == 0 || arguments[0].IsObject())
        {
            throw new MisuseException($"report.log takes a text, not {Kind(arguments, 0)}; write report.log(JSON.stringify(value))");
        }

        _recorder.Log(_recorder.Text(TypeConverter.ToString(arguments[0]), "a log line"));
        return JsValue.Undefined;
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
        "report.chart" => "write report.chart(name, {start, step, lines})",
        _ => $"write {call}(rule, message, where)",
    };

    private static string Kind(JsValue[] arguments, int index) =>
        arguments.Length <= index ? "nothing" : Place.Kind(arguments[index]);
}
