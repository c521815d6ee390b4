using Gates.Doors.Files;
using Gates.Pipeline;
using Gates.Runner.Cases;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Cases;

public sealed class CaseRunnerTests : IDisposable
{
    private const string Folder = "policies/mine/cases/one";

    private readonly TempFolder root = new();

    public CaseRunnerTests()
    {
        root.Write("policies/mine/policy.js", """
            function judge(evidence, settings, report) {
              evidence.files.forEach(function (file) {
                if (file.size > settings.max) {
                  report.error("too-big", file.path + " has " + file.size + " bytes", { path: file.path, line: 1 });
                }
              });
            }
            """);
        root.Write("policies/mine/policy.json", """
            {
              "title": "Small files",
              "facts": { "files": ["**/*.txt"] },
              "settings": { "max": { "type": "integer", "default": 3, "description": "Bytes." } }
            }
            """);
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task Files_are_collected_and_judged_with_the_case_s_settings()
    {
        root.Write(Folder + "/files/a.txt", "12345");
        root.Write(Folder + "/files/b.txt", "1");
        root.Write(Folder + "/files/c.bin", "12345");

        (await Run("""{ "verdict": "failed", "findings": [{ "rule": "too-big", "severity": "error", "path": "a.txt", "line": 1, "message": "5 bytes" }] }"""))
            .ToString().ShouldBe("policies/mine/cases/one: as expected");
        (await Run("""{ "settings": { "max": 5 }, "verdict": "passed" }""")).Passed.ShouldBeTrue();
        (await Run("""{ "facts": { "files": ["*.bin"] }, "verdict": "failed", "findings": [{ "rule": "too-big", "severity": "error", "path": "c.bin" }] }"""))
            .Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task Recorded_evidence_is_judged_in_place_of_files()
    {
        root.Write(Folder + "/evidence.json", """{ "kind": "facts/v1", "facts": { "files": [{ "path": "x", "size": 9 }] } }""");

        (await Run("""{ "verdict": "failed", "findings": [{ "rule": "too-big", "severity": "error", "path": "x" }] }""")).Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_base_stands_in_a_folder_of_its_own()
    {
        root.Write("policies/mine/policy.json", """{ "title": "Versions", "facts": { "change": ["package.json"] } }""");
        root.Write("policies/mine/policy.js", """
            export function judge(evidence, settings, report) {
              for (const file of evidence.change.files) {
                if (file.before?.[0].get("version").value === file.after?.[0].get("version").value) {
                  report.error("same-version", `still ${file.after[0].get("version")}`, file.after[0].get("version"));
                }
              }
            }
            """);
        root.Write(Folder + "/before/package.json", """{ "version": "1.0.0" }""");
        root.Write(Folder + "/files/package.json", """{ "name": "x", "version": "1.0.0" }""");

        (await Run("""{ "verdict": "failed", "findings": [{ "rule": "same-version", "severity": "error", "path": "package.json", "line": 1 }] }"""))
            .ToString().ShouldBe("policies/mine/cases/one: as expected");
        root.Write(Folder + "/files/package.json", """{ "version": "1.0.1" }""");
        (await Run("""{ "verdict": "passed" }""")).Passed.ShouldBeTrue();
    }

    [Fact]
    public async Task Facts_of_no_file_are_given()
    {
        root.Write("policies/mine/policy.json", """{ "title": "Drills", "facts": { "run": ["time"], "evidence": ["drill/*.json"] } }""");
        root.Write("policies/mine/policy.js", """
            export function judge(evidence, settings, report) {
              const days = (Date.parse(evidence.run.time) - Date.parse(evidence.evidence[0].documents[0].get("finished").value)) / 86400000;
              if (days > 30) report.error("old-drill", `${days} days`);
            }
            """);
        root.Write(Folder + "/facts.json", """
            {
              "run": { "time": "2026-12-01T00:00:00Z" },
              "evidence": [{ "name": "d.json", "documents": { "$parse": "d.json", "text": "{ \"finished\": \"2026-10-01T00:00:00Z\" }" } }]
            }
            """);

        (await Run("""{ "verdict": "failed", "findings": [{ "rule": "old-drill", "severity": "error", "message": "^61 days" }] }"""))
            .ToString().ShouldBe("policies/mine/cases/one: as expected");
    }

    [Fact]
    public async Task Facts_that_nothing_gives_are_named()
    {
        root.Write("policies/mine/policy.json", """{ "title": "t", "facts": { "run": ["time"] } }""");
        root.Write(Folder + "/files/a.txt", "1");

        (await Run("""{ "verdict": "passed" }""")).Differences.ShouldHaveSingleItem()
            .ShouldContain("no files/ can give `run` facts; write an evidence.json instead");
    }

    [Fact]
    public async Task What_is_not_as_expected_is_told_in_full()
    {
        root.Write(Folder + "/files/a.txt", "12345");

        (await Run("""{ "verdict": "passed", "findings": [{ "rule": "too-small", "severity": "note" }] }""")).ToString().ShouldBe(
            """
            policies/mine/cases/one: not as expected
              verdict:    expected passed, was failed
              missing:    note too-small
              unexpected: error too-big a.txt:1 "a.txt has 5 bytes"
            """);
    }

    [Fact]
    public async Task Settings_that_the_policy_refuses_count_as_errored_with_their_place()
    {
        root.Write(Folder + "/files/a.txt", "1");

        var result = await Run("""{ "settings": { "maximum": 5 }, "verdict": "passed" }""");

        result.Passed.ShouldBeFalse();
        result.Differences.ShouldHaveSingleItem()
            .ShouldStartWith("verdict:    expected passed, was errored: policies/mine/cases/one/expected.json:1:17: key `gates.mine.with.maximum`: is not known");
    }

    [Fact]
    public async Task A_policy_that_throws_makes_the_case_errored_with_its_line()
    {
        root.Write("policies/mine/policy.js", "function judge() {\n  undefinedThing();\n}\n");
        root.Write(Folder + "/files/a.txt", "1");

        (await Run("""{ "verdict": "errored", "error": "^policies/mine/policy\\.js:2" }""")).ToString().ShouldBe("policies/mine/cases/one: as expected");
    }

    [Fact]
    public async Task Facts_that_no_files_can_give_ask_for_evidence()
    {
        root.Write(Folder + "/files/a.txt", "1");

        (await Run("""{ "facts": { "git": ["tags"], "files": ["*"] }, "verdict": "passed" }""")).Differences.ShouldBe(
        [
            "verdict:    expected passed, was errored: policies/mine/cases/one: no files/ can give `git` facts; write an evidence.json instead, as a run writes it to evidence/mine.json, or what the policy receives into facts.json, under the kind",
        ]);
    }

    [Fact]
    public async Task A_file_of_the_case_stands_for_the_cluster_and_no_other_is_asked()
    {
        root.Write("policies/mine/policy.js", """
            function judge(evidence, settings, report) {
              evidence.kubernetes.forEach(function (one) {
                if (one.object.spec.replicas < 2) {
                  report.error("alone", one.namespace + "/" + one.name + " runs once");
                }
              });
            }
            """);
        root.Write("policies/mine/policy.json", """
            { "title": "Twice", "facts": { "kubernetes": [{ "apiVersion": "apps/v1", "kind": "Deployment", "labels": "app" }] } }
            """);
        root.Write(Folder + "/cluster.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: web, namespace: shop, labels: { app: web } }
            spec: { replicas: 1 }
            ---
            apiVersion: v1
            kind: List
            items:
              - { apiVersion: apps/v1, kind: Deployment, metadata: { name: api, namespace: shop, labels: { app: api } }, spec: { replicas: 2 } }
              - { apiVersion: apps/v1, kind: Deployment, metadata: { name: old, namespace: shop }, spec: { replicas: 1 } }
            """);
        (await Run("""{ "verdict": "failed", "findings": [{ "rule": "alone", "severity": "error", "message": "^shop/web runs once$" }] }"""))
            .ToString().ShouldBe("policies/mine/cases/one: as expected");

        root.Write(Folder + "/cluster.yaml", "kind: Deployment\n");
        (await Should.ThrowAsync<Gates.Formats.Foundation.UsageException>(() => Run("""{ "verdict": "passed" }"""))).Message.ShouldBe(
            "policies/mine/cases/one/cluster.yaml:1: an object has an apiVersion, a kind, and a name under metadata");
        File.Delete(Path.Combine(root.Path, Folder, "cluster.yaml"));
        root.Write(Folder + "/files/a.txt", "1");
        (await Run("""{ "verdict": "passed" }""")).Differences.ShouldHaveSingleItem().ShouldEndWith(
            "no files/ can give `kubernetes` facts; write an evidence.json instead, as a run writes it to evidence/mine.json, "
                + "or what the policy receives into facts.json, under the kind, or the cluster's objects into cluster.yaml");
    }

    private async Task<CaseResult> Run(string expected)
    {
        root.Write(Folder + "/expected.json", expected);
        var policies = WorkingTree.From(root.Path, ["policies/mine/policy.js", "policies/mine/policy.json"]);
        var (subject, folder) = CaseFolders.Find(root.Path, "policies").ShouldHaveSingleItem();
        return await new CaseRunner(new InProcessJudge(), new PolicyLinker(new InProcessJudge()), new GateServices(TimeProvider.System), policies)
            .RunAsync(CaseReader.Read(root.Path, folder, subject), TestContext.Current.CancellationToken);
    }
}
