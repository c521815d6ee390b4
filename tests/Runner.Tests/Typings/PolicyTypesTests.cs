using Gates.Pipeline.Facts;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Typings;
using Runner.Tests.Configuration;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Typings;

public sealed class PolicyTypesTests
{
    public static TheoryData<string, string> Kinds => new()
    {
        { "csv", "GateDocument[]" },
        { "files", "FileFact[]" },
        { "git", "GitFacts & Required<Pick<GitFacts, \"commits\" | \"diff\">>" },
        { "github", "GitHubFacts & Required<Pick<GitHubFacts, \"pullRequests\" | \"protection\">>" },
        { "images", "ImageFact[]" },
        { "json", "GateDocument[]" },
        { "junit", "JUnitReport[]" },
        { "sarif", "SarifLog[]" },
        { "sbom", "Sbom[]" },
        { "toml", "GateDocument[]" },
        { "xml", "GateDocument[]" },
        { "yaml", "GateDocument[]" },
        { "change", "ChangeFacts" },
        { "dockerfile", "DockerfileFact[]" },
        { "evidence", "LoggedFile[]" },
        { "hcl", "GateDocument[]" },
        { "ini", "GateDocument[]" },
        { "jsonl", "JsonLinesFile[]" },
        { "markdown", "MarkdownFile[]" },
        { "openapi", "GateDocument[]" },
        { "profiles", "Profile[]" },
        { "properties", "GateDocument[]" },
        { "run", "RunFacts & Required<Pick<RunFacts, \"branch\" | \"target\" | \"environment\">>" },
    };

    [Fact]
    public void The_file_says_what_the_manifest_declares() =>
        Of("""
            {
              "title": "Owner labels",
              "facts": { "yaml": ["k8s/**/*.yaml"] },
              "settings": {
                "label": { "type": "string", "default": "owner", "description": "The label that must be there." },
                "team": { "type": "string", "required": true, "description": "Who asks" }
              }
            }
            """).ShouldBe("""
            // What this policy gets. `gates policy types` makes this file from policy.json; change that, not this.
            /// <reference path="../types/gates.d.ts" />

            /** What `facts` of policy.json selects. A configuration can add other kinds, so those may be there. */
            export interface Evidence extends FactsEvidence {
              /** The documents of the selected YAML files; a file may hold several. */
              yaml: GateDocument[];
            }

            /** What stands under `with:`, with the defaults. */
            export interface Settings {
              /** The label that must be there. Default: "owner". */
              label: string;
              /** Who asks. */
              team: string;
            }

            /** What the script exports. */
            export type Judge = (evidence: Evidence, settings: Settings, report: Report) => void;

            """);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_that_is_asked_for_is_there(string kind, string type)
    {
        var asked = kind switch
        {
            "git" => "commits\", \"diff",
            "github" => "pullRequests\", \"protection",
            "images" => "./**/*",
            "evidence" => "drill/*",
            "run" => "branch\", \"env.STAGE",
            _ => "**/*",
        };
        Of($$"""{ "title": "x", "facts": { "{{kind}}": ["{{asked}}"] } }""").ShouldContain($" */\n  {kind}: {type};\n}}\n");
    }

    [Fact]
    public void What_a_cluster_has_is_asked_for_by_kind_and_is_there() =>
        Of("""{ "title": "x", "facts": { "kubernetes": [{ "apiVersion": "v1", "kind": "Pod" }] } }""")
            .ShouldContain(" */\n  kubernetes: ClusterObject[];\n}\n");

    [Theory]
    [InlineData("provenance", "ArtifactProvenance[]", """{ "artifacts": ["dist/*"], "bundles": ["dist/*.sigstore.json"] }""")]
    [InlineData("summaries", "VerifierSummary[]", """{ "bundles": ["vsa/*.json"], "verifier": "https://v.example/1", "keys": ["k"], "resource": "r" }""")]
    [InlineData("prometheus", "MetricAnswer[]", """{ "name": "errors", "query": "sum(rate(errors_total[5m]))" }""")]
    public void What_is_asked_for_by_queries_is_there(string kind, string type, string query) =>
        Of($$"""{ "title": "x", "facts": { "{{kind}}": [{{query}}] } }""").ShouldContain($" */\n  {kind}: {type};\n}}\n");

    [Fact]
    public void Every_kind_of_a_manifest_is_tried() =>
        Kinds.Select(row => row.Data.Item1)
            .Concat(["kubernetes", "needs", "prometheus", "provenance", "summaries"])
            .Order(StringComparer.Ordinal)
            .ShouldBe(FactsGate.Kinds);

    [Fact]
    public void A_manifest_that_selects_and_sets_nothing_leaves_it_to_the_configuration()
    {
        var text = Of("""{ "title": "x" }""");

        text.ShouldContain("export interface Evidence extends FactsEvidence {}\n");
        text.ShouldContain("/** It has no settings. */\nexport interface Settings {}\n");
    }

    [Fact]
    public void A_built_in_gate_s_policy_gets_its_evidence_and_its_options_and_what_the_policy_adds()
    {
        var text = Of("""{ "title": "x", "gate": "dlp-scan", "settings": { "owner": { "type": "string", "description": "Who mends it" } } }""");

        text.ShouldContain("\n  hits: Hit[];\n");
        text.ShouldContain("\n  scope: \"tree\" | \"diff\";\n");
        text.ShouldContain("\n  /** Who mends it. */\n  owner?: string;\n");
    }

    [Fact]
    public void The_ends_of_lines_make_no_difference() => PolicyTypes.AreSame("a\nb\n", "a\r\nb\r\n").ShouldBeTrue();

    [Fact]
    public void Shipped_policies_have_theirs()
    {
        foreach (var manifest in Directory.GetFiles(Repository.Combine("policies"), "policy.json", SearchOption.AllDirectories))
        {
            var folder = Path.GetDirectoryName(manifest)!;
            Generated.Check(Path.GetRelativePath(Repository.Root, Path.Combine(folder, PolicyTypes.FileName)), Of(File.ReadAllText(manifest)));
        }
    }

    private static string Of(string manifest) => PolicyTypes.Of(PolicyManifest.Read(manifest, "policy.json"));
}
