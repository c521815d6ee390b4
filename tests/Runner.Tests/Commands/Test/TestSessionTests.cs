using System.Xml.Linq;
using Gates.Formats.Foundation;
using Gates.Runner.Commands.Test;
using Gates.Runner.Configuration.Policies;
using Gates.Runner.Typings;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Test;

public sealed class TestSessionTests : IAsyncDisposable
{
    private readonly TestedRepository repository = new();

    public ValueTask DisposeAsync() => repository.DisposeAsync();

    [Fact]
    public async Task What_failed_is_told_with_its_differences_its_line_and_what_the_policy_said()
    {
        repository.Case(
            "moved",
            "a.txt",
            "12345",
            """{ "verdict": "failed", "findings": [{ "rule": "too-big", "severity": "error", "line": 2, "message": "5 bytes" }] }""");
        repository.Case("throws", "boom.txt", "1", """{ "verdict": "passed" }""");
        repository.Case("typing", "a.txt", "1", """{ "verdcit": "passed", "verdict": "passed" }""");

        var report = await Run();

        report.ExitCode.ShouldBe(ExitCode.Usage);
        TestedRepository.Print(report, coverage: true).ShouldBe("""
            FAILED   policies/mine  3 of 4 cases    100 % of 5 lines   0 ms

            FAILED   policies/mine/cases/moved
              differs:    error too-big a.txt:1 "a.txt has 5 bytes"
                          line: expected 2, was 1
              log:        looking at a.txt

            FAILED   policies/mine/cases/throws
              verdict:    expected passed, was errored: policies/mine/policy.js:5:7: it threw TypeError: `file.nothing` is undefined and has no `here`, in: file.nothing.here();
                5 |       file.nothing.here();
                  |       ^
              log:        looking at boom.txt

            FAILED   policies/mine/cases/typing
              policies/mine/cases/typing/expected.json:1:3: key `verdcit`: is not known; did you mean "verdict"? valid: settings, facts, verdict, error, findings, outputs, source, nothing

            3 of 4 cases failed, 1 policy, 100 % of lines ran, 0 ms

            """);
    }

    [Fact]
    public async Task What_passed_is_one_line_a_policy()
    {
        var report = await Run();

        report.ExitCode.ShouldBe(ExitCode.Holds);
        TestedRepository.Print(report, coverage: false).ShouldBe("""
            PASSED   policies/mine  1 case          0 ms

            1 case passed, 1 policy, 80 % of lines ran (--coverage names the others), 0 ms

            """);
        TestedRepository.Print(report, coverage: true).ShouldContain("\n         never ran: policies/mine/policy.js 5\n");
    }

    [Fact]
    public async Task A_policy_that_cannot_be_read_says_so_once_and_costs_only_its_own_cases()
    {
        repository.Root.Write("policies/broken/policy.js", "function judge() {\n  const x = ;\n}\n");
        repository.Root.Write("policies/broken/policy.json", """{ "title": "x", "facts": { "files": ["**"] } }""");
        repository.Root.Write("policies/broken/cases/one/expected.json", """{ "verdict": "passed" }""");

        var report = await Run();

        report.ExitCode.ShouldBe(ExitCode.Usage);
        report.Suites[0].Problem.ShouldNotBeNull().ShouldStartWith("policies/broken/policy.js:2:13: ");
        report.Suites[1].Passed.ShouldBeTrue();
        TestedRepository.Print(report, coverage: false).ShouldContain("\n    2 |   const x = ;\n      |             ^\n");
    }

    [Fact]
    public async Task A_policy_that_is_not_tested_both_ways_fails_when_that_is_required()
    {
        repository.Root.Write("policies/bare/policy.js", TestedRepository.Policy);
        repository.Root.Write("policies/bare/policy.json", """{ "title": "x", "facts": { "files": ["**"] } }""");

        var report = await Run(require: true);

        report.ExitCode.ShouldBe(ExitCode.Fails);
        report.Suites.Select(suite => suite.Complaints.ShouldHaveSingleItem()).ShouldBe(
        [
            "has no cases; write one folder with files/ and expected.json for what passes, and one for what does not, below cases/",
            "has no case without findings, so nothing proves that it can be satisfied",
        ]);
        (await Run()).ExitCode.ShouldBe(ExitCode.Holds);
    }

    [Fact]
    public async Task A_policy_can_be_tested_from_inside_its_folder_with_what_it_shares_with_others()
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        InstalledTypeScript.LinkInto(repository.Root.Path);
        repository.Root.Write(".git", "");
        repository.Root.Write("policies/lib/sizes.js", "/** @param {number} size */\nexport const isBig = (size) => size > 3;\n");
        repository.Root.Write("policies/mine/policy.js", """
            import { isBig } from "../lib/sizes.js";

            /** @type {import("./types.d.ts").Judge} */
            export function judge(evidence, settings, report) {
              evidence.files.filter(({ size }) => isBig(size)).forEach(({ path }) => report.error("too-big", path, { path, line: 1 }));
            }
            """);
        repository.Root.Write(
            "policies/mine/types.d.ts",
            PolicyTypes.Of(PolicyManifest.Read(repository.Root.Read("policies/mine/policy.json"), "policy.json")));

        var inside = new DirectoryInfo(Path.Combine(repository.Root.Path, "policies/mine"));
        var report = await repository.RunAsync(new TestRequest { Root = inside, Types = true });

        report.Unchecked.ShouldBeNull();
        var suite = report.Suites.ShouldHaveSingleItem();
        suite.Problem.ShouldBeNull();
        suite.Complaints.ShouldBeEmpty();
        suite.Note.ShouldBeNull();
        suite.Cases.ShouldHaveSingleItem().Result!.ToString().ShouldBe("../mine/cases/fails: as expected");
        suite.Coverage.Files.Select(file => file.Path).ShouldBe(["../lib/sizes.js", "../mine/policy.js"]);
    }

    [Fact]
    public async Task A_folder_may_end_in_the_slash_that_a_shell_completes()
    {
        repository.Root.Write("policies/lib/words.js", "export const word = 'x';");
        repository.Root.Write(
            "policies/mine/policy.js",
            "import { word } from '../lib/words.js';\nexport function judge(evidence, settings, report) { report.error('too-big', word, { path: 'a.txt', line: 1 }); }");

        (await Run("policies/mine/")).Suites.ShouldHaveSingleItem().Problem.ShouldBeNull();
    }

    [Fact]
    public async Task A_filter_leaves_other_cases_and_policies_out()
    {
        repository.Case("passes", "a.txt", "1", """{ "verdict": "passed" }""");

        (await Run(filter: "PASSES")).Cases.ShouldHaveSingleItem().Name.ShouldBe("policies/mine/cases/passes");
        (await Should.ThrowAsync<UsageException>(() => Run(filter: "pases"))).Message
            .ShouldBe("--filter: no case's name contains \"pases\"; did you mean \"passes\"? names are like policies/mine/cases/fails");
    }

    [Fact]
    public async Task A_folder_without_policies_says_how_to_begin()
    {
        repository.Root.Info.CreateSubdirectory("empty");

        (await Should.ThrowAsync<UsageException>(() => Run(folder: "empty"))).Message.ShouldEndWith("`gates policy new NAME` writes one");
    }

    [Fact]
    public async Task JUnit_has_a_suite_for_each_policy_and_a_test_for_each_case()
    {
        repository.Case("moved", "a.txt", "12345", """{ "verdict": "failed" }""");
        repository.Case("typing", "a.txt", "1", "{}");

        using var stream = new MemoryStream();
        TestJUnit.Write(await Run(), stream);
        stream.Position = 0;

        var suite = XDocument.Load(stream).Root!.Element("testsuite")!;
        suite.Attributes().Select(attribute => attribute.Value).ShouldBe(["policies/mine", "3", "1", "1", "0.000"]);
        suite.Elements("testcase")
            .Select(test => $"{test.Attribute("name")!.Value} {test.Elements().FirstOrDefault()?.Name}")
            .ShouldBe(["fails ", "moved failure", "typing error"]);
        suite.Descendants("failure").Single().Attribute("message")!.Value.ShouldBe("unexpected: error too-big a.txt:1 \"a.txt has 5 bytes\"");
    }

    [Fact]
    public async Task What_a_file_says_reaches_the_terminal_only_escaped()
    {
        repository.Root.Write("policies/mine/policy.js", "function judge(e, s, report) { report.log('\\u001b[31m'); report.error('r', '\\u202e::error::x'); }");

        var printed = TestedRepository.Print(await Run(), coverage: false);

        printed.ShouldContain("\\u{202E}");
        printed.ShouldContain("log:        \\u{1B}[31m");
        printed.ShouldNotContain("\u001b");
    }

    private Task<TestReport> Run(string folder = ".", string? filter = null, bool require = false) =>
        repository.RunAsync(new TestRequest { Root = repository.Root.Info, Folder = folder, Filter = filter, RequireTests = require });
}
