using Gates.Policies;

namespace Gates.Runner.Reports.Charts;

/// <summary>The range of values that a chart shows.</summary>
/// <param name="Low">The value at the lower edge.</param>
/// <param name="High">The value at the upper edge, above <paramref name="Low"/>.</param>
internal sealed record Scale(double Low, double High)
{
    /// <summary>Values from here on stand for "beyond anything measured".</summary>
    private const double Beyond = 1e300;

    private const double Headroom = 0.08;
    private const int MaxTicks = 5;

    public static Scale From(Chart chart)
    {
        var shown = chart.Lines
            .Concat(chart.Limits)
            .SelectMany(line => line.Values)
            .OfType<double>()
            .Where(value => Math.Abs(value) < Beyond)
            .DefaultIfEmpty(0)
            .ToList();
        var (low, high) = (shown.Min(), shown.Max());
        if (low == high)
        {
            (low, high) = low == 0 ? (0, 1) : (Math.Min(0, low), Math.Max(0, high));
        }

        if (low > 0 && low < high / 2)
        {
            low = 0;
        }

        var room = (high - low) * Headroom;
        var top = chart.Unit == "%" && high <= 100 ? Math.Min(100, high + room) : high + room;
        return new Scale(low == 0 ? 0 : low - room, top);
    }

    /// <summary>Where a value lies, from 0 at the lower edge to 1 at the upper one.</summary>
    public double Share(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);

    /// <summary>A few round values within the range.</summary>
    public IEnumerable<double> Ticks()
    {
        var rough = (High - Low) / MaxTicks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = new[] { 1, 2, 5, 10 }.Select(factor => factor * power).First(step => step >= rough);
        for (var number = Math.Ceiling(Low / step); number * step <= High; number++)
        {
            yield return Math.Round(number * step, 12);
        }
    }
}
