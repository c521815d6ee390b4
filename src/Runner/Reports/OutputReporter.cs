using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;

namespace Gates.Runner.Reports;

/// <summary>
/// Hands <c>verdict</c>, <c>failed</c>, <c>results</c> and <c>sarif</c> to later steps, through the file that <c>GITHUB_OUTPUT</c> names,
/// and what policies give: <c>canary-slo-decision</c>, and <c>decision</c> as long as one gate alone gives it.
/// </summary>
/// <param name="file">The file; it is only ever appended to.</param>
/// <param name="folder">Where the reports are.</param>
internal sealed class OutputReporter(string file, OutputFolder folder) : IReporter
{
    private static readonly string[] Own = ["verdict", "failed", "results", "sarif"];

    public Task ReportAsync(RunReport report, CancellationToken cancellationToken)
    {
        var failed = FindingOrder.Gates(report).Where(gate => gate.Verdict == Verdict.Failed).Select(gate => gate.GateId);
        var text = new StringBuilder();
        Append(text, "verdict", RecordedNames.Of(report.Verdict));
        Append(text, "failed", string.Join(',', failed));
        Append(text, "results", folder.NameOf(JsonReporter.FileName));
        Append(text, "sarif", folder.NameOf(SarifReporter.FileName));
        AppendGiven(text, report);
        return File.AppendAllBytesAsync(file, Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
    }

    /// <summary>No policy can replace what the program itself says.</summary>
    private static void AppendGiven(StringBuilder text, RunReport report)
    {
        var given = FindingOrder.Gates(report).SelectMany(gate => gate.Outputs.Select(output => (Gate: Escape.FileName(gate.GateId), Output: output))).ToList();
        var names = given.ConvertAll(one => $"{one.Gate}-{one.Output.Name}");
        foreach (var (gate, output) in given)
        {
            Append(text, $"{gate}-{output.Name}", output.Value);
            if (given.Count(one => one.Output.Name == output.Name) == 1
                && !Own.Contains(output.Name, StringComparer.Ordinal)
                && !names.Contains(output.Name, StringComparer.Ordinal))
            {
                Append(text, output.Name, output.Value);
            }
        }
    }

    /// <summary>The delimiter is the value's own digest, which no value can contain: nothing ends it early.</summary>
    private static void Append(StringBuilder text, string name, string value)
    {
        var delimiter = "gates_" + Sha256Hex.Of(value);
        text.Append(name).Append("<<").Append(delimiter).Append('\n').Append(value).Append('\n').Append(delimiter).Append('\n');
    }
}
