namespace Gates.Formats.Foundation.Statistics;

/// <summary>Holm's correction: with many comparisons in one run, some look like a change by chance alone.</summary>
internal static class Holm
{
    /// <summary>The corrected p-values, in the order given. Comparing each with 0.05 keeps the chance of any false alarm in the whole run below 5 %.</summary>
    public static double[] Correct(IReadOnlyList<double> probabilities)
    {
        var corrected = new double[probabilities.Count];
        var highest = 0.0;
        foreach (var (index, rank) in Enumerable.Range(0, probabilities.Count).OrderBy(i => probabilities[i]).Select((index, rank) => (index, rank)))
        {
            highest = Math.Max(highest, Math.Min(1, probabilities[index] * (probabilities.Count - rank)));
            corrected[index] = highest;
        }

        return corrected;
    }
}
