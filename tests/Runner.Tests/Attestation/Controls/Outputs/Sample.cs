using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Assertions;
using Gates.Attestation.Controls.Outputs;
using Gates.Pipeline.Waivers;

namespace Runner.Tests.Attestation.Controls.Outputs;

/// <summary>An attestation with something of everything.</summary>
internal static class Sample
{
    private const string Catalogue = """
        schema: 1
        title: Release controls
        version: "1.0"
        not-covered: [Access reviews.]
        controls:
          - id: SC-01
            name: SBOM and scans → проверка
            claim: What is shipped is listed.
            owner: Product security
            frameworks: [SOC2:CC7.1, ISO27001:2022:A.8.8, ISO27001:2022:A.8.28]
            evidence: [sbom.json, "scan*.sarif"]
            assert:
              - { type: sbom_present }
              - { type: sarif_no_levels, levels: [CRITICAL] }
          - id: DR-01
            name: Recovery drills
            frameworks: [SOC2:A1.3]
            not-covered: [Drills of suppliers.]
            evidence: [chaos-dr/*.json]
          - id: DOC-01
            name: Runbook
            frameworks: [SOC2:CC7.4]
            evidence: [sbom.json]
          - id: FIN-01
            name: Cost guard
            not-applicable: Owned machines.
        """;

    public static async Task<ControlAttestation> CreateAsync(int controls = 0)
    {
        var more = string.Concat(Enumerable.Range(
            1,
            controls).Select(i => $"  - id: X-{i}\n    name: Control number {i}\n    claim: {string.Concat(Enumerable.Repeat("It claims much. ", 1 + (i % 7)))}\n    evidence: [sbom.json]\n"));
        var scope = Bench.Scope(
            ("sbom.json", """{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{ "type": "library", "name": "a" }] }"""),
            ("scan (1).sarif", """{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "Trivy" } }, "results": [] }] }"""));
        var evaluation = await new ControlEvaluator(scope).EvaluateAsync(Bench.Catalogue(Catalogue + "\n" + more), CancellationToken.None);
        return new ControlAttestation
        {
            Evaluation = evaluation,
            Scope = new ReleaseScope
            {
                Repository = "acme/shop",
                Tag = "v1.4.0",
                Commit = Bench.Commit,
                Time = Bench.Now.AddDays(-1),
                PreviousTag = "v1.3.0",
                PreviousTime = Bench.Now.AddDays(-30),
                Artefacts = [new EvidenceItem("shop.tar.gz", 5, Bench.Sha256("shop"))],
                Population = new ReleasePopulation("v", 2026, ["v1.3.0", "v1.4.0"], [Bench.Commit, new string('b', 40)]),
            },
            Unevidenced = [new string('b', 40)],
            Waivers =
            [
                new Waiver
                {
                    Gate = "dlp-scan",
                    Path = "docs/**",
                    Reason = "Samples.",
                    Owner = "@acme/docs",
                    Added = new DateOnly(2026, 11, 1),
                    Expires = new DateOnly(2027, 1, 31),
                    Line = 3
                },
                new Waiver
                {
                    Gate = "hermetic-build",
                    Path = "old/**",
                    Reason = "Goes away.",
                    Owner = "@jane",
                    Added = new DateOnly(2026, 11, 1),
                    Expires = new DateOnly(2027, 1, 31),
                    Line = 9
                },
            ],
            WaiverPath = ".github/gates-waivers.yml",
            Created = Bench.Now,
            ToolVersion = "0.1.0+abc",
            Command = "gates attest v1.4.0 --catalog compliance/control_catalog.yaml --evidence evidence",
            CatalogueAtRelease = "same",
        };
    }
}
