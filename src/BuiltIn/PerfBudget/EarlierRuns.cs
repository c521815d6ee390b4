using Gates.Formats.Foundation;
using Gates.Formats.LoadResults;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>Earlier runs of the same test that tell how much runs differ.</summary>
internal static class EarlierRuns
{
    /// <summary>Those that can be read and compared with the runs of now; the others only tell less.</summary>
    /// <param name="found">What the sources have.</param>
    /// <param name="baseline">The files that are compared with.</param>
    /// <param name="current">The runs of now.</param>
    /// <param name="read">Reads one.</param>
    public static IReadOnlyList<EarlierRun> Of(
        IReadOnlyList<BaselineFiles> found,
        IReadOnlyList<ResultFile> baseline,
        IReadOnlyList<LoadRun> current,
        Func<ResultFile, LoadRun> read)
    {
        var statements = baseline.Select(file => file.Origin?.Statement).ToHashSet(StringComparer.Ordinal);
        var runs = new List<EarlierRun>();
        foreach (var file in found.SelectMany(source => source.Earlier))
        {
            if (TryRead(file, read) is { } run && Comparability.Refuse([run], current).Count == 0)
            {
                runs.Add(new EarlierRun(run, file.Origin!, statements.Contains(file.Origin!.Statement)));
            }
        }

        return runs;
    }

    private static LoadRun? TryRead(ResultFile file, Func<ResultFile, LoadRun> read)
    {
        try
        {
            return read(file);
        }
        catch (EvaluationException)
        {
            return null;
        }
    }
}
