using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Unseen;
using Gates.Policies;

namespace Gates.BuiltIn.DlpScan;

/// <summary>Looks for secrets and personal data in files, several files at once. What it reports never holds a value.</summary>
internal sealed class DlpScanGate : IGate, IKeyedGate, ISearchesCases
{
    private readonly DlpScanOptions options;
    private readonly TimeProvider time;
    private readonly PathFilter filter;
    private readonly RuleSet? rules;

    /// <exception cref="UsageException">The options name a rule that does not exist.</exception>
    public DlpScanGate(DlpScanOptions options, TimeProvider time, RuleSet? rules = null)
    {
        this.rules = rules;
        this.options = options;
        this.time = time;
        filter = new PathFilter(options.Paths, options.Exclude);
        RuleReader.Preload();
        OptionsCheck.Check(options);
    }

    /// <summary>The shipped rules, sorted.</summary>
    public static IReadOnlyList<string> RuleNames() => [.. RuleReader.Shipped.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal)];

    public bool CanBeGuessed(string rule) => (rules ?? RuleReader.Shipped).Rules.FirstOrDefault(one => one.Id == rule)?.IsPersonal ?? true;

    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        Task.Run(() => Inspect(context, cancellationToken), cancellationToken);

    private Evidence Inspect(GateContext context, CancellationToken cancellationToken)
    {
        var diff = options.Scope == "diff" && context.Changes.HasBase;
        var changed = diff
            ? context.Changes.Files
                .Where(file => !file.Deleted && file.Added.Count > 0)
                .ToDictionary(file => file.Path, file => file.Added, StringComparer.Ordinal)
            : [];
        var files = context.Tree.Files.Where(file => IsScanned(file.Path, context.Coverage, diff ? changed : null)).ToArray();
        var reports = new FileReport[files.Length];
        var searched = (rules ?? RuleReader.Shipped).SwitchOn(options.Rules);
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
            Parallel.ForEach(Partitioner.Create(
                files.Index(),
                EnumerablePartitionerOptions.NoBuffering), parallel, () => new FileScanner(searched, context.Salt), (item, _, scanner) =>
            {
                reports[item.Index] = Scan(context, scanner, item.Item, diff ? changed[item.Item.Path] : null, cancellationToken);
                return scanner;
            }, scanner => scanner.Dispose());
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<EvaluationException>().FirstOrDefault() is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        Cover(context, reports);
        return SecretEvidenceWriter.Write(diff ? "diff" : "tree", files, reports);
    }

    private bool IsScanned(string path, Coverage coverage, Dictionary<string, IReadOnlyList<LineRange>>? changed)
    {
        var why = filter.WhyNot(path) ?? (changed?.ContainsKey(path) == false ? UnseenReasons.Unchanged : null);
        if (why is not null)
        {
            coverage.LeftOut(why, path);
        }

        return why is null;
    }

    private void Cover(GateContext context, IEnumerable<FileReport> reports)
    {
        context.Coverage.Saw(0);
        context.Coverage.LeftOut(context.Tree, filter);
        foreach (var report in reports)
        {
            if (report.Unseen is null)
            {
                context.Coverage.Saw(report.Path);
            }
            else
            {
                context.Coverage.LeftOut(
                    report.Unseen == UnseenReasons.BinaryText ? TextNames.WhyBinaryText(report.Path, context.Changes) : report.Unseen,
                    report.Path);
            }
        }
    }

    private FileReport Scan(GateContext context, FileScanner scanner, SourceFile file, IReadOnlyList<LineRange>? lines, CancellationToken cancellationToken)
    {
        try
        {
            using var stream = context.Tree.Open(file.Path);
            return scanner.Scan(file.Path, stream, lines, new FileDeadline(time, file.Path, file.Size, cancellationToken));
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or EvaluationException { InnerException: IOException or UnauthorizedAccessException })
        {
            var problem = e is EvaluationException ? e.Message : $"{file.Path}: cannot be read to its end: {e.Message}";
            return new FileReport(file.Path) { Unseen = UnseenReasons.Unreadable, Problem = problem };
        }
    }
}
