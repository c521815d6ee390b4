using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning.Layers;
using Gates.BuiltIn.DlpScan.Scanning.Tables;
using Gates.BuiltIn.DlpScan.Unwrapping;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>Scans files one after the other, with what they wrap. Not for several threads at once.</summary>
/// <param name="rules">What is looked for.</param>
/// <param name="salt">The key of the values' identities.</param>
/// <param name="decode">Whether encoded text and archives are opened.</param>
internal sealed class FileScanner(RuleSet rules, ReadOnlyMemory<byte> salt, bool decode = true) : IDisposable
{
    /// <value>Hits of one rule kept for one file; beyond it they are only counted.</value>
    public const int HitsPerFile = 1_000;

    private readonly ContentScanner content = new(rules, decode, depth: 0);

    private readonly TableScanner tables = new(rules, salt);

    public void Dispose() => content.Dispose();

    /// <param name="path">The file's name in the report and for rules that are meant for certain files.</param>
    /// <param name="source">Its bytes.</param>
    /// <param name="lines">The lines whose hits count; <see langword="null"/> means all. The others are still read, as context. Binary data has none, and
    /// counts whole.</param>
    /// <param name="deadline">How long it may take.</param>
    /// <returns>What was found, also when it could not be scanned to its end: the report says so.</returns>
    public FileReport Scan(string path, Stream source, IReadOnlyList<LineRange>? lines, FileDeadline deadline)
    {
        var job = new ScanJob(new ReportBuilder(path, lines, salt), new Unpacking(path), deadline);
        try
        {
            if (content.Scan(path, source, job) is { } unseen)
            {
                job.Unpacking.Say(unseen);
            }

            if (tables.Reads(path, source))
            {
                job.Report.Fold(tables.Judge(path, source, TextKind.EncodingOf(source), lines, deadline));
            }

            return job.Report.Build() with { Unseen = job.Unpacking.Reason, Problem = job.Unpacking.Problem };
        }
        catch (UnscannedException e)
        {
            return job.Report.Build() with { Unseen = e.Reason, Problem = e.Message };
        }
        catch (Exception e) when (e is IndexOutOfRangeException or ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // A fault of ours in one file, or in one commit's, hides no other; what an exception says may hold a value.
            var problem = $"{path}: not scanned to its end for an internal error, please report it: {e.GetType().Name}";
            return job.Report.Build() with { Unseen = UnseenReasons.Unreadable, Problem = problem };
        }
    }
}

/// <summary>The scan of one file, with all that is taken out of it.</summary>
/// <param name="Report">Where hits go.</param>
/// <param name="Unpacking">How much may be taken out, and what was not.</param>
/// <param name="Deadline">How long it may take.</param>
internal sealed record ScanJob(ReportBuilder Report, Unpacking Unpacking, FileDeadline Deadline);
