using Gates.BuiltIn.PerfBudget.Facts;
using Gates.Formats.Foundation;
using Gates.Formats.LoadResults;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>Earlier runs of the same test that tell how much runs differ.</summary>
/// <param name="Runs">Those that can be read and compared with the runs of now.</param>
/// <param name="LeftOut">Why each of the others tells nothing.</param>
internal sealed record EarlierRuns(IReadOnlyList<EarlierRun> Runs, IReadOnlyList<string> LeftOut)
{
    private const int ShortCommit = 7;

    /// <value>What the policy is told; <see langword="null"/> where there are none.</value>
    public HistoryFact? Fact => Runs.Count + LeftOut.Count == 0 ? null : new HistoryFact(Runs.Count, LeftOut);

    /// <param name="found">What the sources have.</param>
    /// <param name="baseline">The files that are compared with.</param>
    /// <param name="current">The runs of now.</param>
    /// <param name="read">Reads one.</param>
    public static EarlierRuns Of(
        IReadOnlyList<BaselineFiles> found,
        IReadOnlyList<ResultFile> baseline,
        IReadOnlyList<LoadRun> current,
        Func<ResultFile, LoadRun> read)
    {
        var statements = baseline.Select(file => file.Origin?.Statement).ToHashSet(StringComparer.Ordinal);
        var (runs, leftOut) = (new List<EarlierRun>(), new List<string>());
        foreach (var file in found.SelectMany(source => source.Earlier))
        {
            var (run, reason) = Read(file, current, read);
            if (run is not null)
            {
                runs.Add(new EarlierRun(run, file.Origin!, statements.Contains(file.Origin!.Statement)));
            }
            else
            {
                leftOut.Add($"{file.Path} of {file.Origin!.Commit[..Math.Min(ShortCommit, file.Origin.Commit.Length)]}: {reason}");
            }
        }

        return new EarlierRuns(runs, leftOut);
    }

    private static (LoadRun? Run, string? Reason) Read(ResultFile file, IReadOnlyList<LoadRun> current, Func<ResultFile, LoadRun> read)
    {
        try
        {
            var run = read(file);
            return Comparability.Refuse([run], current) is [var reason, ..] ? (null, reason) : (run, null);
        }
        catch (EvaluationException e)
        {
            return (null, e.Message);
        }
    }
}
