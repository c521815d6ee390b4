using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.PolicyAuthors;

/// <summary>What someone does who writes a policy, with the program as it is built.</summary>
public sealed class AuthorStories
{
    private const string Configuration = """
        version: 1
        gates:
          mine:
            policy: policies/mine
            facts: { files: ["**/*.env"] }
        """;

    private const string Script = """
        function judge(evidence, settings, report) {
          evidence.files.forEach(function (file) {
            report.log("looking at " + file.path);
            if (/TOKEN=/.test(file.text)) {
              report.error("token", file.path + " holds " + file.text.slice(6, 12), { path: file.path, line: 1 });
            }
          });
        }
        """;

    [Fact]
    public void NewPolicy_TestsAndRunsAtOnce()
    {
        using var repository = new TempRepository().Write(
            ".github/gates.yml",
            "version: 1\ngates:\n  owner-label: { policy: policies/owner-label }\n").Write("k8s/a.yaml", "kind: Pod\n");

        Gates(repository, 0, "policy", "new", "owner-label");
        var test = Gates(repository, 0, "test", "--require-tests");
        repository.Commit();
        var run = Gates(repository, 1, "run");

        test.Output.ShouldContain("PASSED   policies/owner-label");
        run.Output.ShouldContain("k8s/a.yaml:1:1: error: Pod has no label \"owner\".");
    }

    [Fact]
    public void MistypedEvidence_IsFoundOnRequestWithTheRepositorysTypeScript()
    {
        Assert.SkipWhen(InstalledTypeScript.Missing is not null, InstalledTypeScript.Missing ?? "");
        using var repository = new TempRepository();
        Gates(repository, 0, "policy", "new", "owner-label");
        InstalledTypeScript.LinkInto(repository.Path);
        Gates(repository, 0, "test", "--types");
        repository.Write("policies/owner-label/policy.js", """
            /** @type {import("./types.d.ts").Judge} */
            export function judge(evidence, settings, report) {
              for (const doc of evidence.yaml) {
                if (doc.get("kind") === "Deployment") report.error("no-owner", settings.label, doc);
              }
            }
            """);

        var test = Gates(repository, 1, "test", "--types");

        test.Output.ShouldContain("""
              policies/owner-label/policy.js:4:9: This comparison appears to be unintentional because the types 'GateNode | undefined' and 'string' have no overlap
                4 |     if (doc.get("kind") === "Deployment") report.error("no-owner", settings.label, doc);
                  |         ^
            """);
    }

    [Fact]
    public void WithoutTypeScript_TypesThatWereAskedForAreNoPass()
    {
        using var repository = Mine();
        using var empty = new TempFolder();
        var run = GatesProcess.Run(repository.Path, ["test", "--types"], new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = empty.Path });

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain("\nTypes were not checked: TypeScript is not installed: ");
    }

    [Fact]
    public void ChangedManifest_MakesTypesStaleUntilTheyAreMadeAnew()
    {
        using var repository = new TempRepository();
        Gates(repository, 0, "policy", "new", "owner-label");
        Gates(repository, 0, "policy", "types", "--check");
        repository.Write("policies/owner-label/policy.json", """{ "title": "Owners", "facts": { "json": ["**"] } }""");

        Gates(repository, 1, "policy", "types", "--check").Output.ShouldStartWith("policies/owner-label/types.d.ts is stale\n  + json: GateDocument[];\n");
        Gates(repository, 0, "policy", "types", "policies/owner-label").Output.ShouldStartWith("wrote policies/owner-label/types.d.ts\n");
        Gates(repository, 0, "policy", "types", "--check");
    }

    [Fact]
    public void CaseThatDoesNotHold_FailsWithItsDifferenceAndGoesIntoJUnit()
    {
        using var repository = Mine()
            .Write("policies/mine/cases/one/files/a.env", "TOKEN=x\n")
            .Write("policies/mine/cases/one/expected.json", """{ "verdict": "passed" }""");

        var test = Gates(repository, 1, "test", "policies", "--junit", "junit.xml");

        test.Output.ShouldContain("unexpected: error token a.env:1");
        File.ReadAllText(Path.Combine(repository.Path, "junit.xml")).ShouldContain("<testcase name=\"one\" classname=\"policies/mine\"");
    }

    [Fact]
    public void RecordedRun_BecomesACaseThatPassesAndHoldsNoSecret()
    {
        using var repository = Mine().Write("config/app.env", $"TOKEN={Planted.GitHubToken}\n");
        repository.Commit();

        var record = Gates(repository, 0, "record", "mine", "from-production");
        var test = Gates(repository, 0, "test");

        record.Output.ShouldContain("wrote policies/mine/cases/from-production/evidence.json and expected.json: failed, 1 finding");
        record.Output.ShouldContain("Masked 1 value that looks like secrets or personal data");
        test.Output.ShouldContain("1 case passed");
        foreach (var file in Directory.GetFiles(Path.Combine(repository.Path, "policies/mine/cases/from-production")))
        {
            File.ReadAllText(file).ShouldNotContain(Planted.GitHubToken[4..], customMessage: file);
        }

        Gates(repository, 2, "record", "mine", "from-production").Error.ShouldContain("exists already; `gates record` overwrites nothing");
    }

    [Theory]
    [InlineData("record nowhere one", "\"nowhere\" is not a gate of .github/gates.yml")]
    [InlineData("record mine One", "\"One\" is not a case's name")]
    [InlineData("record mine one --out elsewhere", "--out \"elsewhere\": is not the folder cases/ of a policy")]
    [InlineData("eval policies/mine", "--evidence")]
    [InlineData("test nowhere", "\"nowhere\" is not a folder")]
    public void WrongUsage_SaysWhatIsWrong(string arguments, string named)
    {
        using var repository = Mine().Write("a.env", "x\n");
        repository.Commit();

        Gates(repository, 2, arguments.Split(' ')).Error.ShouldContain(named);
    }

    [Fact]
    public void EvidenceOfARun_IsJudgedAgainWithATrace()
    {
        using var repository = Mine().Write("a.env", "TOKEN=x\n");
        repository.Commit();
        Gates(repository, 1, "run");

        var eval = Gates(repository, 1, "eval", "policies/mine", "--evidence", ".gates/out/evidence/mine.json", "--trace");

        eval.Output.ShouldStartWith("policies/mine/policy.js:3:5  log      looking at a.env\npolicies/mine/policy.js:5:7  error    token  a.env:1  a.env holds x\n");
    }

    [Fact]
    public void AFileOfTheAuthorsChoice_IsTriedWithoutARepository()
    {
        using var folder = new TempFolder();
        folder.Write("owned.js", """
            export function judge(evidence, settings, report) {
              for (const doc of evidence.yaml) {
                if (!doc.get("metadata.labels.owner")) report.error("no-owner", `${doc.path} has no owner.`, doc);
              }
            }
            """);
        folder.Write("k8s/a.yaml", "kind: Pod\n");

        var tried = GatesProcess.Run(folder.Path, ["try", "owned.js", "k8s/a.yaml"]);

        tried.ExitCode.ShouldBe(1, tried.Error);
        tried.Output.ShouldContain("k8s/a.yaml:1:1: error: k8s/a.yaml has no owner. [no-owner]");
        GatesProcess.Run(folder.Path, ["try", "owned.js", "k8s/b.yaml"]).Error.ShouldBe("gates: k8s/b.yaml: there is no such file\n");
    }

    [Fact]
    public async Task Watching_RunsAgainAfterAChangeAndEndsWithZero()
    {
        using var repository = Mine()
            .Write("policies/mine/cases/one/files/a.env", "TOKEN=x\n")
            .Write("policies/mine/cases/one/expected.json", """{ "verdict": "passed" }""");
        using var process = GatesProcess.Start(repository.Path, ["test", "--watch"]);
        await UntilAsync(process.StandardOutput, "Waiting for changes");

        repository.Write("policies/mine/cases/one/files/a.env", "nothing\n");
        await UntilAsync(process.StandardOutput, "1 case passed");
        await UntilAsync(process.StandardOutput, "Waiting for changes");
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0);
    }

    private static TempRepository Mine() => new TempRepository()
        .Write(".github/gates.yml", Configuration)
        .Write("policies/mine/policy.js", Script)
        .Write("policies/mine/policy.json", """{ "title": "Tokens", "facts": { "files": ["**/*.env"] } }""");

    private static GatesOutput Gates(TempRepository repository, int exitCode, params string[] arguments)
    {
        var run = GatesProcess.Run(repository.Path, arguments);
        run.ExitCode.ShouldBe(exitCode, run.ToString());
        return run;
    }

    private static async Task UntilAsync(StreamReader output, string text)
    {
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"the program ended before it said: {text}");
    }
}
