using System.Globalization;
using System.Text.RegularExpressions;
using Gates.Pipeline.Results;

namespace Gates.Runner.Reports;

/// <summary>
/// How a reader waives findings. It names them by their fingerprints or by names that hold nothing a shell could misread, so no text of a repository stands
/// in what people paste into one.
/// </summary>
internal static partial class WaiverCommand
{
    private const int Days = 90;

    /// <value>Findings that are named one by one; more are named by their rule.</value>
    private const int MaxNamed = 5;

    /// <value>Findings of a gate or a rule whose name a shell could misread; the others take a second command.</value>
    private const int MaxUnnamed = 50;

    /// <summary>The command, which works in any clone, with a reason and an owner to fill in and a day of expiry that is not far off.</summary>
    /// <param name="group">The findings.</param>
    /// <param name="now">When the run was.</param>
    public static string For(FindingGroup group, DateTimeOffset now)
    {
        var gate = Plain().IsMatch(group.Gate.GateId) ? $" --gate {group.Gate.GateId}" : "";
        var paths = Paths(group);
        var named = group.Members.Count <= MaxNamed || gate.Length == 0 || paths is null || !Plain().IsMatch(group.Finding.Rule);
        var reason = group.Finding.Location?.Commit is null ? "…" : "rotated on …";
        var prints = group.Members.Select(member => member.Found.Fingerprint.Text).Distinct(StringComparer.Ordinal).Take(MaxUnnamed);
        return named
            ? Command($"{string.Join(' ', prints)}{gate}", reason, now)
            : Command($"{gate.TrimStart()} --rule {group.Finding.Rule} --path '{paths}'", reason, now);
    }

    /// <summary>The command for one finding.</summary>
    public static string For(ReportedFinding reported, DateTimeOffset now) =>
        For(new FindingGroup(reported.Gate, [new GroupedFinding(reported.Finding, "")]), now);

    /// <summary>The beginning of a finding's fingerprint, enough to tell findings of a run apart.</summary>
    public static string Short(GateFinding finding) => finding.Fingerprint.Beginning;

    private static string Command(string which, string reason, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"gates waive {which} --reason '{reason}' --owner @you --expires {now.UtcDateTime.AddDays(Days):yyyy-MM-dd}");

    /// <summary>The one file or the deepest folder of all findings whose name means itself as a glob; none where they share no folder.</summary>
    private static string? Paths(FindingGroup group)
    {
        var paths = group.Members.Select(member => member.Found.Finding.Location?.Path ?? "").Distinct(StringComparer.Ordinal).ToList();
        if (paths is [var only] && PlainPath().IsMatch(only))
        {
            return only;
        }

        var first = paths[0].Split('/');
        var shared = first.SkipLast(1)
            .Index()
            .TakeWhile(folder => paths.TrueForAll(path =>
                path.Split('/') is var parts && parts.Length > folder.Index + 1 && parts[folder.Index] == folder.Item) && PlainPath().IsMatch(folder.Item))
            .Select(folder => folder.Item);
        var prefix = string.Join('/', shared);
        return prefix.Length > 0 ? prefix + "/**" : null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,99}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Plain();

    [GeneratedRegex(@"\A[A-Za-z0-9._/-]{1,300}\z", RegexOptions.NonBacktracking)]
    private static partial Regex PlainPath();
}
