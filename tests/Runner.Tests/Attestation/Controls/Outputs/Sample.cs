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

    /// <summary>A catalogue as large organisations have them: each control has two requirements, two files of its own and three assertions.</summary>
    public static async Task<ControlAttestation> CreateManyAsync(int controls, string suffix)
    {
        string[] soc = ["CC6.1", "CC6.8", "CC7.1", "CC7.2", "CC7.5", "CC8.1", "A1.2", "A1.3"];
        string[] iso = ["A.5.21", "A.5.30", "A.8.6", "A.8.8", "A.8.9", "A.8.14", "A.8.25", "A.8.28", "A.8.29", "A.8.31", "A.8.32"];
        var all = Enumerable.Range(1, controls).ToList();
        var catalogue = "schema: 1\ntitle: Release controls\nversion: \"2\"\ncontrols:\n" + string.Concat(all.Select(i => $$"""
              - id: AC-{{i}}
                name: Supply chain control number {{i}}{{suffix}}
                claim: What is released was checked by a tool and by a person before it was released to customers.
                owner: Head of the supply chain
                frameworks: [SOC2:{{soc[i % 8]}}, ISO27001:2022:{{iso[i % 11]}}]
                evidence: [supply-chain/scan-{{i}}.sarif, supply-chain/result-{{i}}.json]
                assert:
                  - { type: sarif_no_levels, path: supply-chain/scan-{{i}}.sarif, levels: [CRITICAL, HIGH] }
                  - { type: json_path, path: supply-chain/result-{{i}}.json, query: $.verdict, value: PASS }
                  - { type: json_path, path: supply-chain/result-{{i}}.json, query: $.burn, op: "<", value: 1 }

            """));
        const string Scan = """{ "version": "2.1.0", "runs": [{ "tool": { "driver": { "name": "Trivy" } }, "results": [] }] }""";
        static string Result(int i) => $$"""{ "verdict": "{{(i % 11 == 0 ? "FAIL" : "PASS")}}", "burn": 0.{{i}} }""";
        var scope = Bench.Scope(
        [
            .. all.Select(i => ($"supply-chain/scan-{i}.sarif", Scan)),
            .. all.Where(i => i % 15 != 0).Select(i => ($"supply-chain/result-{i}.json", Result(i))),
        ]);
        var evaluation = await new ControlEvaluator(scope).EvaluateAsync(Bench.Catalogue(catalogue), CancellationToken.None);
        return await CreateAsync() with { Evaluation = evaluation };
    }

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
