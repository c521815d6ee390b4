using System.Text.Json;
using System.Text.Json.Serialization;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Policies;

namespace Gates.Runner.Commands.Eval;

/// <summary>The same for programs.</summary>
/// <param name="Verdict">As in <c>results.json</c>.</param>
/// <param name="Error">Why the policy did not finish.</param>
/// <param name="ErrorAt">Where in the policy that was.</param>
/// <param name="Findings">In the order in which they were reported.</param>
/// <param name="Passed">What was in order.</param>
/// <param name="Metrics">What was measured.</param>
/// <param name="Outputs">What later steps of the workflow would read.</param>
/// <param name="Charts">What would be drawn.</param>
/// <param name="Documents">What would be handed over to read.</param>
/// <param name="Log">What the policy said to its author.</param>
/// <param name="Trace">Every call with its place in the policy; only when asked for.</param>
internal sealed record EvaluationAnswer(
    string Verdict,
    string? Error,
    Location? ErrorAt,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Check> Passed,
    IReadOnlyList<Metric> Metrics,
    IReadOnlyList<Output> Outputs,
    IReadOnlyList<Chart> Charts,
    IReadOnlyList<PolicyPage> Documents,
    IReadOnlyList<string> Log,
    IReadOnlyList<ReportCall>? Trace)
{
    public static string ToJson(EvaluatedPolicy evaluated, bool trace)
    {
        var result = evaluated.Result;
        var answer = new EvaluationAnswer(
            RecordedNames.Of(
                result.Verdict), result.Error, result.ErrorAt, [.. result.Findings.Select(found =>
                    found.Finding)], result.Passed, result.Metrics, result.Outputs, result.Charts, result.Pages, result.Log, trace ? evaluated.Trace : null);
        return JsonSerializer.Serialize(answer, EvaluationAnswerJson.Default.EvaluationAnswer);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(SeverityName)])]
[JsonSerializable(typeof(EvaluationAnswer))]
internal sealed partial class EvaluationAnswerJson : JsonSerializerContext;
