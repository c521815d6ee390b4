using System.Globalization;
using System.Text.Json.Serialization;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>What Prometheus said to one query, without labels, which may name people or machines.</summary>
/// <param name="Query">The query; for a counter its selector.</param>
/// <param name="Series">None when there is no such series.</param>
internal sealed record Answer(string Query, IReadOnlyList<AnswerSeries> Series)
{
    private Dictionary<long, double>? numbers;

    /// <value>Why a part of the data is missing; empty for a whole answer.</value>
    [JsonIgnore]
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <value>What Prometheus remarked about the query.</value>
    [JsonIgnore]
    public IReadOnlyList<string> Remarks { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty => Series.All(series => series.Times.Count == 0);

    /// <summary>The value at a moment; <see langword="null"/> when there is none.</summary>
    public double? At(long time)
    {
        numbers ??= Series.Take(1).SelectMany(series => series.Times.Zip(series.Numbers)).ToDictionary(sample => sample.First, sample => sample.Second);
        return numbers.TryGetValue(time, out var value) ? value : null;
    }

    /// <summary>Prometheus's own notation of numbers.</summary>
    public static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
    };
}
