using Gates.Attestation.Controls;
using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Runner.Tests.Attestation.Controls;
using Shouldly;
using Support;
using Xunit;
using static Runner.Tests.Formats.Settings.SchemaAgreement;

namespace Runner.Tests.Configuration.Policies;

public sealed class CatalogueTests
{
    private const string Start = "schema: 1\ncontrols:\n  - id: A-1\n    name: A\n";

    /// <summary>The shape that catalogues of others have.</summary>
    private const string Plain = """
        schema: 1
        controls:
          - id: SC-01
            name: SBOM & scans
            evidence:
              - path: sbom/*.json
              - scans/**/*.sarif
            assert:
              - type: sarif_no_levels
                levels: [CRITICAL, HIGH]
              - type: cosign_verify_attestation
        """;

    private static readonly string[] Valid =
    [
        Plain, File.ReadAllText(Repository.Combine("examples", "compliance", "control_catalog.yaml")),
        Start
            + "    not-applicable: why\n", Start
                + "    evidence: [a]\n    frameworks: [SOC2:CC8.1, \"ISO27001:2022:A.8.32\"]\n    claim: c\n    owner: o\n    not-covered: [n]\n",
        "title: T\nversion: 1.0\nnot-covered: [n]\n" + Start + "    evidence: [a]\n",
        .. new[]
        {
            "type: sarif_no_levels, levels: [critical, High, NOTE]", "type: sarif_no_levels, levels: [LOW], path: x/*.sarif", "type: cosign_verify_attestation, predicate-type: x, subject: dist/**",
            "type: json_path, query: \"$.a['b c'][0][*].*\", value: 1", "type: json_path, query: $, op: exists", "type: json_path, query: $.a, op: \"<=\", value: 1.5", "type: json_path, query: $.a, value: false",
            "type: junit_no_failures", "type: junit_no_failures, at-least: 5", "type: max_age, days: 30", "type: max_age, days: 30, field: $.a.b", "type: signed_by", "type: gate_passed, gate: canary-slo, allow: [waived]",
            "type: sbom_present, components: 3", "type: vulnerabilities_at_most, critical: 0, unknown: 3", "policy: policies/a", "type: policy, policy: policies/a.js, settings: { a: 1, b: x, c: true }",
        }.Select(Assert),
    ];

    private static readonly string[] Invalid =
    [
        "[]", "{}", "schema: 1\n", "schema: 2\ncontrols: [{ id: A, name: A, evidence: [a] }]\n", "schema: 1\ncontrols: []\n", "schema: 1\ncontrols: {}\n", Start, "schema: 1\ncontrol: []\n"
            + Start[10..],
        Start
            + "    evidence: []\n", Start
                + "    evidence: a\n", Start
                    + "    evidence: [/a]\n", Start
                        + "    evidence: [../a]\n", Start
                            + "    evidence: [{ glob: a }]\n", Start + "    evidence: [{ path: a, sha: b }]\n", Start + "    evidence: [\"\"]\n",
        Start
            + "    evidence: [a]\n    frameworks: [SOC2]\n", Start
                + "    evidence: [a]\n    frameworks: CC8.1\n", Start + "    evidence: [a]\n    evidences: [b]\n", Start + "    not-applicable: \" \"\n",
        "schema: 1\ncontrols: [{ id: \"1A\", name: A, evidence: [a] }]\n", "schema: 1\ncontrols: [{ id: A, evidence: [a] }]\n", "schema: 1\ncontrols: [{ name: A, evidence: [a] }]\n", "schema: 1\ncontrols: [a]\n",
        .. new[]
        {
            "type: sarif_no_level, levels: [LOW]", "type: sarif_no_levels", "type: sarif_no_levels, levels: []", "type: sarif_no_levels, levels: [SEVERE]", "type: sarif_no_levels, level: LOW", "levels: [LOW]",
            "type: json_path, value: 1", "type: json_path, query: a.b, value: 1", "type: json_path, query: $..a, value: 1", "type: json_path, query: \"$.a[?(@.b)]\", value: 1", "type: json_path, query: $.a, value: 1, op: \"=\"",
            "type: json_path, query: $.a, value: [1]", "type: max_age", "type: max_age, days: 0", "type: max_age, days: 3651", "type: max_age, days: 1d", "type: max_age, days: 1, field: at", "type: gate_passed", "type: gate_passed, gate: A B",
            "type: gate_passed, gate: a, allow: [failed]", "type: vulnerabilities_at_most", "type: vulnerabilities_at_most, path: a", "type: vulnerabilities_at_most, high: -1", "policy: ../a", "type: policy", "type: signed_by, key: a", "type: 1",
        }.Select(Assert),
    ];

    [Fact]
    public void Schema_AndReader_AgreeAboutEveryDocument()
    {
        Agree(Published("controls"), [.. Valid, .. Invalid], text => ToJson(YamlReader.Read(text, "c")[0]), text => Bench.Catalogue(text), Valid.Length);
        (Valid.Length + Invalid.Length).ShouldBeGreaterThan(60);
    }

    [Fact]
    public void PublishedSchema_IsThatOfTheCode() => Generated.Check("docs/schemas/controls.schema.json", SchemaText.Of(CatalogueSchema.Create()) + "\n");

    [Fact]
    public void Read_PlainCatalogue_HasItsControlsInOrder()
    {
        var control = Bench.Catalogue(Plain).Controls.ShouldHaveSingleItem();

        control.Evidence.ShouldBe(["sbom/*.json", "scans/**/*.sarif"]);
        control.Assertions.Select(one => one.Type).ShouldBe(["sarif_no_levels", "cosign_verify_attestation"]);
        control.Line.ShouldBe(3);
    }

    [Fact]
    public void Read_SeveralMistakes_AreAllNamedWithTheirPlaces() => Refusal(text => Bench.Catalogue(text), """
        schema: 1
        titel: Controls
        controls:
          - id: A-1
            name: A
            evidence: [../secrets]
            frameworks: [SOC2-CC8.1]
          - id: a-1
            name: B
            evidence: [x]
            assert:
              - { type: cosign_verify_atestation }
              - { type: sarif_no_levels, levels: [HIHG] }
              - { type: json_path, query: $.a, op: "<", value: ten }
        """.ReplaceLineEndings("\n")).ShouldBe("""
        catalog.yaml:2:1: key `titel`: is not known; did you mean "title"? valid: schema, title, version, not-covered, controls
        catalog.yaml:6:16: key `controls[0].evidence[0]`: "../secrets" leaves its folder with ..; paths stay inside the repository
        catalog.yaml:7:18: key `controls[0].frameworks[0]`: "SOC2-CC8.1" is not a requirement; write framework:requirement or framework:version:requirement, such as SOC2:CC8.1 or ISO27001:2022:A.8.32
        catalog.yaml:8:9: key `controls[1].id`: "a-1" is the id of the control on line 4 already; upper and lower case are the same here
        catalog.yaml:12:17: key `controls[1].assert[0].type`: "cosign_verify_atestation" is not an assertion; did you mean "cosign_verify_attestation"? valid: cosign_verify_attestation, gate_passed, json_path, junit_no_failures, max_age, policy, sarif_no_levels, sbom_present, signed_by, slsa_build_level, svr_properties, vsa_passed, vulnerabilities_at_most
        catalog.yaml:13:42: key `controls[1].assert[1].levels`: "HIHG" is not a level; did you mean "HIGH"? valid: CRITICAL, HIGH, MEDIUM, LOW, ERROR, WARNING, NOTE
        catalog.yaml:14:56: key `controls[1].assert[2].value`: "ten" is not a number, which `op: "<"` needs
        """.ReplaceLineEndings("\n"));

    private static string Assert(string assertion) => Start + $"    evidence: [a]\n    assert: [{{ {assertion} }}]\n";
}
