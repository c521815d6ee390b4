using System.Text.Json.Serialization;

namespace Gates.Policies;

/// <summary>Numbers over time, to be drawn.</summary>
/// <param name="Name">What is drawn.</param>
/// <param name="Start">The moment of the first value.</param>
/// <param name="Step">Seconds from one value to the next.</param>
/// <param name="Lines">At least one; all have equally many values.</param>
public sealed record Chart(string Name, DateTimeOffset Start, double Step, IReadOnlyList<ChartLine> Lines)
{
    /// <value>What the values are measured in.</value>
    public string? Unit { get; init; }

    /// <value>What the values must not cross, with as many values as the lines.</value>
    public IReadOnlyList<ChartLine> Limits { get => field ?? []; init; } = [];

    /// <value>The parts of the time, in order: each ends where the next one begins.</value>
    public IReadOnlyList<ChartSpan> Spans { get => field ?? []; init; } = [];

    /// <value>Times to point at.</value>
    public IReadOnlyList<ChartMark> Marks { get => field ?? []; init; } = [];

    /// <value>Whether lines and limits have equally many values, at least one, and spans and marks are among them.</value>
    [JsonIgnore]
    public bool IsSound =>
        Lines is [{ Values.Count: > 0 and var count }, ..]
        && Lines.Concat(Limits).All(line => line.Values.Count == count)
        && Spans.Zip(Spans.Skip(1)).All(pair => pair.First.At < pair.Second.At)
        && Spans.All(span => span.At >= 0 && span.At < count)
        && Marks.All(mark => mark.From >= 0 && mark.From <= mark.To && mark.To < count)
        && Step is > 0 and < 1e9;
}

/// <summary>One line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Values">Finite numbers; <see langword="null"/> where nothing is known.</param>
public sealed record ChartLine(string Name, IReadOnlyList<double?> Values);

/// <summary>A time in a chart to point at.</summary>
/// <param name="From">The number of its first value, from 0.</param>
/// <param name="To">The number of its last value.</param>
/// <param name="Text">Why.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record ChartMark(int From, int To, string Text, Severity Severity);

/// <summary>A part of a chart's time, such as a stage.</summary>
/// <param name="At">The number of its first value, from 0.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">What is said of it in a table.</param>
/// <param name="Severity">How bad it was; <see langword="null"/> when it was in order.</param>
public sealed record ChartSpan(int At, string Name, string? Text = null, Severity? Severity = null);
