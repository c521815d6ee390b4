namespace Gates.Attestation.Controls.Outputs;

/// <summary>What an attestation comes to, in a sentence or two.</summary>
internal static class Conclusion
{
    private const int MaxIds = 12;

    public static string Of(ControlEvaluation evaluation)
    {
        var (fails, open) = (evaluation.Count(ControlOutcome.Fails), evaluation.Count(ControlOutcome.NotJudged));
        var applicable = evaluation.Results.Count - evaluation.Count(ControlOutcome.NotApplicable);
        var judged = applicable - open;
        var answer = fails > 0
            ? $"{Counted.Of(fails, "control")} of {applicable} that apply {(fails == 1 ? "does" : "do")} not hold: {Ids(evaluation, ControlOutcome.Fails)}."
            : applicable == 0 ? "No control applies, so this attestation supports nothing."
            : judged == 0 ? "No control was judged, so this attestation supports nothing."
            : open == 0 ? $"All {applicable} controls that apply hold on the evidence listed here."
            : $"{judged} of {applicable} controls that apply {(judged == 1 ? "holds" : "hold")} on the evidence listed here.";
        return open == 0 ? answer : $"{answer} {Open(open, applicable)}: {Ids(evaluation, ControlOutcome.NotJudged)}.";
    }

    /// <summary>What a title says of controls that nobody judged; nothing where there is none.</summary>
    public static string InBrackets(ControlEvaluation evaluation) => evaluation.Count(ControlOutcome.NotJudged) is var open and > 0
        ? $" ({Open(open, evaluation.Results.Count - evaluation.Count(ControlOutcome.NotApplicable))})"
        : "";

    private static string Open(int open, int applicable) => $"{open} of {applicable} {(open == 1 ? "is" : "are")} present, not judged";

    /// <summary>As many as a reader takes in; the list of controls has them all.</summary>
    private static string Ids(ControlEvaluation evaluation, ControlOutcome outcome)
    {
        var ids = evaluation.Results.Where(result => result.Outcome == outcome).Select(result => result.Control.Id).ToList();
        return ids.Count <= MaxIds ? string.Join(", ", ids) : $"{string.Join(", ", ids.Take(MaxIds - 1))} and {ids.Count - MaxIds + 1} more";
    }
}
