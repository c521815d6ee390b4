using System.Collections.Concurrent;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Doors.Git.History;
using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.History;

/// <summary>Scans what commits brought: each content once, and their messages.</summary>
/// <param name="scanners">Makes a scanner for one thread.</param>
/// <param name="time">The clock of deadlines.</param>
/// <param name="isWanted">Which paths count, as they are called in a commit.</param>
internal sealed class HistoryScan(Func<FileScanner> scanners, TimeProvider time, Predicate<string> isWanted)
{
    /// <value>How a report calls a commit's message in the place of a path.</value>
    public const string Message = "commit message";

    private readonly ConcurrentBag<(int Order, FileReport Report)> found = [];
    private int blobs;
    private int messages;
    private int largeFiles;
    private int placeholders;
    private long bytes;

    /// <param name="mode">See <see cref="HistoryMode"/>.</param>
    /// <param name="contents">What the commits brought.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was found; also when it could not be read to its end: the report says so.</returns>
    public HistoryReport Scan(string mode, CommitContents contents, CancellationToken cancellationToken)
    {
        string? problem = null;
        try
        {
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
            Parallel.ForEach(
                Partitioner.Create(contents.List(isWanted, cancellationToken), EnumerablePartitionerOptions.NoBuffering),
                parallel,
                () => new Worker(scanners(), contents),
                (content, _, worker) =>
                {
                    Keep(content.Order, content.IsMessage ? ScanMessage(worker, content, cancellationToken) : ScanBlob(worker, content, cancellationToken));
                    return worker;
                },
                worker => worker.Dispose());
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<EvaluationException>().FirstOrDefault() is { } first)
        {
            problem = first.Message;
        }

        return new HistoryReport(mode)
        {
            Reports = [.. found.OrderBy(one => one.Order).Select(one => one.Report)],
            Commits = contents.Commits,
            Blobs = blobs,
            Messages = messages,
            Bytes = bytes,
            LargeFiles = largeFiles,
            Placeholders = placeholders,
            Problem = problem,
        };
    }

    /// <summary>What stands in some contents, by <see cref="Hit.Key"/>.</summary>
    public IReadOnlySet<UInt128> KeysIn(CommitContents contents, IReadOnlyList<(string Path, string Blob)> files, CancellationToken cancellationToken)
    {
        using var worker = new Worker(scanners(), contents);
        return files.Where(file => isWanted(file.Path))
            .SelectMany(file => ScanBlob(worker, new CommittedContent(0, "", file.Path, file.Blob), cancellationToken).Hits)
            .Select(hit => hit.Key)
            .ToHashSet();
    }

    private void Keep(int order, FileReport report)
    {
        Interlocked.Add(ref placeholders, report.PlaceholderCount);
        if (report.Unseen == UnseenReasons.LargeFile)
        {
            Interlocked.Increment(ref largeFiles);
        }
        else if (report.Hits.Count > 0 || report.More.Count > 0 || report.Problem is not null)
        {
            found.Add((order, report with { Placeholders = [], PlaceholderCount = 0 }));
        }
    }

    private FileReport ScanBlob(Worker worker, CommittedContent content, CancellationToken cancellationToken)
    {
        try
        {
            using var source = worker.Blobs.Open(content.Blob);
            Interlocked.Increment(ref blobs);
            Interlocked.Add(ref bytes, source.Length);
            var (pointer, whole) = LargeFile.Look(content.Path, source, source.Length);
            var deadline = new FileDeadline(time, content.Path, source.Length, cancellationToken);
            var report = pointer ?? worker.Scanner.Scan(content.Path, whole, null, deadline);
            return report with { Commit = content.Commit };
        }
        catch (EvaluationException e)
        {
            worker.Blobs.Dispose();
            return new FileReport(content.Path) { Commit = content.Commit, Unseen = UnseenReasons.Unreadable, Problem = e.Message };
        }
    }

    private FileReport ScanMessage(Worker worker, CommittedContent content, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref messages);
        Interlocked.Add(ref bytes, content.Message.Length);
        var path = content.Tag is { } tag ? $"message of the tag {tag}" : Message;
        using var source = new MemoryStream(content.Message.ToArray(), writable: false);
        var report = worker.Scanner.Scan(path, source, null, new FileDeadline(time, path, content.Message.Length, cancellationToken));
        return report with { Commit = content.Commit, Hits = [.. report.Hits.Where(hit => !IsPerson(hit, content.Message.Span))] };
    }

    /// <summary>Whether a hit is the address in a line such as <c>Signed-off-by: Ann &lt;ann@corp.com&gt;</c>, which says who worked on it.</summary>
    private static bool IsPerson(Hit hit, ReadOnlySpan<byte> message)
    {
        if (hit.Rule.Anchor != RuleAnchor.At)
        {
            return false;
        }

        var rest = message;
        for (var line = 1; line < hit.Line; line++)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        var end = rest.IndexOf((byte)'\n');
        var name = (end < 0 ? rest : rest[..end]) is var text && text.IndexOf((byte)':') is var colon and > 0 ? text[..colon] : default;
        return name.EndsWith("-by"u8) && !name.ContainsAny(" \t"u8);
    }

    private sealed class Worker(FileScanner scanner, CommitContents contents) : IDisposable
    {
        public FileScanner Scanner => scanner;

        public BlobReader Blobs { get; } = contents.OpenBlobs();

        public void Dispose()
        {
            scanner.Dispose();
            Blobs.Dispose();
        }
    }
}
