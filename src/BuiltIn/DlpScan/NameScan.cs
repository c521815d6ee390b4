using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan;

/// <summary>
/// Looks for tokens of known shape in the paths of files and links, and in where links point: one value is said once, at the first that has it.
/// </summary>
/// <param name="rules">What is looked for.</param>
/// <param name="salt">The repository's salt.</param>
/// <param name="time">The clock of the deadline.</param>
internal sealed class NameScan(RuleSet rules, ReadOnlyMemory<byte> salt, TimeProvider time)
{
    /// <exception cref="EvaluationException">They could not be searched to their end.</exception>
    public IReadOnlyList<FileReport> Scan(IEnumerable<string> files, IReadOnlyList<UnseenFile> links, CancellationToken cancellationToken)
    {
        (string Path, string Text)[] names =
        [
            .. files.Select(path => (path, path)),
            .. links.Select(link => (link.Path, link.Path)),
            .. links.Where(link => link.Target is not null).Select(link => (link.Path, link.Target!)),
        ];
        var targets = links.Count(link => link.Target is not null);
        var text = Encoding.UTF8.GetBytes(string.Join('\n', names.Select(name => name.Text.ReplaceLineEndings(" "))));
        using var scanner = new FileScanner(rules.KnownShapes, salt, decode: false);
        using var source = new MemoryStream(text, writable: false);
        var report = scanner.Scan("names of files", source, null, new FileDeadline(time, "names of files", text.Length, cancellationToken));
        return report.Problem is { } problem
            ? throw new EvaluationException(problem)
            : [.. report.Hits.Where(hit => !hit.Rule.IsPersonal)
                .DistinctBy(hit => hit.Key)
                .Select(hit => Report(hit, names[hit.Line - 1].Path, isTarget: hit.Line > names.Length - targets))];
    }

    private static FileReport Report(Hit hit, string path, bool isTarget) =>
        new(path) { Hits = [hit with { Line = 1, Column = 1, EndColumn = 1, IsInName = !isTarget, IsInTarget = isTarget }] };
}
