namespace Gates.Formats.Foundation.Statistics;

/// <summary>How much the logarithm of one run's value varies from run to run when nothing changes, and how much is known of that.</summary>
/// <param name="Variance">The variance.</param>
/// <param name="Freedom">Its degrees of freedom; 0 when nothing is known.</param>
internal readonly record struct RunVariance(double Variance, double Freedom)
{
    /// <summary>What runs of several commits say: runs of one commit by how they lie about their mean, single ones by how they follow each other.</summary>
    /// <remarks>
    /// Successive differences leave drift and true changes out but for one step each; they are worth two thirds of as many runs (von Neumann 1941).
    /// </remarks>
    /// <param name="commits">The positive values of each commit's runs, in order.</param>
    public static RunVariance Learn(IReadOnlyList<double[]> commits)
    {
        var (sum, freedom) = (0.0, 0.0);
        foreach (var values in commits.Where(values => values.Length > 1))
        {
            sum += Spread(Logarithms(values));
            freedom += values.Length - 1;
        }

        var single = Logarithms([.. commits.Where(values => values.Length == 1).Select(values => values[0])]);
        if (single.Length > 2)
        {
            var steps = single.Zip(single.Skip(1), (one, next) => (next - one) * (next - one)).ToArray();
            var worth = 2.0 / 3 * steps.Length;
            sum += steps.Average() / 2 * worth;
            freedom += worth;
        }

        return freedom == 0 ? default : new RunVariance(sum / freedom, freedom);
    }

    /// <summary>The two together, each by what it is worth.</summary>
    public RunVariance With(RunVariance other) =>
        Freedom + other.Freedom is > 0 and var freedom
            ? new RunVariance(((Variance * Freedom) + (other.Variance * other.Freedom)) / freedom, freedom)
            : default;

    /// <summary>The sum of squares about the mean.</summary>
    internal static double Spread(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean));
    }

    internal static double[] Logarithms(double[] values) => Array.ConvertAll(values, Math.Log);
}
