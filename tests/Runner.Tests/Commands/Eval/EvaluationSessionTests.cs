using System.Text.Json;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Runner.Commands.Eval;
using Gates.Runner.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Eval;

public sealed class EvaluationSessionTests : IDisposable
{
    private const string Script = """
        function judge(evidence, settings, report) {
          report.log("at most " + settings.max);
          report.metric("files", evidence.files.length);
          evidence.files.forEach(function (file) {
            if (file.size > settings.max) {
              report[settings.severity || "error"]("too-big", "Shrink " + file.path, { path: file.path, line: 1 });
            }
          });
        }
        """;

    private readonly TempFolder root = new();

    public EvaluationSessionTests()
    {
        root.Write("mine/policy.js", Script);
        root.Write("mine/policy.json", """
            { "title": "Small files", "settings": { "max": { "type": "integer", "default": 3, "description": "Bytes." } }, "help": { "too-big": "Cut it." } }
            """);
        root.Write("e.json", """{ "kind": "facts/v1", "facts": { "files": [{ "path": "a.txt", "size": 5 }] } }""");
    }

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task A_policy_s_folder_gives_the_settings_their_defaults()
    {
        var evaluated = await Run("mine");

        evaluated.ExitCode.ShouldBe(ExitCode.Fails);
        Print(evaluated, trace: true).ShouldBe("""
            mine/policy.js:2:3  log      at most 3
            mine/policy.js:3:3  metric   files  1
            mine/policy.js:6:7  error    too-big  a.txt:1  Shrink a.txt
            3 calls of report.

            FAILED  mine/policy.js: Small files (1 error)
              a.txt:1: error: Shrink a.txt [too-big]
                Fix: Cut it.
              files = 1
              log: at most 3

            """);
    }

    [Fact]
    public async Task The_script_of_a_policy_s_folder_is_that_policy() => (await Run("mine/policy.js")).Trace[0].Text.ShouldBe("at most 3");

    [Theory]
    [InlineData("""{ "max": 5 }""", 0)]
    [InlineData("""{ "max": 4 }""", 1)]
    public async Task Settings_come_from_a_file(string settings, int code)
    {
        root.Write("s.json", settings);

        (await Run("mine", settings: "s.json")).ExitCode.ShouldBe((ExitCode)code);
    }

    [Fact]
    public async Task A_script_alone_takes_whatever_settings_it_is_given()
    {
        root.Write("alone.js", Script);
        root.Write("s.json", """{ "max": 1, "severity": "warning" }""");

        var evaluated = await Run("alone.js", settings: "s.json");

        (evaluated.ExitCode, evaluated.Result.Verdict).ShouldBe((ExitCode.Holds, Verdict.Warned));
    }

    [Fact]
    public async Task Facts_alone_are_evidence_too()
    {
        root.Write("e.json", """{ "files": [] }""");

        (await Run("mine")).ExitCode.ShouldBe(ExitCode.Holds);
    }

    [Fact]
    public async Task A_policy_that_does_not_finish_still_shows_what_it_had_reported()
    {
        root.Write("alone.js", "function judge(evidence, settings, report) {\n  report.note('r', 'so far');\n  \tevidence.nothing.here();\n}\n");

        var evaluated = await Run("alone.js");

        evaluated.ExitCode.ShouldBe(ExitCode.CouldNotEvaluate);
        var lines = Print(evaluated, trace: true).Split('\n');
        lines[0].ShouldBe("alone.js:2:3  note     r  so far");
        lines[3].ShouldBe("COULD NOT EVALUATE  alone.js");
        lines[5].ShouldBe("    3 |    evidence.nothing.here();");
        lines[6].ShouldBe("      |    ^");
    }

    [Fact]
    public async Task Programs_get_json()
    {
        using var json = JsonDocument.Parse(EvaluationAnswer.ToJson(await Run("mine"), trace: true));

        json.RootElement.GetProperty("verdict").GetString().ShouldBe("failed");
        json.RootElement.GetProperty("findings")[0].GetProperty("severity").GetString().ShouldBe("error");
        json.RootElement.GetProperty("trace")[2].GetProperty("at").GetProperty("line").GetInt32().ShouldBe(6);
        json.RootElement.TryGetProperty("error", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("nowhere", "e.json", null, "\"nowhere\": there is no such script or policy folder")]
    [InlineData("e.json", "e.json", null, "\"e.json\" is not a policy; name a .js or .ts file, or a folder with policy.js and policy.json")]
    [InlineData("mine", "f.json", null, "--evidence \"f.json\": there is no such file")]
    [InlineData("mine", "e.json", "f.json", "--settings \"f.json\": there is no such file")]
    [InlineData("mine", "s.json", null, "s.json: evidence is {")]
    [InlineData("mine", "e.json", "s.json", "s.json: settings are")]
    [InlineData("mine", "e.json", "t.json", "t.json:1:3: key `maxx`: is not known; did you mean \"max\"? valid: max")]
    public async Task Wrong_files_are_named(string policy, string evidence, string? settings, string message)
    {
        root.Write("s.json", "[]");
        root.Write("t.json", """{ "maxx": 1 }""");

        var error = await Should.ThrowAsync<UsageException>(() => Run(policy, evidence, settings));

        error.Message.ShouldStartWith(message);
    }

    private Task<EvaluatedPolicy> Run(string policy, string evidence = "e.json", string? settings = null) =>
        new EvaluationSession(BuiltWorker.Options, TimeProvider.System)
            .RunAsync(new EvaluationRequest(root.Info, policy, settings), evidence, TestContext.Current.CancellationToken);

    private static string Print(EvaluatedPolicy evaluated, bool trace)
    {
        var output = new StringWriter();
        new EvaluationPrinter(output, ConsoleStyle.Plain).Print(evaluated, trace);
        return output.ToString();
    }
}
