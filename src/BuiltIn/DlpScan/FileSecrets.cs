using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.BuiltIn.DlpScan;

/// <summary>The gate's whole scan of one file, for who must know before the file goes where nothing is forgotten. Not for several threads at once.</summary>
internal sealed class FileSecrets(RuleSet rules, TimeProvider time, CancellationToken cancellationToken) : IFileSecrets
{
    public string? Find(string name, Stream content)
    {
        // Identities go nowhere, so any salt serves.
        using var scanner = new FileScanner(rules, new byte[32]);
        var report = scanner.Scan(name, content, null, new FileDeadline(time, name, content.Length, cancellationToken));
        if (report.Hits.OrderBy(hit => hit.Line).FirstOrDefault() is { } hit)
        {
            return Place(hit);
        }

        return report.Columns.Count > 0 || report.More.Count > 0 ? ""
            : report.Problem is { } problem ? throw new EvaluationException(problem)
            : report.Unseen is { } unseen && unseen != UnseenReasons.Binary && unseen != UnseenReasons.BinaryText
                ? throw new EvaluationException($"{name}: not all of it could be looked at: {unseen.Words}")
                : null;
    }

    private static string Place(Hit hit) =>
        hit.Member is { } member ? $" ({member}{(hit.Offset is null ? FormattableString.Invariant($", line {hit.Line}") : "")})"
            : hit.Offset is { } offset ? FormattableString.Invariant($" (byte {offset})")
            : FormattableString.Invariant($":{hit.Line}");
}
