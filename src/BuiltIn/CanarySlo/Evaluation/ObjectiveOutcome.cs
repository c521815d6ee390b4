using Gates.BuiltIn.CanarySlo.Answers;
using Gates.BuiltIn.CanarySlo.Objectives;

namespace Gates.BuiltIn.CanarySlo.Evaluation;

/// <summary>What the answers say about one objective.</summary>
internal sealed record ObjectiveOutcome(Measure Measure, IReadOnlyList<Point> Points)
{
    public Breach? Breach { get; init; }

    public IReadOnlyList<Hold> Holds { get; init; } = [];

    public IReadOnlyList<StageSummary> Stages { get; init; } = [];
}
