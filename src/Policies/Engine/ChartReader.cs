using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace Gates.Policies.Engine;

/// <summary>Reads the second argument of <c>report.chart</c>.</summary>
internal sealed class ChartReader(Recorder recorder)
{
    private const string Call = "report.chart";

    /// <value>Values of one line: a day in steps of 15 seconds is a third of it.</value>
    private const int MaxValues = 20_000;

    private const int MaxLines = 4;
    private const int MaxParts = 100;

    /// <exception cref="MisuseException">It is no chart.</exception>
    /// <exception cref="LimitException">It is too long.</exception>
    public Chart Read(string name, JsValue value)
    {
        var chart = Object(value, "the chart", ["unit", "start", "step", "lines", "limits", "spans", "marks"]);
        var lines = List(chart, "lines", MaxLines, item => Line(item, "lines", length: null));
        if (lines.Count == 0 || lines[0].Values.Count == 0)
        {
            throw new MisuseException($"{Call}: lines is empty; write lines: [{{ name: \"canary\", values: [0.1, 0.2] }}]");
        }

        var length = lines[0].Values.Count;
        var (start, step) = (Moment(chart), Step(chart));
        if (step * length >= (DateTimeOffset.MaxValue - start).TotalSeconds)
        {
            throw new MisuseException($"{Call}: the last value would be after the year 9999; step is in seconds");
        }

        if (lines.Find(line => line.Values.Count != length) is { } odd)
        {
            throw new MisuseException(FormattableString.Invariant($"{Call}: line \"{Texts.Shorten(odd.Name, 40)}\" has {odd.Values.Count} values and the first line {length}"));
        }

        return new Chart(name, start, step, lines)
        {
            Unit = OptionalText(chart, "unit"),
            Limits = List(chart, "limits", MaxLines, item => Line(item, "limits", length)),
            Spans = Ordered(List(chart, "spans", MaxParts, item => Span(item, length))),
            Marks = List(chart, "marks", MaxParts, item => Mark(item, length)),
        };
    }

    private ChartLine Line(JsValue item, string list, int? length)
    {
        var line = Object(item, list, ["name", "values"]);
        var name = NeededText(line, "name", list);
        var values = line.Get("values");
        if (length is { } count && values.IsNumber())
        {
            return new ChartLine(name, [.. Enumerable.Repeat(Value(values, name), count)]);
        }

        var all = Items(values, $"{list}.values").Select(one => Value(one, name)).ToList();
        recorder.Values(all.Count);
        return length is null || all.Count == length
            ? new ChartLine(name, all)
            : throw new MisuseException(FormattableString.Invariant($"{Call}: limit \"{Texts.Shorten(name, 40)}\" has {all.Count} values and the first line {length}; give as many, or one number"));
    }

    private static double? Value(JsValue value, string line) =>
        value.Type is Types.Null or Types.Undefined ? null
        : value.IsNumber() && double.IsFinite(value.AsNumber()) ? value.AsNumber()
        : throw new MisuseException($"{Call}: a value of \"{Texts.Shorten(line, 40)}\" must be a finite number or null, not {FindingPlace.Kind(value)}");

    private ChartSpan Span(JsValue item, int length)
    {
        var span = Object(item, "spans", ["at", "name", "text", "severity"]);
        return new ChartSpan(Index(span, "at", length), NeededText(span, "name", "spans"), OptionalText(span, "text"), SeverityOf(span));
    }

    private ChartMark Mark(JsValue item, int length)
    {
        var mark = Object(item, "marks", ["from", "to", "text", "severity"]);
        var (from, to) = (Index(mark, "from", length), Index(mark, "to", length));
        return from <= to
            ? new ChartMark(from, to, NeededText(mark, "text", "marks"), SeverityOf(mark) ?? Severity.Note)
            : throw new MisuseException(FormattableString.Invariant($"{Call}: marks.to ({to}) is before marks.from ({from})"));
    }

    private static IReadOnlyList<ChartSpan> Ordered(List<ChartSpan> spans) =>
        spans.Zip(spans.Skip(1)).All(pair => pair.First.At < pair.Second.At)
            ? spans
            : throw new MisuseException($"{Call}: spans must be in the order of `at`, each after the one before");

    private static Severity? SeverityOf(ObjectInstance target)
    {
        var value = target.Get("severity");
        return value.Type is Types.Undefined or Types.Null ? null
            : !value.IsString() ? throw new MisuseException($"{Call}: severity must be \"error\", \"warning\" or \"note\", not {FindingPlace.Kind(value)}")
            : value.AsString() switch
            {
                "error" => Severity.Error,
                "warning" => Severity.Warning,
                "note" => Severity.Note,
                var other => throw new MisuseException($"{Call}: severity must be \"error\", \"warning\" or \"note\", not \"{Texts.Shorten(other, 40)}\""),
            };
    }

    private static DateTimeOffset Moment(ObjectInstance chart) =>
        chart.Get("start") is var value && value.IsString() && Instant.Parse(value.AsString()) is { } moment
            ? moment
            : throw new MisuseException($"{Call}: start must be a moment such as \"2026-11-22T12:00:00Z\", not {Describe(value)}");

    private static double Step(ObjectInstance chart) =>
        chart.Get("step") is var value && value.IsNumber() && value.AsNumber() is > 0 and < 1e9
            ? value.AsNumber()
            : throw new MisuseException($"{Call}: step must be a number of seconds above 0, not {Describe(value)}");

    private static int Index(ObjectInstance target, string name, int length) =>
        target.Get(name) is var value && value.IsNumber() && value.AsNumber() is var number && number >= 0 && number < length && Math.Floor(number) == number
            ? (int)number
            : throw new MisuseException(
                FormattableString.Invariant($"{Call}: {name} must be the number of a value, from 0 to {length - 1}, not {Describe(value)}"));

    private static List<T> List<T>(ObjectInstance chart, string name, int most, Func<JsValue, T> read)
    {
        var value = chart.Get(name);
        if (value.Type is Types.Undefined or Types.Null)
        {
            return [];
        }

        var items = Items(value, name).ToList();
        return items.Count <= most
            ? items.ConvertAll(item => read(item))
            : throw new LimitException("reports", FormattableString.Invariant($"a chart has {items.Count} {name}; at most {most} are allowed (reports limit)"));
    }

    private static IEnumerable<JsValue> Items(JsValue value, string name)
    {
        if (!value.IsArray())
        {
            throw new MisuseException($"{Call}: {name} must be an array, not {FindingPlace.Kind(value)}");
        }

        var array = value.AsArray();
        var length = array.Length;
        return length <= MaxValues
            ? Enumerable.Range(0, (int)length).Select(index => array.Get(JsNumber.Create(index)))
            : throw new LimitException(
                "reports",
                FormattableString.Invariant($"{name} of a chart has {length} items; at most {MaxValues} are allowed (reports limit)"));
    }

    private static ObjectInstance Object(JsValue value, string what, string[] keys)
    {
        if (!value.IsObject() || value.IsArray())
        {
            throw new MisuseException($"{Call}: {what} must be an object with {string.Join(", ", keys)}, not {FindingPlace.Kind(value)}");
        }

        var target = value.AsObject();
        ObjectKeys.Check(Call, what, target, keys);
        return target;
    }

    private string NeededText(ObjectInstance target, string name, string list) =>
        OptionalText(target, name) is { Length: > 0 } text
            ? text
            : throw new MisuseException($"{Call}: {list}.{name} must be a text, not {Describe(target.Get(name))}");

    private string? OptionalText(ObjectInstance target, string name)
    {
        var value = target.Get(name);
        return value.Type is Types.Undefined or Types.Null ? null
            : value.IsString() ? recorder.Text(value.AsString(), "a text of a chart")
            : throw new MisuseException($"{Call}: {name} must be a text, not {FindingPlace.Kind(value)}");
    }

    private static string Describe(JsValue value) =>
        value.IsNumber() ? TypeConverter.ToString(value)
        : value.IsString() ? $"\"{Texts.Shorten(value.AsString(), 40)}\""
        : FindingPlace.Kind(value);
}
