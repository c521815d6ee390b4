using Gates.Attestation.Controls.Assertions;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Controls;

/// <summary>Holds the controls of a catalogue against a folder of evidence. What cannot be shown fails; nothing is taken on trust.</summary>
internal sealed class ControlEvaluator(AssertionScope scope)
{
    /// <exception cref="EvaluationException">Evidence cannot be read.</exception>
    public async Task<ControlEvaluation> EvaluateAsync(ControlCatalogue catalogue, CancellationToken cancellationToken)
    {
        var results = new List<ControlResult>();
        foreach (var control in catalogue.Controls)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(await EvaluateAsync(control, cancellationToken));
        }

        return new ControlEvaluation(catalogue, results);
    }

    private async Task<ControlResult> EvaluateAsync(Control control, CancellationToken cancellationToken)
    {
        if (control.NotApplicable is { } reason)
        {
            return new ControlResult { Control = control, Outcome = ControlOutcome.NotApplicable, Details = "Does not apply: " + reason };
        }

        var matches = control.Evidence.Select(glob => (Glob: glob, Items: scope.Evidence.Match(glob))).ToList();
        var missing = matches.Where(match => match.Items.Count == 0)
            .Select(match => new MissingEvidence(match.Glob, scope.Evidence.Nearest(match.Glob)))
            .ToList();
        IReadOnlyList<EvidenceItem> evidence = [.. matches.SelectMany(match => match.Items)
            .DistinctBy(item => item.Path)
            .OrderBy(item => item.Path, StringComparer.Ordinal)];
        var assertions = new List<AssertionResult>();
        foreach (var one in control.Assertions)
        {
            assertions.Add(await CheckAsync(one, new AssertionContext(scope, control, one.Assertion.Select(evidence)), cancellationToken));
        }

        return new ControlResult
        {
            Control = control,
            Outcome = missing.Count > 0 || assertions.Exists(one => one.Fails) ? ControlOutcome.Fails
                : assertions.Count == 0 || assertions.Exists(one => one.IsUnverified) ? ControlOutcome.NotJudged
                : ControlOutcome.Holds,
            Evidence = evidence,
            Missing = missing,
            Assertions = assertions,
            Details = Describe(evidence.Count, missing, assertions),
        };
    }

    private static async Task<AssertionResult> CheckAsync(ControlAssertion one, AssertionContext context, CancellationToken cancellationToken)
    {
        if (context.Items.Count == 0)
        {
            return new AssertionResult(
                one.Type,
                Holds: false,
                one.Assertion.Path is { } path ? $"none of the control's evidence matches {path}" : "there is no evidence to look at");
        }

        try
        {
            var finding = await one.Assertion.CheckAsync(context, cancellationToken);
            return new AssertionResult(one.Type, finding.Holds, finding.Detail) { IsUnverified = finding.IsUnverified };
        }
        catch (DocumentException e)
        {
            return new AssertionResult(one.Type, Holds: false, $"cannot be judged: {e.Message}");
        }
    }

    private static string Describe(int files, List<MissingEvidence> missing, List<AssertionResult> assertions)
    {
        // Without any evidence each assertion fails for that reason alone.
        var failed = assertions.FindAll(one => one.Fails && files > 0);
        if (missing.Count > 0 || failed.Count > 0)
        {
            IEnumerable<string> reasons = [.. missing.Select(one => "Missing evidence: " + one), .. failed.Select(one => $"{one.Type}: {one.Detail}")];
            return string.Join(". ", reasons) + ".";
        }

        var count = Counted.Of(files, "file of evidence", "files of evidence");
        if (assertions.FindAll(one => one.IsUnverified) is { Count: > 0 } open)
        {
            return $"Present, not verified: {count}. {string.Join(". ", open.Select(one => $"{one.Type}: {one.Detail}"))}.";
        }

        return assertions.Count == 0 ? $"Present, not judged: {count}, and the catalogue asserts nothing about {(files == 1 ? "it" : "them")}."
            : assertions.Count == 1 ? $"{count}; the assertion holds."
            : FormattableString.Invariant($"{count}; all {assertions.Count} assertions hold.");
    }
}
