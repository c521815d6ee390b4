using System.Globalization;
using Gates.Runner.Attesting.Pdf;

namespace Gates.Runner.Attesting.Controls.Outputs;

/// <summary>The attestation for people who file it: scope, population, one part for each control, what is left open, and how to verify it.</summary>
internal sealed class AttestationPdf
{
    private const string Green = "0.05 0.42 0.2";
    private const string Red = "0.7 0.08 0.1";

    private static readonly PdfText Body = new(PdfFont.Regular, 9.5, PdfText.Black);
    private static readonly PdfText Cell = new(PdfFont.Regular, 8.5, PdfText.Black);
    private static readonly PdfText Label = new(PdfFont.Bold, 8.5, PdfText.Grey);
    private static readonly PdfText Quiet = new(PdfFont.Regular, 8.5, PdfText.Grey);
    private static readonly PdfText Digest = new(PdfFont.Mono, 7.2, PdfText.Black);
    private static readonly PdfText Command = new(PdfFont.Mono, 8, PdfText.Black);

    private readonly ControlAttestation attestation;
    private readonly string json;
    private readonly string oscal;
    private readonly PdfDocument document;

    private AttestationPdf(ControlAttestation attestation, string json, string oscal)
    {
        this.attestation = attestation;
        this.json = json;
        this.oscal = oscal;
        var scope = attestation.Scope;
        document = new PdfDocument(
            new PdfInfo($"Control attestation: {scope.Repository} {scope.Tag}", ControlAttestation.Meaning, "gates " + attestation.ToolVersion, attestation.Created),
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
        document.Title("Control attestation", $"{scope.Repository}, release {scope.Tag}");
        document.Paragraph(Conclusion(), new PdfText(PdfFont.Bold, 10.5, attestation.Evaluation.Overall ? Green : Red), after: 5);
        document.Paragraph(ControlAttestation.Meaning, Body, after: 2);
        RenderScope();
        RenderPopulation();
        RenderSummary();
        RenderFrameworks();
        RenderControls();
        RenderWaivers();
        RenderNotCovered();
        RenderVerification();
        if (document.HasMarks)
        {
            document.Paragraph($"{WinAnsi.Mark} Some characters of this text are not in the fonts of this document and were transliterated or given as code points. The JSON form has the original.", Quiet);
        }
    }

    private string Conclusion()
    {
        var (evaluation, fails) = (attestation.Evaluation, attestation.Evaluation.Count(ControlOutcome.Fails));
        var applicable = evaluation.Results.Count - evaluation.Count(ControlOutcome.NotApplicable);
        return fails > 0 ? $"{Count(fails, "control")} of {applicable} that apply {(fails == 1 ? "does" : "do")} not hold: {string.Join(", ", Ids(ControlOutcome.Fails))}."
            : applicable == 0 ? "No control applies, so this attestation supports nothing."
            : $"All {applicable} controls that apply hold on the evidence listed here.";
    }

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
            ("Catalogue", [($"{CatalogueName}{attestation.Evaluation.Catalogue.Path}; {CatalogueState}", Cell), ("sha256 " + attestation.Evaluation.Catalogue.Digest, Digest)]),
            ("Trusted keys", [(attestation.TrustSource ?? "none: every assertion about signatures fails", Cell)]),
            ("Made", [($"{Time(attestation.Created)} by gates {attestation.ToolVersion}", Cell)]),
        };
        Facts(rows);
    }

    private string CatalogueName => attestation.Evaluation.Catalogue is { Title: { } title } catalogue ? $"{title}{(catalogue.Version is null ? "" : " " + catalogue.Version)}, " : "";

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
        Facts(
        [
            ("Releases", [($"{position} of {population.Releases.Count} in {population.Year} up to this release, by the tags {population.Prefix}* that its commit contains", Cell)]),
            ("Changes", [($"{Count(population.Changes.Count, "commit")} on the line of the release since {attestation.Scope.PreviousTag ?? "its beginning"}; a merge counts once", Cell)]),
            ("With evidence", [($"{population.Changes.Count - attestation.Unevidenced.Count} of {population.Changes.Count} are named by the evidence; {attestation.Unevidenced.Count} unevidenced{(attestation.Unevidenced.Count > 0 ? ":" : "")}", Cell), .. Unevidenced()]),
        ]);
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

    private void RenderSummary()
    {
        document.Heading("Summary", 1);
        document.Table(new PdfTable([0.13, 0.37, 0.13, 0.37], ["Control", "Name", "Result", "Supports"],
        [
            .. attestation.Evaluation.Results.Select(result => (IReadOnlyList<PdfCell>)
            [
                new PdfCell(result.Control.Id, new PdfText(PdfFont.Bold, 8.5, PdfText.Black)) { Link = Place(result) },
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
        Facts(facts);
        if (result.Assertions.Count > 0)
        {
            document.Space(6);
            document.Table(new PdfTable([0.29, 0.12, 0.59], ["Assertion", "Result", "What was found"],
                [.. result.Assertions.Select(one => (IReadOnlyList<PdfCell>)[new PdfCell(one.Type, Cell), new PdfCell(one.Holds ? "holds" : "FAILS", one.Holds ? Holds : Fails), new PdfCell(one.Detail, Cell)])]));
        }

        if (result.Evidence.Count > 0)
        {
            document.Space(6);
            document.Table(new PdfTable([0.36, 0.49, 0.15], ["Evidence", "sha256", "Log index"],
                [.. result.Evidence.Select(item => (IReadOnlyList<PdfCell>)[new PdfCell(item.Path, Cell), new PdfCell(item.Sha256, Digest), new PdfCell(AttestationJson.NotInALog, Quiet)])]));
        }

        void Add(string name, string? text)
        {
            if (text is not null)
            {
                facts.Add((name, [(text, Cell)]));
            }
        }
    }

    private void RenderWaivers()
    {
        document.Heading("Waivers and exceptions in force", 1);
        if (attestation.Waivers.Count == 0)
        {
            document.Paragraph(attestation.WaiverPath is null ? "None: the repository holds no waivers." : $"None: no waiver of {attestation.WaiverPath} is in force.", Body);
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
            document.Paragraph("• " + text, Body, after: 2);
        }
    }

    private void RenderVerification()
    {
        document.Heading("Signature and how to verify it", 1, keep: 160);
        Facts(
        [
            ("Signed by", [attestation.KeyId is { } key ? (key, Digest) : ("Nobody: this attestation is unsigned and shows only what its maker says.", Result(holds: false))]),
            ("JSON", [(attestation.BaseName + ".json", Cell), ("sha256 " + json, Digest)]),
            ("OSCAL", [(attestation.BaseName + ".oscal.json", Cell), ("sha256 " + oscal, Digest)]),
            ("Log", [($"{AttestationJson.NotInALog}; there is no checkpoint", Cell)]),
        ]);
        document.Space(8);
        document.Paragraph(attestation.KeyId is null ? "To make it again from the same commit and evidence:" : "To verify the bundle, and then that the files are those that it names:", Body, after: 3);
        if (attestation.KeyId is not null)
        {
            document.Paragraph($"gates verify {attestation.BaseName}.sigstore.json --trust KEYRING", Command, after: 1, indent: 12);
            document.Paragraph($"sha256sum {attestation.BaseName}.json {attestation.BaseName}.oscal.json {attestation.BaseName}.pdf", Command, after: 6, indent: 12);
            document.Paragraph("To make it again from the same commit and evidence:", Body, after: 3);
        }

        document.Paragraph(attestation.Command, Command, after: 8, indent: 12);
    }

    /// <summary>Names and values.</summary>
    private void Facts(IReadOnlyList<(string Name, (string, PdfText)[] Values)> rows) =>
        document.Table(new PdfTable([0.18, 0.82], [], [.. rows.Select(row => (IReadOnlyList<PdfCell>)[new PdfCell(row.Name, Label), new PdfCell(row.Values)])]));

    private static readonly PdfText Holds = new(PdfFont.Bold, 8.5, Green);
    private static readonly PdfText Fails = new(PdfFont.Bold, 8.5, Red);

    private static PdfText Result(ControlResult result) => result.Outcome == ControlOutcome.NotApplicable ? Quiet : Result(result.Outcome == ControlOutcome.Holds);

    private static PdfText Result(bool holds) => holds ? Holds : Fails;

    private static string Word(ControlResult result) => result.Outcome switch
    {
        ControlOutcome.Holds => "holds",
        ControlOutcome.Fails => "FAILS",
        _ => "not applicable",
    };

    private static string Place(ControlResult result) => "control-" + result.Control.Id;

    private IEnumerable<string> Ids(ControlOutcome outcome) => attestation.Evaluation.Results.Where(result => result.Outcome == outcome).Select(result => result.Control.Id);

    private static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    private static string Time(DateTimeOffset? time) => time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "time unknown";
}
