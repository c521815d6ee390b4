using Gates.Policies;

namespace Gates.Runner.Reports.Charts;

/// <summary>A chart's first line in one line of text.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const char Unknown = '·';
    private const int Width = 24;

    public static string Of(Chart chart)
    {
        var scale = Scale.From(chart);
        var values = chart.Lines[0].Values;
        var width = Math.Min(Width, values.Count);
        var lowIsBad = IsLowBad(chart);
        return string.Concat(Enumerable.Range(0, width).Select(cell =>
        {
            var part = values.Skip(cell * values.Count / width)
                .Take(((cell + 1) * values.Count / width) - (cell * values.Count / width))
                .OfType<double>()
                .ToList();
            return part.Count == 0 ? Unknown : Bars[(int)Math.Round(scale.Share(lowIsBad ? part.Min() : part.Max()) * (Bars.Length - 1))];
        }));
    }

    /// <summary>A cell shows the worst of its time: the lowest value where the line mostly lies above its limit.</summary>
    private static bool IsLowBad(Chart chart)
    {
        var pairs = chart.Limits
            .Take(1)
            .SelectMany(limit => chart.Lines[0].Values.Zip(limit.Values))
            .Where(pair => pair.First is not null && pair.Second is not null)
            .ToList();
        return pairs.Count(pair => pair.First > pair.Second) * 2 > pairs.Count;
    }
}
