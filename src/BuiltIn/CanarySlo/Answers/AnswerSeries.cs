using System.Text.Json.Serialization;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>The samples of one series.</summary>
/// <param name="Times">In milliseconds since 1970.</param>
/// <param name="Values">As Prometheus wrote them.</param>
internal sealed record AnswerSeries(IReadOnlyList<long> Times, IReadOnlyList<string> Values)
{
    [JsonIgnore]
    public IEnumerable<double> Numbers => Values.Select(Answer.Number);
}
