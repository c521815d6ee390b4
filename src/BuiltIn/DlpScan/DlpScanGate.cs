using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Gates.BuiltIn.DlpScan.Custom;
using Gates.BuiltIn.DlpScan.History;
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
internal sealed class DlpScanGate : IGate, IKeyedGate, IRuledGate, ISearchesCases
{
    private readonly DlpScanOptions options;
    private readonly TimeProvider time;
    private readonly PathFilter filter;
    private readonly RuleSet? rules;
    private CustomRules own = CustomRules.None;
    private bool isGiven;

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

    /// <summary>All rules of a repository, the shipped ones and its own, sorted.</summary>
    public static IReadOnlyList<string> RuleNames(ISourceTree tree) =>
        [.. CustomRules.Sound(tree).All.Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal)];

    public bool CanBeGuessed(string rule) => (rules ?? own.All).Rules.FirstOrDefault(one => one.Id == rule)?.IsPersonal ?? true;

    public IEnumerable<string> RuleFiles(ISourceTree tree) => [CustomRules.Path];

    public void CheckRules(ISourceTree tree) => CustomRules.Find(tree);

    public void CheckOptions(ISourceTree tree) => OptionsCheck.CheckNames(options, CustomRules.Sound(tree).All.Rules);

    /// <summary>The same gate over whatever it is given: who names a file wants it looked at.</summary>
    public DlpScanGate OverAll() => new(
        new DlpScanOptions { Rules = options.Rules, Allow = options.Allow },
        time,
        rules)
    { isGiven = true };

    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        Task.Run(() => Inspect(context, cancellationToken), cancellationToken);

    private Evidence Inspect(GateContext context, CancellationToken cancellationToken)
    {
        var diff = options.Scope == "diff" && context.Changes.HasBase;
        var changed = diff
            ? context.Changes.Files
                .Where(file => !file.Deleted && file.Added.Count > 0)
                .ToDictionary(file => file.Path, file => file.Added, StringComparer.Ordinal)
            : null;
        own = CustomRules.Find(context.Rules);
        var files = context.Tree.Files.Where(file => IsScanned(file.Path, context.Coverage, changed)).ToArray();
        var searched = (rules ?? own.All).SwitchOn(options.Rules);
        var reports = Scan(context, searched, files, changed, cancellationToken);
        var history = new HistoryLook(context, options.History, () => new FileScanner(searched, context.Salt, options.Decode), time, filter).Look(
            reports,
            () => changed is null ? [] : Scan(context, searched, Others(context.Tree, changed), null, cancellationToken),
            cancellationToken);
        Cover(context, reports, history);
        var names = new NameScan(searched, context.Salt, time).Scan(files.Select(file => file.Path), Links(context, diff), cancellationToken);
        return SecretEvidenceWriter.Write(
            new ScannedTree(isGiven ? "given" : diff ? "diff" : "tree", files, reports, names, history, Submodules(context.Tree)),
            json => CustomEvidence.Write(json, own, time));
    }

    private FileReport[] Scan(
        GateContext context,
        RuleSet searched,
        IReadOnlyList<SourceFile> files,
        Dictionary<string, IReadOnlyList<LineRange>>? changed,
        CancellationToken cancellationToken)
    {
        var reports = new FileReport[files.Count];
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
            Parallel.ForEach(Partitioner.Create(
                files.Index(),
                EnumerablePartitionerOptions.NoBuffering), parallel, () => new FileScanner(searched, context.Salt, options.Decode), (item, _, scanner) =>
            {
                reports[item.Index] = Scan(context, scanner, item.Item, changed?[item.Item.Path], cancellationToken);
                return scanner;
            }, scanner => scanner.Dispose());
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<EvaluationException>().FirstOrDefault() is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }

        return reports;
    }

    /// <summary>The files that did not change.</summary>
    private SourceFile[] Others(ISourceTree tree, Dictionary<string, IReadOnlyList<LineRange>> changed) =>
        [.. tree.Files.Where(file => filter.Includes(file.Path) && !changed.ContainsKey(file.Path))];

    /// <summary>The submodules that it would look at, were they files.</summary>
    private IReadOnlyList<UnseenFile> Submodules(ISourceTree tree) =>
        [.. tree.Unseen.Where(unseen => unseen.Reason == UnseenReasons.Submodule && filter.WhyNotFolder(unseen.Path) is null)];

    /// <summary>The symbolic links, which have a name and a target but no lines.</summary>
    private UnseenFile[] Links(GateContext context, bool isDiff) =>
        [.. context.Tree.Unseen.Where(unseen => unseen.Reason == UnseenReasons.Link && filter.Includes(unseen.Path)
            && (!isDiff || context.Changes.Files.Any(file => file.Path == unseen.Path)))];

    private bool IsScanned(string path, Coverage coverage, Dictionary<string, IReadOnlyList<LineRange>>? changed)
    {
        var why = filter.WhyNot(path) ?? (changed?.ContainsKey(path) == false ? UnseenReasons.Unchanged : null);
        if (why is not null)
        {
            coverage.LeftOut(why, path);
        }

        return why is null;
    }

    private void Cover(GateContext context, IEnumerable<FileReport> reports, HistoryReport history)
    {
        context.Coverage.Saw(0);
        context.Coverage.LeftOut(context.Tree, filter);
        if (history.Problem is { } problem)
        {
            context.Coverage.LeftOut(UnseenReasons.History, problem);
        }

        foreach (var report in history.Reports.Where(report => report.Problem is not null))
        {
            context.Coverage.LeftOut(report.Unseen!, $"{report.Path} in the commit {Prose.Commit(report.Commit!)}");
        }

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
            var (pointer, source) = LargeFile.Look(file.Path, stream, file.Size);
            return pointer ?? scanner.Scan(file.Path, source, lines, new FileDeadline(time, file.Path, file.Size, cancellationToken));
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or EvaluationException { InnerException: IOException or UnauthorizedAccessException })
        {
            var problem = e is EvaluationException ? e.Message : $"{file.Path}: cannot be read to its end: {e.Message}";
            return new FileReport(file.Path) { Unseen = UnseenReasons.Unreadable, Problem = problem };
        }
    }
}
