using Gates.Formats.Pdf;
using static Gates.Attestation.Controls.Outputs.AttestationLook;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>What the document says about controls: a summary, the requirements that they support, and a part for each.</summary>
internal sealed class ControlPages(ControlAttestation attestation, PdfDocument document)
{
    public void Render()
    {
        RenderSummary();
        RenderFrameworks();
        RenderControls();
    }

    private void RenderSummary()
    {
        document.Heading("Summary", 1);
        document.Table(new PdfTable([0.13, 0.34, 0.19, 0.34], ["Control", "Name", "Result", "Supports"],
        [
            .. attestation.Evaluation.Results.Select(result => (IReadOnlyList<PdfCell>)
            [
                new PdfCell(result.Control.Id, Strong) { Link = Place(result) },
                new PdfCell(result.Control.Name, Cell) { Link = Place(result) },
                new PdfCell(Word(result), Result(result)),
                new PdfCell(string.Join(", ", result.Control.Frameworks), Quiet),
            ]),
        ]));
    }

    private void RenderFrameworks()
    {
        if (attestation.Frameworks.Count == 0)
        {
            return;
        }

        document.Heading("Requirements that are supported", 1);
        document.Table(new PdfTable([0.2, 0.13, 0.43, 0.24], ["Framework", "Requirement", "In our words", "Controls"],
        [
            .. from framework in attestation.Frameworks
               from requirement in framework.Requirements
               select (IReadOnlyList<PdfCell>)
               [
                   new PdfCell(framework.Version is null ? framework.Framework : $"{framework.Framework}, {framework.Version}", Cell),
                   new PdfCell(requirement.Requirement.Requirement, Cell),
                   new PdfCell(requirement.Requirement.Paraphrase ?? "", Quiet),
                   new PdfCell([.. requirement.Controls.Select(result => ($"{result.Control.Id} {Word(result)}", Result(result)))]),
               ],
        ]));
    }

    private void RenderControls()
    {
        document.Heading("Controls", 1, keep: 150);
        foreach (var result in attestation.Evaluation.Results)
        {
            RenderControl(result);
        }
    }

    private void RenderControl(ControlResult result)
    {
        var control = result.Control;
        document.Heading($"{control.Id} {control.Name}", 2, Place(result), keep: 110);
        var facts = new List<(string, (string, PdfText)[])> { ("Result", [(Word(result), Result(result)), (result.Details, Cell)]) };
        Add("Claim", control.Claim);
        Add("Answers for it", control.Owner);
        Add("Supports", control.Frameworks.Count > 0 ? string.Join(", ", control.Frameworks) : null);
        Add("Not covered", control.NotCovered.Count > 0 ? string.Join(" ", control.NotCovered) : null);
        document.Table(NamesAndValues(facts));
        if (result.Assertions.Count > 0)
        {
            document.Space(6);
            document.Table(new PdfTable([0.29, 0.12, 0.59], ["Assertion", "Result", "What was found"],
            [
                .. result.Assertions.Select(one => (IReadOnlyList<PdfCell>)
                    [new PdfCell(one.Type, Cell), new PdfCell(one.Fails ? "FAILS" : one.Word, one.Holds ? Holds : one.IsUnverified ? Open : Fails), new PdfCell(one.Detail, Cell)]),
            ]));
        }

        if (result.Evidence.Count > 0)
        {
            document.Space(6);
            document.Table(new PdfTable([0.285, 0.59, 0.125], ["Evidence", "sha256", "Log"],
                [.. result.Evidence.Select(item => (IReadOnlyList<PdfCell>)[new PdfCell(item.Path, Cell), new PdfCell(item.Sha256, Digest), new PdfCell(AttestationJson.Log(attestation.LogIndexOf(item)), Quiet)])]));
        }

        void Add(string name, string? text)
        {
            if (text is not null)
            {
                facts.Add((name, [(text, Cell)]));
            }
        }
    }

    private static string Place(ControlResult result) => "control-" + result.Control.Id;
}
