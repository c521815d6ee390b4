using System.Globalization;
using System.Text;

namespace Gates.Runner.Reports.Charts;

/// <summary>A line as the path of an SVG: a gap where nothing is known, and no more points than can be told apart.</summary>
internal static class LinePath
{
    private const int MaxPoints = 1_000;

    /// <param name="values">The line.</param>
    /// <param name="x">Where the value of a number lies.</param>
    /// <param name="y">Where a value lies.</param>
    public static string Of(IReadOnlyList<double?> values, Func<int, double> x, Func<double, double> y)
    {
        var path = new StringBuilder();
        var drawn = false;
        foreach (var (index, value) in Thinned(values))
        {
            if (value is not { } known)
            {
                drawn = false;
                continue;
            }

            // A point alone is drawn by its round cap.
            path.Append(CultureInfo.InvariantCulture, $"{(drawn ? "L" : "M")}{x(index):0.#} {y(known):0.#}{(drawn ? "" : "h0")}");
            drawn = true;
        }

        return path.ToString();
    }

    /// <summary>The lowest and the highest value of each piece, so that no peak is lost.</summary>
    private static IEnumerable<(int Index, double? Value)> Thinned(IReadOnlyList<double?> values)
    {
        if (values.Count <= MaxPoints)
        {
            return values.Select((value, index) => (index, value));
        }

        var piece = (int)Math.Ceiling(2.0 * values.Count / MaxPoints);
        return Enumerable.Range(0, values.Count).Chunk(piece).SelectMany(indices =>
        {
            var known = indices.Where(index => values[index] is not null).ToList();
            return known.Count == 0
                ? [(indices[0], null)]
                : new[] { known.MinBy(index => values[index]), known.MaxBy(index => values[index]) }.Distinct().Order().Select(index => (index, values[index]));
        });
    }
}
