using System.Text;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Runner.Cases;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Cases;

public sealed class CaseReaderTests : IDisposable
{
    private static readonly CaseSubject Subject = new("mine", "policies/mine");

    private readonly TempFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void A_case_is_its_files_its_settings_and_what_it_expects()
    {
        Write("files/k8s/a.yaml", "a: 1");
        Write("files/.hidden", "x");
        Write("expected.json", """
            {
              "settings": { "exempt": ["x"] },
              "facts": { "yaml": ["k8s/*.yaml"] },
              "source": "a tool 1.2",
              "verdict": "failed",
              "findings": [{ "rule": "r", "severity": "warning", "path": "k8s/a.yaml", "line": 1, "message": "^m" }]
            }
            """);

        var one = Read();

        one.Tree.AllFiles.Select(f => f.Path).ShouldBe([".hidden", "k8s/a.yaml"]);
        one.Settings!.Get("exempt")!.Items[0].Text.ShouldBe("x");
        one.Facts!["yaml"].ShouldBe(["k8s/*.yaml"]);
        one.Expected.Verdict.ShouldBe(Verdict.Failed);
        one.Expected.Source.ShouldBe("a tool 1.2");
        one.Expected.Findings.ShouldHaveSingleItem().ToString().ShouldBe("warning r k8s/a.yaml:1 /^m/");
        one.Evidence.ShouldBeNull();
    }

    [Fact]
    public void Split_text_is_joined_in_files_and_in_evidence()
    {
        Write("evidence.json", """{ "kind": "facts/v1", "facts": { "files": ["⟪AK|IA⟫X"] } }""");
        Write("expected.json", """{ "verdict": "passed" }""");

        var one = Read();

        one.Evidence!.Kind.ShouldBe("facts/v1");
        one.Evidence.Facts.GetProperty("files")[0].GetString().ShouldBe("AKIAX");
    }

    [Theory]
    [InlineData("a ⟪gh|p_|x⟫ b | ⟪|⟫c", "a ghp_x b | c")]
    [InlineData("nothing | here", "nothing | here")]
    [InlineData("⟪open|only", "openonly")]
    public void Marks_vanish_and_nothing_else_does(string text, string joined) =>
        Encoding.UTF8.GetString(SplitText.Join(Encoding.UTF8.GetBytes(text))).ShouldBe(joined);

    [Fact]
    public void Bytes_that_are_no_text_stay_as_they_are()
    {
        byte[] content = [0xFF, .. "⟪a|b⟫"u8];

        SplitText.Join(content).ShouldBe(content);
    }

    [Theory]
    [InlineData("{}", "policies/mine/cases/one/expected.json:1:1: key `verdict`: is missing; valid: passed, warned, failed, errored, skipped")]
    [InlineData(
        """{"verdict": "fialed"}""",
        "policies/mine/cases/one/expected.json:1:13: key `verdict`: \"fialed\" is not a valid value; did you mean \"failed\"? valid: passed, warned, failed, errored, skipped")]
    [InlineData(
        """{"verdict": "failed", "finding": []}""",
        "policies/mine/cases/one/expected.json:1:23: key `finding`: is not known; did you mean \"findings\"? valid: settings, facts, verdict, error, findings, outputs, source, nothing")]
    [InlineData(
        """{"verdict": "failed", "findings": [{"rule": "r"}]}""",
        "policies/mine/cases/one/expected.json:1:36: key `findings[0].severity`: is missing; valid: error, warning, note")]
    [InlineData(
        """{"verdict": "failed", "findings": [{"rule": "r", "severity": "error", "line": 0}]}""",
        "policies/mine/cases/one/expected.json:1:79: key `findings[0].line`: 0 is too small; the smallest is 1")]
    [InlineData("""{"verdict": "failed",}""", "policies/mine/cases/one/expected.json:1:22: not valid JSON: a comma stands before a closing bracket")]
    public void A_mistake_in_the_expectation_is_named_with_its_place(string json, string message)
    {
        Write("files/a", "");
        Write("expected.json", json);

        Should.Throw<UsageException>(Read).Message.ShouldBe(message);
    }

    [Fact]
    public void A_pattern_that_is_none_is_refused()
    {
        Write("files/a", "");
        Write("expected.json", """{"verdict": "errored", "error": "("}""");

        Should.Throw<UsageException>(Read).Message
            .ShouldStartWith("policies/mine/cases/one/expected.json:1:33: key `error`: \"(\" is not a regular expression: ");
    }

    [Fact]
    public void A_case_without_an_expectation_is_no_case()
    {
        Write("files/a", "");

        Should.Throw<UsageException>(Read).Message.ShouldBe("policies/mine/cases/one/expected.json: there is no such file; a case needs one");
    }

    [Fact]
    public void A_case_with_neither_or_both_of_files_and_evidence_is_no_case()
    {
        const string Message = "policies/mine/cases/one: a case has either a folder files/ or a file evidence.json";
        Write("expected.json", """{ "verdict": "passed" }""");
        Should.Throw<UsageException>(Read).Message.ShouldBe(Message);

        Write("files/a", "");
        Write("evidence.json", "{}");
        Should.Throw<UsageException>(Read).Message.ShouldBe(Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{ "facts": {} }""")]
    [InlineData("""{ "kind": "x", "facts": [] }""")]
    public void Evidence_of_another_shape_is_refused(string json)
    {
        Write("expected.json", """{ "verdict": "passed" }""");
        Write("evidence.json", json);

        Should.Throw<UsageException>(Read).Message.ShouldStartWith("policies/mine/cases/one/evidence.json: evidence is {");
    }

    [Fact]
    public void A_link_in_a_case_is_not_followed()
    {
        Write("files/a", "");
        Write("expected.json", """{ "verdict": "passed" }""");
        File.CreateSymbolicLink(Path.Combine(root.Path, "policies/mine/cases/one/files/link"), "/etc/hostname");

        Read().Tree.AllFiles.Select(f => f.Path).ShouldBe(["a"]);
    }

    [Fact]
    public void Cases_are_found_by_folder_and_belong_to_the_policy_above_them()
    {
        Write("files/a", "");
        Directory.CreateDirectory(Path.Combine(root.Path, "policies/mine/cases/another"));
        File.WriteAllText(Path.Combine(root.Path, "policies/mine/policy.json"), "{}");
        Directory.CreateDirectory(Path.Combine(root.Path, "src/DlpScan/cases/first"));
        File.WriteAllText(Path.Combine(root.Path, "src/DlpScan/policy.js"), "the one that was built in is meant");

        File.WriteAllText(Path.Combine(root.Path, "policies/mine/policy.js"), "");
        CaseFolders.Find(root.Path, "policies").ShouldBe([(Subject, "policies/mine/cases/another"), (Subject, "policies/mine/cases/one")]);
        CaseFolders.Find(root.Path, "policies/mine").Count.ShouldBe(2);
        CaseFolders.Find(root.Path, "src").ShouldBe([(new CaseSubject("dlp-scan", null), "src/DlpScan/cases/first")]);
    }

    [Fact]
    public void Cases_that_belong_to_nothing_are_refused()
    {
        Write("files/a", "");
        File.WriteAllText(Path.Combine(root.Path, "policies/mine/policy.js"), "");

        Should.Throw<UsageException>(() => CaseFolders.Find(root.Path, "policies")).Message
            .ShouldBe("policies/mine has cases but no policy.json beside them");
        Should.Throw<UsageException>(() => CaseFolders.Find(root.Path, "nowhere")).Message.ShouldBe("\"nowhere\" is not a folder");
    }

    [Fact]
    public void Policies_are_found_at_any_depth_but_not_where_tools_write()
    {
        Write("files/policy.json", """{ "title": "a file of a case" }""");
        Write("files/policy.js", "");
        foreach (var folder in (string[])["policies/mine", "a/b/policies/other", "node_modules/x/policies/theirs", ".hidden/p", "artifacts/p", "obj/p"])
        {
            Directory.CreateDirectory(Path.Combine(root.Path, folder));
            File.WriteAllText(Path.Combine(root.Path, folder, "policy.json"), """{ "title": "x" }""");
            File.WriteAllText(Path.Combine(root.Path, folder, "policy.ts"), "");
        }

        CaseFolders.Suites(root.Path, ".").Select(suite => (suite.Folder, suite.Cases.Count)).ShouldBe([("a/b/policies/other", 0), ("policies/mine", 1)]);
        CaseFolders.Suites(root.Path, "policies/mine").ShouldHaveSingleItem().Folder.ShouldBe("policies/mine");
    }

    [Fact]
    public void A_policy_for_a_built_in_gate_is_tested_as_that_gate()
    {
        Write("files/a", "");
        File.WriteAllText(Path.Combine(root.Path, "policies/mine/policy.json"), """{ "title": "x", "gate": "dlp-scan" }""");

        CaseFolders.Suites(root.Path, "policies").ShouldHaveSingleItem().Subject.ShouldBe(new CaseSubject("dlp-scan", "policies/mine"));
    }

    private GateCase Read() => CaseReader.Read(root.Path, "policies/mine/cases/one", Subject);

    private void Write(string path, string text)
    {
        var file = Path.Combine(root.Path, "policies/mine/cases/one", path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
