using System.Text.Json.Nodes;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.CommandLines;

/// <summary>Somebody edits the configuration, and wants to know whether it is right and what it comes to, before any run.</summary>
public sealed class CheckStories : IDisposable
{
    private readonly TempRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void EveryProblemOfEveryFileIsSaidAtOnce()
    {
        Broken();

        var check = GatesProcess.Run(repository.Path, ["check"]);

        check.ExitCode.ShouldBe(2, check.ToString());
        check.Error.ShouldBe("");
        check.Output.Split('\n').ShouldBe(
        [
            ".github/gates.yml:4:11: key `gates.dlp-scan.mode`: \"wran\" is not a mode; did you mean \"warn\"? valid: enforce, warn, audit, off",
            ".github/gates.yml:6:5: key `gates.hermetic-build.exclude`: is an option of hermetic-build and belongs under `with:`; "
                + "write `with: { exclude: … }`",
            ".github/gates-waivers.yml:1:10: key `version`: 2 is not a version this program reads; valid: 1",
            ".github/gates-baseline.json:2:1: not valid JSON: the file ends in the middle of a value",
            "policies/bad/policy.js:2:1: the script cannot be read: unexpected end of input",
            ".github/gates.yml:11:13: key `gates.settings.with.limt`: is not known; did you mean \"limit\"? valid: limit",
            ".github/gates.yml:13:11: key `gates.perf-budget.with`: `thresholds-file`: limits.yml does not exist",
            "compliance/control_catalog.yaml:1:1: key `schema`: is missing; write `schema: 1`",
            "compliance/control_catalog.yaml:1:11: key `controls`: has 0 controls; from 1 to 500 are possible",
            ".github/gates.yml is not in force: 9 problems.",
            "",
        ],
        Case.Sensitive,
        check.Output);
    }

    [Fact]
    public void InAJobEachProblemIsAnAnnotationOnItsLine()
    {
        repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: wran }\n");
        var job = new Dictionary<string, string>(StringComparer.Ordinal) { ["GITHUB_ACTIONS"] = "true" };
        const string Annotation =
            "::error file=.github/gates.yml,line=3,col=21,title=Gates::key `gates.dlp-scan.mode`: "
                + "\"wran\" is not a mode; did you mean \"warn\"? valid: enforce, warn, audit, off";

        GatesProcess.Run(repository.Path, ["check"], job).Output.Split('\n').ShouldContain(Annotation);
        GatesProcess.Run(repository.Path, ["run"], job).Output.Split('\n').ShouldContain(Annotation);
    }

    [Theory]
    [InlineData("/x")]
    [InlineData("a**")]
    [InlineData("[a")]
    [InlineData("!src/**")]
    public void AWrongGlobOfAnOptionIsSaidAtItsPlace(string glob)
    {
        repository.Write(".github/gates.yml", $"version: 1\ngates:\n  dlp-scan: {{ with: {{ exclude: [\"{glob}\"] }} }}\n");

        var check = GatesProcess.Run(repository.Path, ["check"]);

        check.ExitCode.ShouldBe(2, check.ToString());
        check.Output.ShouldStartWith(".github/gates.yml:3:");
        check.ToString().ShouldNotContain("internal error");
    }

    [Fact]
    public void AWaiverOfNoGateIsNoted()
    {
        repository.Write(
            ".github/gates-waivers.yml",
            "version: 1\nwaivers:\n  - { gate: dlpscan, path: docs/a.md, reason: Revoked, owner: \"@a\", added: 2026-11-01, expires: 2026-12-01 }\n");

        GatesProcess.Run(repository.Path, ["check"]).Output
            .ShouldContain(".github/gates-waivers.yml:3: \"dlpscan\" is not a gate of this configuration; did you mean \"dlp-scan\"?");
    }

    [Fact]
    public void AnEmptyWaiverIsNoWaiver()
    {
        repository.Write(".github/gates-waivers.yml", "version: 1\nwaivers:\n  -\n");

        var check = GatesProcess.Run(repository.Path, ["check"]);

        check.ExitCode.ShouldBe(2, check.ToString());
        check.Output.ShouldContain(".github/gates-waivers.yml:3:");
        check.Output.ShouldContain("is empty; write `- gate: …`");
    }

    [Fact]
    public void FoldersFilesAreCheckedAndTheirGatesShown()
    {
        repository
            .Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: warn, with: { exclude: [\"vendor/**\"] } }\n")
            .Write("services/pay/.gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: enforce }\n");
        GatesProcess.Run(repository.Path, ["check"]).Output.ShouldContain("services/pay/.gates.yml");
        repository.Commit();

        var check = GatesProcess.Run(repository.Path, ["check"]);

        check.ExitCode.ShouldBe(0, check.ToString());
        check.Output.ShouldContain("services-pay-dlp-scan: ");
        check.Output.ShouldContain("  mode: enforce  # services/pay/.gates.yml:3\n");
        check.Output.ShouldContain("  with.exclude: [\"vendor/**\"]  # as in the folders above\n");

        repository.Write("services/pay/.gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: audit }\n  base-image-allowlst: {}\n").Commit();
        var refused = GatesProcess.Run(repository.Path, ["check"]);

        refused.ExitCode.ShouldBe(2, refused.ToString());
        refused.Output.ShouldContain("services/pay/.gates.yml:3:");
        refused.Output.ShouldContain("did you mean \"base-image-allowlist\"?");
    }

    [Fact]
    public void WhatIsInForceIsSaidWithItsOrigin()
    {
        repository
            .Write(
                ".github/gates.yml",
                """
                version: 1
                defaults: { timeout: 2m }
                environments:
                  stage: { mode: audit, gates: { own: { mode: "off" }, dlp-scan: { with: { scope: diff } } } }
                gates:
                  dlp-scan:
                    mode: enforce
                    with: { scope: tree, exclude: ["vendor/**"] }
                  own:
                    policy: policies/own
                    facts: { files: ["**"] }
                """)
            .Write(
                "policies/own/policy.json",
                "{ \"title\": \"Own\", \"settings\": { \"limit\": { \"type\": \"integer\", \"description\": \"How many.\", \"default\": 3 } } }")
            .Write("policies/own/policy.js", "export function judge(evidence, settings, report) { report.pass(\"seen\", \"fine\"); }\n");

        var check = GatesProcess.Run(repository.Path, ["check", "--environment", "stage", "--set", "dlp-scan.with.exclude=lib/**"]);

        check.ExitCode.ShouldBe(0, check.ToString());
        check.Output.ShouldStartWith(".github/gates.yml: valid, 2 gates.\n\ndlp-scan: Secrets and personal data\n");
        string[] expected =
        [
            "  mode: audit  # .github/gates.yml:4 (environments.stage)",
            "  policy: dlp-scan  # built-in default",
            "  timeout: 2m  # .github/gates.yml:2 (defaults)",
            "  policy-timeout: 5s  # built-in default",
            "  with.exclude: [\"lib/**\"]  # --set (an action's input, or the command line)",
            "  with.scope: \"diff\"  # .github/gates.yml:4 (environments.stage)",
            "  with.paths: [\"**\"]  # built-in default",
            "  mode: off  # .github/gates.yml:4 (environments.stage)",
            "  policy: policies/own  # .github/gates.yml:10",
            "  facts: files: **  # .github/gates.yml:11",
            "  with.limit: 3  # default of policies/own",
        ];
        var lines = check.Output.Split('\n');
        expected.ShouldAllBe(line => lines.Contains(line), check.Output);
        Directory.Exists(Path.Combine(repository.Path, ".gates")).ShouldBeFalse("a check runs no gate and writes nothing");
    }

    [Fact]
    public void AFileThatIsNamedAndNotThereStandsInTheConfiguration()
    {
        repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: {}\nwaivers: no.yml\n");

        GatesProcess.Run(repository.Path, ["check"]).Output.ShouldStartWith(
            ".github/gates.yml:4:10: key `waivers`: \"no.yml\" is not a file of the repository; `gates waive` makes it with its first entry\n");
    }

    [Fact]
    public void ProgramsGetItAsJson()
    {
        Broken();

        var check = GatesProcess.Run(repository.Path, ["check", "--format", "json"]);

        check.ExitCode.ShouldBe(2);
        var json = JsonNode.Parse(check.Output)!;
        json["valid"]!.GetValue<bool>().ShouldBeFalse();
        json["problems"]!.AsArray().Count.ShouldBe(9);
        json["problems"]![0]!.ToJsonString().ShouldStartWith("{\"path\":\".github/gates.yml\",\"line\":4,\"column\":11,\"message\":\"key ");
    }

    [Fact]
    public void WithABaseWhatStandsThereIsChecked()
    {
        repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: warn }\n").Commit();
        repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { mode: wran }\n").Commit();

        GatesProcess.Run(repository.Path, ["check"]).ExitCode.ShouldBe(2);
        GatesProcess.Run(repository.Path, ["check", "--base", "HEAD~1"]).Output.ShouldContain("  mode: warn  # .github/gates.yml:3\n");
    }

    [Theory]
    [InlineData("--environment", "stge", "--environment: \"stge\" is not an environment of .github/gates.yml; did you mean \"stage\"? valid: stage")]
    [InlineData("--set", "dlp-scn.mode=warn", "--set: \"dlp-scn\" is not a gate; did you mean \"dlp-scan\"? valid: ")]
    [InlineData("--config", ".github", "--config \".github\": there is no such file in the repository")]
    [InlineData("--config", "../x.yml", "--config \"../x.yml\" leaves its folder with ..")]
    public void WhatTheCommandLineGotWrongIsAProblemToo(string option, string value, string expected)
    {
        repository.Write(".github/gates.yml", "version: 1\nenvironments: { stage: { mode: warn } }\ngates:\n  dlp-scan: {}\n");

        var check = GatesProcess.Run(repository.Path, ["check", option, value]);

        check.ExitCode.ShouldBe(2);
        check.Output.ShouldStartWith(expected);
    }

    private void Broken() => repository
        .Write(
            ".github/gates.yml",
            """
            version: 1
            gates:
              dlp-scan:
                mode: wran
              hermetic-build:
                exclude: ["a/**"]
              bad: { policy: policies/bad, facts: { files: ["**"] } }
              settings:
                policy: policies/settings
                facts: { files: ["**"] }
                with: { limt: 3 }
              perf-budget:
                with: { current: ["k6.json"], thresholds-file: limits.yml }
              control-attestation: {}
            """)
        .Write(".github/gates-waivers.yml", "version: 2\nwaivers: []\n")
        .Write(".github/gates-baseline.json", "{\n")
        .Write("compliance/control_catalog.yaml", "controls: []\n")
        .Write("policies/bad/policy.js", "export function judge( {\n")
        .Write("policies/bad/policy.json", "{ \"title\": \"Bad\" }")
        .Write("policies/settings/policy.js", "export function judge(evidence, settings, report) { }\n")
        .Write(
            "policies/settings/policy.json",
            "{ \"title\": \"S\", \"settings\": { \"limit\": { \"type\": \"integer\", \"description\": \"How many.\", \"default\": 3 } } }");
}
