using Gates.Formats.Pdf;
using static Gates.Attestation.Controls.Outputs.AttestationLook;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>
/// What an auditor asks first, in at most thirty lines with those at the head and foot of the page: so each text has its most lines here, and stands whole
/// further on.
/// </summary>
internal sealed class FirstPage(ControlAttestation attestation, PdfDocument document)
{
    private const int MaxFrameworks = 2;

    public void Render()
    {
        var scope = attestation.Scope;
        document.Title("Control attestation", $"{scope.Repository}, release {scope.Tag}{Conclusion.InBrackets(attestation.Evaluation)}", maxLines: 1);
        document.Paragraph(Conclusion.Of(attestation.Evaluation), Conclusive(attestation.Evaluation), after: 5, maxLines: 2);
        document.Paragraph(ControlAttestation.Meaning, Body, after: 8, maxLines: 2);
        document.Table(new PdfTable([0.17, 0.83], [],
        [
            Row("What", About()),
            Row("When", When()),
            Row("By whom", By()),
            Row("By which rules", Rules()),
            Row("Results", Results()),
            Row("Exceptions", [(Exceptions(), Cell)], maxLines: 2),
            Row("Not proven", NotProven()),
            Row("How to verify", Verification()),
        ])
        { Padding = 6.5 });
        document.NewPage();
    }

    private static IReadOnlyList<PdfCell> Row(string name, IEnumerable<(string, PdfText)> values, int maxLines = 1) =>
        [new PdfCell(name, Label), new PdfCell([.. values]) { MaxLines = maxLines }];

    private IEnumerable<(string, PdfText)> About()
    {
        var scope = attestation.Scope;
        var files = string.Join(", ", scope.Artefacts.Select(file => file.Path));
        yield return ($"release {scope.Tag} of {scope.Repository}", Cell);
        yield return ("commit " + scope.Commit, Digest);
        yield return (scope.Artefacts.Count == 0
            ? "no release file was named: it is about the commit alone"
            : $"{Counted.Of(scope.Artefacts.Count, "release file")}: {files}", Cell);
    }

    private IEnumerable<(string, PdfText)> When()
    {
        var scope = attestation.Scope;
        yield return ($"period: {Beginning(scope)} until {Time(scope.Time)}", Cell);
        yield return ($"made {Time(attestation.Created)}{(attestation.Checkpoint is null ? ", by its maker's own clock" : "")}", Cell);
    }

    private IEnumerable<(string, PdfText)> By()
    {
        yield return attestation.KeyId is { } key ? ("signed by the key " + key, Cell) : ("signed by nobody: it shows only what its maker says", Fails);
        yield return ($"prepared by gates {Short(attestation.ToolVersion)}, from {(attestation.Actors is [var first, ..]
            ? $"runs that {Counted.Of(attestation.Actors.Count, "person", "people")} started, by commitment {first[..Math.Min(12, first.Length)]}…"
            : "evidence of which no signed result says who started it")}", Cell);
        yield return ("approved by nobody in here: who reads and accepts it signs on the last page", Cell);
    }

    private IEnumerable<(string, PdfText)> Rules()
    {
        var catalogue = attestation.Evaluation.Catalogue;
        yield return (CatalogueName(catalogue), Cell);
        yield return ("sha256 " + catalogue.Digest, Digest);
        yield return ($"{CatalogueState(attestation)}; {(attestation.TrustSource is { } source
            ? $"{Counted.Of(attestation.TrustedKeyIds.Count, "key")} trusted, of {source}"
            : "no key was trusted, so that no signature could be verified")}", Cell);
    }

    private IEnumerable<(string, PdfText)> Results()
    {
        var evaluation = attestation.Evaluation;
        yield return ($"{Counted.Of(evaluation.Results.Count, "control")} on {Counted.Of(evaluation.Evidence.Count, "file")} of evidence: "
            + string.Join("; ", AllOutcomes.Select(outcome => $"{evaluation.Count(outcome)} {Word(outcome)}")), Cell);
        var frameworks = attestation.Frameworks;
        foreach (var (framework, version, requirements) in frameworks.Take(frameworks.Count > MaxFrameworks ? MaxFrameworks - 1 : MaxFrameworks))
        {
            var held = requirements.Count(one => one.Controls.All(result => result.Outcome is ControlOutcome.Holds or ControlOutcome.NotApplicable)
                && one.Controls.Any(result => result.Outcome == ControlOutcome.Holds));
            yield return ($"{EditionOf(framework, version)}: {Counted.Of(requirements.Count, "requirement")} supported, "
                + $"{held} of them by controls that all hold", Cell);
        }

        if (frameworks.Count > MaxFrameworks)
        {
            yield return ($"and {frameworks.Count - MaxFrameworks + 1} more frameworks, which stand below", Cell);
        }
    }

    private string Exceptions() => attestation.Waivers.Count == 0
        ? $"none: {(attestation.WaiverPath is null ? "the repository holds no waivers" : $"no waiver of {attestation.WaiverPath} is in force")}"
        : $"{Counted.Of(attestation.Waivers.Count, "waiver")} in force: "
            + string.Join("; ", attestation.Waivers.Select(waiver => $"{waiver.Gate} {waiver.Path ?? "one finding"} until {waiver.ExpiresText}"));

    private IEnumerable<(string, PdfText)> NotProven()
    {
        var unevidenced = attestation.Unevidenced.Count;
        var changes = $"{Counted.Of(attestation.Scope.Population.Changes.Count, "change")} since {attestation.Scope.PreviousTag ?? "the beginning"}";
        yield return (unevidenced == 0
            ? $"what evidence shows of each of {changes}: all are named, and no more is said here"
            : $"{unevidenced} of {changes}: no evidence names {(unevidenced == 1 ? "it" : "them")}", Cell);
        yield return (attestation.Checkpoint is null
            ? "when it was made, and that nothing was taken away: it is in no log"
            : "what happened outside of the log that its evidence is in", Cell);
        yield return ("that anything conforms to anything, that controls are designed suitably, and what people did", Cell);
        yield return ($"{Counted.Of(attestation.NotCovered.Count, "point")} under “Not covered and left to the organisation”", Cell);
    }

    private IEnumerable<(string, PdfText)> Verification()
    {
        yield return attestation.KeyId is null
            ? ("by making it again, on the last page: there is no signature to verify", Cell)
            : ($"gates verify {attestation.BaseName}.sigstore.json --trust KEYRING", Command);
        yield return ("the last page says how, with the digests of its other forms", Cell);
    }
}
