using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;

namespace Gates.BuiltIn.DlpScan.History;

/// <summary>Leaves of what the history holds what is said nowhere else: each value once, at the commit that brought it.</summary>
internal static class LeakedHits
{
    /// <param name="history">What commits brought, parents first.</param>
    /// <param name="known">Values that are said elsewhere, or were there before; see <see cref="Hit.Key"/>.</param>
    /// <param name="tip">The files as they are now, whose hidden hits stand for those of their earlier contents.</param>
    public static IReadOnlyList<FileReport> In(IReadOnlyList<FileReport> history, IReadOnlySet<UInt128> known, IReadOnlyList<FileReport> tip)
    {
        var said = known.ToHashSet();
        var hidden = tip.SelectMany(report => report.More.Keys.Select(rule => (report.Path, rule))).ToHashSet();
        return
        [
            .. history.Select(report => report with
            {
                Hits = [.. report.Hits.Where(hit => said.Add(hit.Key))],
                More = More(report, hidden),
            }).Where(report => report.Hits.Count > 0 || report.More.Count > 0 || report.Problem is not null),
        ];
    }

    /// <summary>Of values that are only counted nobody knows which are the same: those of a file count once.</summary>
    private static Dictionary<DlpRule, HiddenHits> More(FileReport report, HashSet<(string Path, DlpRule Rule)> hidden) =>
        report.More.Where(rule => hidden.Add((report.Path, rule.Key))).ToDictionary();
}
