using System.Globalization;
using Gates.Formats.Pdf;
using static Gates.Attestation.Controls.Outputs.AttestationLook;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>The attestation for people who file it: scope, population, one part for each control, what is left open, and how to verify it.</summary>
internal sealed class AttestationPdf
{
    private readonly ControlAttestation attestation;
    private readonly string json;
    private readonly string oscal;
    private readonly string notJudged;
    private readonly PdfDocument document;

    private AttestationPdf(ControlAttestation attestation, string json, string oscal)
    {
        this.attestation = attestation;
        this.json = json;
        this.oscal = oscal;
        var scope = attestation.Scope;
        var evaluation = attestation.Evaluation;
        var (open, applicable) = (evaluation.Count(ControlOutcome.NotJudged), evaluation.Results.Count - evaluation.Count(ControlOutcome.NotApplicable));
        notJudged = open == 0 ? "" : $" ({Open(open, applicable)})";
        document = new PdfDocument(
            new PdfInfo(
                $"Control attestation: {scope.Repository} {scope.Tag}{notJudged}", ControlAttestation.Meaning, "gates "
                    + attestation.ToolVersion, attestation.Created),
            $"rendered from {attestation.BaseName}.json, sha256 {json[..16]}…");
    }

    /// <param name="attestation">What is rendered.</param>
    /// <param name="json">SHA-256 of its JSON form.</param>
    /// <param name="oscal">SHA-256 of its OSCAL form.</param>
    public static byte[] Of(ControlAttestation attestation, string json, string oscal)
    {
        var pdf = new AttestationPdf(attestation, json, oscal);
        pdf.Render();
        return pdf.document.ToArray();
    }

    private void Render()
    {
        var scope = attestation.Scope;
        document.Title("Control attestation", $"{scope.Repository}, release {scope.Tag}{notJudged}");
        document.Paragraph(Conclusion(), Conclusive(attestation.Evaluation), after: 5);
        document.Paragraph(ControlAttestation.Meaning, Body, after: 2);
        RenderScope();
        RenderPopulation();
        new ControlPages(attestation, document).Render();
        RenderWaivers();
        RenderNotCovered();
        RenderVerification();
        RenderSignOff();
        if (document.HasMarks)
        {
            document.Space(8);
            document.Paragraph(
                $"{WinAnsi.Mark} Some characters of this text are not in the fonts of this document and were transliterated or given as code points. The JSON form has the original.",
                Quiet);
        }
    }

    private string Conclusion()
    {
        var (evaluation, fails, open) = (
            attestation.Evaluation,
            attestation.Evaluation.Count(ControlOutcome.Fails),
            attestation.Evaluation.Count(ControlOutcome.NotJudged));
        var applicable = evaluation.Results.Count - evaluation.Count(ControlOutcome.NotApplicable);
        var judged = applicable - open;
        var answer = fails > 0
            ? $"{Counted.Of(fails, "control")} of {applicable} that apply {(fails == 1 ? "does" : "do")} not hold: {string.Join(", ", Ids(ControlOutcome.Fails))}."
            : applicable == 0 ? "No control applies, so this attestation supports nothing."
            : judged == 0 ? "No control was judged, so this attestation supports nothing."
            : open == 0 ? $"All {applicable} controls that apply hold on the evidence listed here."
            : $"{judged} of {applicable} controls that apply {(judged == 1 ? "holds" : "hold")} on the evidence listed here.";
        return open == 0 ? answer : $"{answer} {Open(open, applicable)}: {string.Join(", ", Ids(ControlOutcome.NotJudged))}.";
    }

    private static string Open(int open, int applicable) => $"{open} of {applicable} {(open == 1 ? "is" : "are")} present, not judged";

    private void RenderScope()
    {
        var scope = attestation.Scope;
        document.Heading("Scope and period", 1);
        var rows = new List<(string, (string, PdfText)[])>
        {
            ("Repository", [(scope.Repository, Cell)]),
            ("Release", [(scope.Tag, Cell)]),
            ("Commit", [(scope.Commit, Digest)]),
            ("Period", [($"{(scope.PreviousTag is null ? "from the first commit" : $"after {scope.PreviousTag} ({Time(scope.PreviousTime)})")} until {scope.Tag} ({Time(scope.Time)})", Cell)]),
            ("Release files", scope.Artefacts.Count == 0
                ? [("None was named; the attestation is about the commit.", Cell)]
                : [.. scope.Artefacts.SelectMany(file => new[] { (file.Path, Cell), ("sha256 " + file.Sha256, Digest) })]),
            ("Catalogue", [
                ($"{CatalogueName}{attestation.Evaluation.Catalogue.Path}; {CatalogueState}", Cell),
                ("sha256 " + attestation.Evaluation.Catalogue.Digest, Digest)
            ]),
            ("Trusted keys", [
                (attestation.TrustSource ?? "none: nothing that is signed could be verified", Cell),
                .. attestation.TrustedKeyIds.Select(id => (id, Digest))
            ]),
            ("Made", [($"{Time(attestation.Created)} by gates {attestation.ToolVersion}", Cell)]),
        };
        document.Table(NamesAndValues(rows));
    }

    private string CatalogueName =>
        attestation.Evaluation.Catalogue is { Title: { } title } catalogue ? $"{title}{(catalogue.Version is null ? "" : " " + catalogue.Version)}, " : "";

    private string CatalogueState => attestation.CatalogueAtRelease switch
    {
        "same" => "the tagged commit holds the same file",
        "differs" => "the tagged commit holds another version of this file",
        _ => "the tagged commit does not hold this file",
    };

    private void RenderPopulation()
    {
        var population = attestation.Scope.Population;
        document.Heading("Population", 1);
        var position = population.Releases.ToList().IndexOf(attestation.Scope.Tag) + 1;
        document.Table(NamesAndValues(
        [
            ("Releases", [($"{position} of {population.Releases.Count} in {population.Year} up to this release, by the tags {population.Prefix}* that its commit contains", Cell)]),
            ("Changes", [($"{Counted.Of(population.Changes.Count, "commit")} on the line of the release since {attestation.Scope.PreviousTag ?? "its beginning"}; a merge counts once", Cell)]),
            ("With evidence", [
                ($"{population.Changes.Count - attestation.Unevidenced.Count} of {population.Changes.Count} are named by the evidence; {attestation.Unevidenced.Count} unevidenced{(attestation.Unevidenced.Count > 0 ? ":" : "")}", Cell),
                .. Unevidenced()
            ]),
        ]));
    }

    private IEnumerable<(string, PdfText)> Unevidenced()
    {
        const int Shown = 10;
        foreach (var commit in attestation.Unevidenced.Take(Shown))
        {
            yield return (commit, Digest);
        }

        if (attestation.Unevidenced.Count > Shown)
        {
            yield return ($"and {attestation.Unevidenced.Count - Shown} more, which the JSON form lists", Cell);
        }
    }

    private void RenderWaivers()
    {
        document.Heading("Waivers and exceptions in force", 1);
        if (attestation.Waivers.Count == 0)
        {
            document.Paragraph(
                attestation.WaiverPath is null ? "None: the repository holds no waivers." : $"None: no waiver of {attestation.WaiverPath} is in force.",
                Body);
            return;
        }

        document.Table(new PdfTable([0.25, 0.39, 0.22, 0.14], ["Covers", "Why", "Who answers for it", "Until"],
        [
            .. attestation.Waivers.Select(waiver => (IReadOnlyList<PdfCell>)
            [
                new PdfCell($"{waiver.Gate}{(waiver.Rule is null ? "" : " " + waiver.Rule)} {waiver.Path ?? "one finding"}", Cell),
                new PdfCell(waiver.Ticket is null ? waiver.Reason : $"{waiver.Reason} ({waiver.Ticket})", Cell),
                new PdfCell(attestation.OwnerOf(waiver), Cell),
                new PdfCell(waiver.ExpiresText, Cell),
            ]),
        ]));
    }

    private void RenderNotCovered()
    {
        document.Heading("Not covered and left to the organisation", 1);
        foreach (var text in attestation.NotCovered)
        {
            document.Bullet(text, Body);
        }
    }

    private void RenderVerification()
    {
        document.Heading("Signature and how to verify it", 1, keep: 160);
        document.Table(NamesAndValues(
        [
            ("Signed by", [attestation.KeyId is { } key ? (key, Digest) : ("Nobody: this attestation is unsigned and shows only what its maker says.", Fails)]),
            ("JSON", [(attestation.BaseName + ".json", Cell), ("sha256 " + json, Digest)]),
            ("OSCAL", [(attestation.BaseName + ".oscal.json", Cell), ("sha256 " + oscal, Digest)]),
            ("Log", attestation.Checkpoint is { } checkpoint
                ? [("Checkpoint", Cell), .. checkpoint.Split('\n').Select(line => (line, Digest))]
                : [($"{AttestationJson.NotInALog}; there is no checkpoint", Cell)]),
        ]));
        document.Space(8);
        document.Paragraph(
            attestation.KeyId is null
                ? "To make it again from the same commit and evidence:"
                : "To verify the bundle, and then that the files are those that it names:",
            Body,
            after: 3);
        if (attestation.KeyId is not null)
        {
            document.Paragraph($"gates verify {attestation.BaseName}.sigstore.json --trust KEYRING", Command, after: 1, indent: 12);
            document.Paragraph(
                $"sha256sum {attestation.BaseName}.json {attestation.BaseName}.oscal.json {attestation.BaseName}.pdf",
                Command,
                after: 6,
                indent: 12);
            document.Paragraph("To make it again from the same commit and evidence:", Body, after: 3);
        }

        document.Paragraph(attestation.Command, Command, after: 8, indent: 12);
    }

    /// <summary>A machine's signature says where the document is from; people say what they make of it.</summary>
    private void RenderSignOff()
    {
        document.Heading("Read and accepted by", 1, keep: 110);
        var tall = new PdfText(PdfFont.Regular, 20, PdfText.Black);
        document.Table(new PdfTable([0.2, 0.3, 0.3, 0.2], ["Role", "Name", "Signature", "Date"],
            [.. new[]
            {
                "Prepared by",
                "Reviewed by"
            }.Select(role => (IReadOnlyList<PdfCell>)[
                new PdfCell([(role, Label), ("", tall)]),
                new PdfCell("", Cell),
                new PdfCell("", Cell),
                new PdfCell("", Cell)
            ])]));
    }

    private IEnumerable<string> Ids(ControlOutcome outcome) =>
        attestation.Evaluation.Results.Where(result => result.Outcome == outcome).Select(result => result.Control.Id);

    private static string Time(DateTimeOffset? time) =>
        time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "time unknown";
}
