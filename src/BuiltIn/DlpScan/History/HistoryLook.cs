using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Doors.Git.History;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.BuiltIn.DlpScan.History;

/// <summary>Looks at what commits added and nothing shows any more: it was pushed, so it has leaked.</summary>
/// <param name="context">What the run is about.</param>
/// <param name="mode">See <see cref="HistoryMode"/>.</param>
/// <param name="scanners">Makes a scanner for one thread.</param>
/// <param name="time">The clock of deadlines.</param>
/// <param name="filter">Which paths count.</param>
internal sealed class HistoryLook(GateContext context, string mode, Func<FileScanner> scanners, TimeProvider time, PathFilter filter)
{
    private const string NoBase = "there is no base to compare with, so only the files as they are now were looked at";

    /// <param name="tip">What the files as they are now gave.</param>
    /// <param name="others">Scans those of them that were not looked at; asked only when it matters.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public HistoryReport Look(IReadOnlyList<FileReport> tip, Func<IReadOnlyList<FileReport>> others, CancellationToken cancellationToken)
    {
        var nothing = new HistoryReport(mode);
        if (mode == HistoryMode.Off || context.History is not { } history)
        {
            return nothing;
        }

        var isWhole = mode == HistoryMode.Full;
        if (!isWhole && history.Base is null)
        {
            return history.IsPast ? nothing : nothing with { Nothing = NoBase };
        }

        try
        {
            var contents = history.ContentsAsync(isWhole, cancellationToken).GetAwaiter().GetResult();
            var scan = new HistoryScan(scanners, time, IsWanted);
            var report = scan.Scan(mode, contents, cancellationToken);

            // What the base's files hold in plain sight its history holds as well: whoever takes it away now brings nothing.
            var known = history.IsPast ? new HashSet<UInt128>() : KeysOf(tip);
            var left = LeakedHits.In(report.Reports, known, tip);
            if (left.Any(one => one.Hits.Count > 0) && !history.IsPast)
            {
                known.UnionWith(KeysOf(others()));
                known.UnionWith(scan.KeysIn(contents, contents.Replaced, cancellationToken));
                left = LeakedHits.In(report.Reports, known, tip);
            }

            return report with { Reports = left };
        }
        catch (EvaluationException e)
        {
            return nothing with { Problem = e.Message };
        }
    }

    private bool IsWanted(string path) => path.StartsWith(context.Tree.Folder, StringComparison.Ordinal) && filter.Includes(path);

    private static HashSet<UInt128> KeysOf(IReadOnlyList<FileReport> reports) =>
        [.. reports.SelectMany(report => report.Hits.Select(hit => hit.Key).Concat(report.Around))];
}
