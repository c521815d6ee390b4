using Gates.BuiltIn.CanarySlo.Answers;

namespace Gates.BuiltIn.CanarySlo.Facts;

/// <summary>What Prometheus said to one query.</summary>
/// <param name="Query">The query.</param>
/// <param name="Digest">SHA-256 of all its samples.</param>
/// <param name="Samples">How many there were.</param>
/// <param name="Series">The samples; <see langword="null"/> when all answers together are too long to keep.</param>
internal sealed record AnswerFact(string Query, string Digest, int Samples, IReadOnlyList<AnswerSeries>? Series);
