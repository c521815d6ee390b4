using Gates.BuiltIn.CanarySlo.Answers;

namespace Gates.BuiltIn.CanarySlo.Facts;

/// <summary>What Prometheus said to one query.</summary>
/// <param name="Query">The query.</param>
/// <param name="Digest">SHA-256 of all its samples.</param>
/// <param name="Samples">How many there were.</param>
/// <param name="Series">The samples; <see langword="null"/> when all answers together are too long to keep.</param>
internal sealed record AnswerFact(string Query, string Digest, int Samples, IReadOnlyList<AnswerSeries>? Series)
{
    /// <value>The name of the server that was asked; <see langword="null"/> for the one under <c>prometheus</c>.</value>
    public string? Server { get; init; }

    /// <value>Why a part of the data is missing; <see langword="null"/> for a whole answer.</value>
    public IReadOnlyList<string>? Missing { get; init; }
}
