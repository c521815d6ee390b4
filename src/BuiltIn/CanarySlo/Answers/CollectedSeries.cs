using Gates.BuiltIn.CanarySlo.Objectives;

namespace Gates.BuiltIn.CanarySlo.Answers;

/// <summary>What Prometheus said until one moment.</summary>
/// <param name="Measures">How each objective was asked for.</param>
/// <param name="Answers">By query.</param>
/// <param name="Until">The moment, in milliseconds since 1970.</param>
internal sealed record CollectedSeries(IReadOnlyList<Measure> Measures, IReadOnlyDictionary<string, Answer> Answers, long Until);
