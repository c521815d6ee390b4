using System.Text;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.DlpScan;

/// <summary>Looks for tokens of known shape in the paths of files: one value is said once, at the first file that has it.</summary>
/// <param name="rules">What is looked for.</param>
/// <param name="salt">The repository's salt.</param>
/// <param name="time">The clock of the deadline.</param>
internal sealed class NameScan(RuleSet rules, ReadOnlyMemory<byte> salt, TimeProvider time)
{
    /// <exception cref="EvaluationException">They could not be searched to their end.</exception>
    public IReadOnlyList<FileReport> Scan(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var text = Encoding.UTF8.GetBytes(string.Join('\n', paths.Select(path => path.ReplaceLineEndings(" "))));
        using var scanner = new FileScanner(rules.KnownShapes, salt, decode: false);
        using var source = new MemoryStream(text, writable: false);
        var report = scanner.Scan("names of files", source, null, new FileDeadline(time, "names of files", text.Length, cancellationToken));
        return report.Problem is { } problem
            ? throw new EvaluationException(problem)
            : [.. report.Hits.Where(hit => !hit.Rule.IsPersonal)
                .DistinctBy(hit => hit.Key)
                .Select(hit => new FileReport(paths[hit.Line - 1]) { Hits = [hit with { Line = 1, Column = 1, EndColumn = 1, IsInName = true }] })];
    }
}
