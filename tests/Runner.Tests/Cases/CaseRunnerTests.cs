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
            "verdict:    expected passed, was errored: policies/mine/cases/one: no files/ can give `git` facts; write an evidence.json instead, as a run writes it to evidence/mine.json",
        ]);
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
