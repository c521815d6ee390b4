using Gates.Formats.Pdf;
using static Gates.Attestation.Controls.Outputs.AttestationLook;

namespace Gates.Attestation.Controls.Outputs;

/// <summary>What the attestation is about, the whole that samples are drawn from, exceptions, and what is left open.</summary>
internal sealed class ScopePages(ControlAttestation attestation, PdfDocument document)
{
    private const int MaxCommits = 10;

    public void Render()
    {
        RenderScope();
        RenderPopulation();
        RenderWaivers();
        document.Heading("Not covered and left to the organisation", 1);
        document.Bullets(attestation.NotCovered, Body);
    }

    private void RenderScope()
    {
        var scope = attestation.Scope;
        document.Heading("Scope and period", 1);
        document.Table(NamesAndValues(
        [
            ("Repository", [(scope.Repository, Cell)]),
            ("Release", [(scope.Tag, Cell)]),
            ("Commit", [(scope.Commit, Digest)]),
            ("Period", [($"{Beginning(scope)} until {scope.Tag} ({Time(scope.Time)})", Cell)]),
            ("Release files", scope.Artefacts.Count == 0
                ? [("None was named; the attestation is about the commit.", Cell)]
                : [.. scope.Artefacts.SelectMany(file => new[] { (file.Path, Cell), ("sha256 " + file.Sha256, Digest) })]),
            ("Catalogue", [
                ($"{CatalogueName(attestation.Evaluation.Catalogue)}; {CatalogueState(attestation)}", Cell),
                ("sha256 " + attestation.Evaluation.Catalogue.Digest, Digest)
            ]),
            ("Trusted keys", [
                (attestation.TrustSource ?? "none: nothing that is signed could be verified", Cell),
                .. attestation.TrustedKeyIds.Select(id => (id, Digest))
            ]),
            ("Runs started by", attestation.Actors.Count == 0
                ? [("No signed result among the evidence says by whom.", Cell)]
                : [
                    ("people whom these commitments stand for; whoever has their openings can show who they are", Cell),
                    .. attestation.Actors.Select(one => (one, Digest))
                ]),
            ("Made", [($"{Time(attestation.Created)} by gates {attestation.ToolVersion}", Cell)]),
        ]));
    }

    private void RenderPopulation()
    {
        var population = attestation.Scope.Population;
        document.Heading("Population", 1);
        var position = population.Releases.ToList().IndexOf(attestation.Scope.Tag) + 1;
        var releases = $"{position} of {population.Releases.Count} in {population.Year} up to this release, "
            + $"by the tags {population.Prefix}* that its commit contains";
        var changes = $"{Counted.Of(population.Changes.Count, "commit")} on the line of the release since {attestation.Scope.PreviousTag ?? "its beginning"}; "
            + "a merge counts once";
        var evidenced = $"{population.Changes.Count - attestation.Unevidenced.Count} of {population.Changes.Count} are named by the evidence; "
            + $"{attestation.Unevidenced.Count} unevidenced{(attestation.Unevidenced.Count > 0 ? ":" : "")}";
        document.Table(NamesAndValues(
        [
            ("Releases", [(releases, Cell)]),
            ("Changes", [(changes, Cell)]),
            ("With evidence", [(evidenced, Cell), .. Unevidenced()]),
        ]));
    }

    private IEnumerable<(string, PdfText)> Unevidenced()
    {
        foreach (var commit in attestation.Unevidenced.Take(MaxCommits))
        {
            yield return (commit, Digest);
        }

        if (attestation.Unevidenced.Count > MaxCommits)
        {
            yield return ($"and {attestation.Unevidenced.Count - MaxCommits} more, which the JSON form lists", Cell);
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
}
