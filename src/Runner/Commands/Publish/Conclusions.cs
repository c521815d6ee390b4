using Gates.Doors.GitHub.CheckRuns;
using Gates.Pipeline.Results;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish;

/// <summary>What a verdict means to branch protection, for which neutral and skipped count as passed.</summary>
internal static class Conclusions
{
    /// <summary>Of the whole: nothing that was not seen ever satisfies it.</summary>
    public static CheckConclusion Of(ReviewInput input) => input switch
    {
        { Report.Interrupted: true } => CheckConclusion.Cancelled,
        { Override: not null, Unverified.Count: > 0 } => CheckConclusion.ActionRequired,
        { Override: not null } => CheckConclusion.Neutral,
        { Report.Verdict: Verdict.Failed } => CheckConclusion.Failure,
        { Report.Verdict: Verdict.Errored } => CheckConclusion.Failure,
        { Report.Results: var results } when results.Any(gate => gate is { Verdict: Verdict.Failed, Blocks: true }) => CheckConclusion.Failure,
        { Unverified.Count: > 0 } => CheckConclusion.ActionRequired,
        { Report.Verdict: Verdict.Skipped } => CheckConclusion.Neutral,
        _ => CheckConclusion.Success,
    };
}
