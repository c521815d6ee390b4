using System.Globalization;
using Gates.Formats.Pdf;
using static Gates.Attestation.Controls.Outputs.AttestationLook;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>
/// What the document says about controls: all of them by their result, then the requirements of each framework, then each file of evidence once, by its number.
/// </summary>
internal sealed class ControlPages(ControlAttestation attestation, PdfDocument document)
{
    private const double Tight = 2;

    private readonly Dictionary<string, int> numbers =
        attestation.Evaluation.Evidence.Index().ToDictionary(one => one.Item.Path, one => one.Index + 1, StringComparer.Ordinal);

    public void Render()
    {
        RenderControls();
        RenderFrameworks();
        RenderEvidence();
    }

    private void RenderControls()
    {
        document.Heading("Controls", 1, keep: 150);
        foreach (var outcome in AllOutcomes)
        {
            var results = attestation.Evaluation.Results.Where(result => result.Outcome == outcome).ToList();
            if (results.Count > 0)
            {
                document.Heading($"{Heading(outcome)}: {Counted.Of(results.Count, "control")}", 2, keep: 90);
                string[] header = ["Control", "What was found", "Supports; evidence"];
                document.Table(new PdfTable([0.37, 0.45, 0.18], header, [.. results.Select(Row)]) { Padding = Tight });
            }
        }
    }

    private IReadOnlyList<PdfCell> Row(ControlResult result)
    {
        var control = result.Control;
        List<(string, PdfText)> names = [($"{control.Id} {control.Name}", SmallStrong)];
        if (string.Join(' ', new[] { control.Claim, control.Owner is { } owner ? $"(Answers for it: {owner})" : null }.OfType<string>()) is { Length: > 0 } claim)
        {
            names.Add((claim, SmallText));
        }

        return
        [
            new PdfCell(names) { Place = Place(result) },
            new PdfCell([.. Found(result)]),
            new PdfCell([.. Supports(result)]),
        ];
    }

    /// <summary>What fails, or cannot be verified, stands in the details already.</summary>
    private static IEnumerable<(string, PdfText)> Found(ControlResult result)
    {
        yield return (result.Details, result.Outcome == ControlOutcome.Fails ? SmallFails : SmallText);
        if (result.Assertions.Where(one => one.Holds).Select(one => $"{one.Type}, {one.Detail}").ToList() is { Count: > 0 } held)
        {
            yield return ($"holds: {string.Join("; ", held)}", SmallQuiet);
        }
    }

    private IEnumerable<(string, PdfText)> Supports(ControlResult result)
    {
        if (result.Control.Frameworks.Count > 0)
        {
            yield return (string.Join(", ", result.Control.Frameworks), SmallText);
        }

        if (result.Evidence.Count > 0)
        {
            yield return ($"{(result.Evidence.Count == 1 ? "file" : "files")} {string.Join(", ", result.Evidence.Select(Number))}", SmallQuiet);
        }
    }

    private void RenderFrameworks()
    {
        if (attestation.Frameworks.Count == 0)
        {
            return;
        }

        document.Heading("Requirements that are supported", 1, keep: 130);
        foreach (var (framework, version, requirements) in attestation.Frameworks)
        {
            document.Heading(EditionOf(framework, version), 2, keep: 60);
            document.Table(new PdfTable([0.13, 0.43, 0.44], ["Requirement", "In our words", "Controls that support it"],
            [
                .. requirements.Select(one => (IReadOnlyList<PdfCell>)
                [
                    new PdfCell(one.Requirement.Requirement, SmallStrong),
                    new PdfCell(one.Requirement.Paraphrase ?? "", SmallText),
                    new PdfCell([.. from outcome in AllOutcomes
                                    let ids = one.Controls.Where(result => result.Outcome == outcome).Select(result => result.Control.Id).ToList()
                                    where ids.Count > 0
                                    select ($"{Word(outcome)}: {string.Join(", ", ids)}", outcome == ControlOutcome.Fails ? SmallFails : SmallText)])
                    {
                        Link = one.Controls.Count == 1 ? Place(one.Controls[0]) : null,
                    },
                ]),
            ])
            { Padding = Tight });
        }
    }

    private void RenderEvidence()
    {
        if (numbers.Count == 0)
        {
            return;
        }

        document.Heading("Evidence", 1, keep: 100);
        var isLogged = attestation.Checkpoint is not null;
        if (!isLogged)
        {
            document.Paragraph($"Each file once, with its sha256. All of it is {AttestationJson.NotInALog}.", Body, after: 5);
        }

        document.Table(new PdfTable(
            isLogged ? [0.06, 0.3, 0.53, 0.11] : [0.06, 0.41, 0.53],
            isLogged ? ["No.", "File", "sha256", "Log"] : ["No.", "File", "sha256"],
            [.. attestation.Evaluation.Evidence.Select(item => (IReadOnlyList<PdfCell>)
            [
                new PdfCell(Number(item), SmallText),
                new PdfCell(item.Path, SmallText),
                new PdfCell(item.Sha256, SmallDigest),
                .. isLogged ? [new PdfCell(Logged(item), SmallText)] : (PdfCell[])[],
            ])])
        { Padding = 1.5 });
    }

    private string Logged(EvidenceItem item) => attestation.LogIndexOf(item) is { } index ? FormattableString.Invariant($"index {index}") : "not in it";

    private string Number(EvidenceItem item) => numbers[item.Path].ToString(CultureInfo.InvariantCulture);

    private static string Place(ControlResult result) => "control " + result.Control.Id;
}
