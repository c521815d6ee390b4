using System.Text;
using Gates.BuiltIn.PerfBudget;
using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.PerfBudget;

public sealed class PerfBudgetGateTests
{
    private const string Secret = "Bearer do-not-publish-this";

    private const string Machine = $$$$"""
        {"version":"1.0.0","metadata":{"k6_version":"2.2.0"},"config":{"execution":"local","duration":10,"script":"http.get(u, {headers: {auth: '{{{{Secret}}}}'}})"},
         "results":{"checks":{"metrics":[{"name":"checks_total","type":"counter","contains":"default","values":{"count":3}}]},
                    "metrics":[{"name":"http_req_duration","type":"trend","contains":"time","values":{"avg":10,"max":40,"med":9,"min":1,"p90":20,"p95":30}}]}}
        """;

    [Fact]
    public async Task Inspect_AMachineReadableSummary_KeepsTheScriptOutOfTheEvidence()
    {
        var evidence = await InspectAsync(Options(), ChangeSet.None, ("k6/a.json", Machine));

        evidence.Facts.GetRawText().ShouldNotContain("Bearer");
        var run = evidence.Facts.GetProperty("current")[0];
        run.GetProperty("script").GetString()!.Length.ShouldBe(64);
        run.TryGetProperty("declared", out _).ShouldBeFalse("this format cannot say");
    }

    [Fact]
    public async Task Inspect_ResultsThatGitIgnores_AreFound()
    {
        using var repository = new TempFolder();
        repository.Write("k6/a.json", Machine);
        var tree = WorkingTree.From(repository.Path, []);

        var evidence = await new PerfBudgetGate(Options()).InspectAsync(Context(tree, ChangeSet.None), CancellationToken.None);

        evidence.Facts.GetProperty("current").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Inspect_AFolderInsteadOfAGlob_StandsForTheFilesInIt() =>
        (await InspectAsync(Options("k6"), ChangeSet.None, ("k6/a.json", Machine))).Facts.GetProperty("current")[0]
            .GetProperty("path")
            .GetString()
            .ShouldBe("k6/a.json");

    [Fact]
    public async Task Inspect_WhatJudges_IsReadAmongTheRulesOnly()
    {
        var gate = new PerfBudgetGate(new PerfBudgetOptions { Current = ["k6/a.json"], Baseline = ["k6/b*.json"], ThresholdsFile = "t.yml" });
        var tree = new MemoryTree(("k6/a.json", Machine), ("k6/b1.json", Machine), ("k6/b2.json", Machine), ("t.yml", Limits(900)));
        var rules = new MemoryTree(("k6/b1.json", Machine), ("t.yml", Limits(20)));

        var facts = (await gate.InspectAsync(Context(tree, ChangeSet.None) with { Rules = rules }, CancellationToken.None)).Facts;

        facts.GetProperty("baseline").EnumerateArray().Select(run => run.GetProperty("path").GetString()).ShouldBe(["k6/b1.json"]);
        facts.GetProperty("thresholds")[0].GetProperty("expression").GetString().ShouldBe("p(95) < 20");
        gate.RuleFiles(tree).ShouldBe(["k6/b1.json", "k6/b2.json", "t.yml"]);
        facts.GetProperty("missingBaseline").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Inspect_ABaselineThatIsNotAtTheBase_IsNamedAndNotUsed()
    {
        var gate = new PerfBudgetGate(new PerfBudgetOptions { Current = ["k6/a.json"], Baseline = ["k6/b*.json"] });
        var context = Context(new MemoryTree(("k6/a.json", Machine), ("k6/b1.json", Machine)), ChangeSet.None) with { Rules = new MemoryTree() };

        var facts = (await gate.InspectAsync(context, CancellationToken.None)).Facts;

        facts.GetProperty("baseline").GetArrayLength().ShouldBe(0);
        facts.GetProperty("missingBaseline")
            .EnumerateArray()
            .Select(reason => reason.GetString())
            .ShouldBe(["no file matches k6/b*.json at the base commit; k6/b1.json counts once merged"]);
    }

    [Fact]
    public async Task Inspect_AFileOnBothSides_IsRefused() =>
        (await Should.ThrowAsync<EvaluationException>(InspectAsync(
            new PerfBudgetOptions { Current = ["k6/*"], Baseline = ["k6/a*"] },
            ChangeSet.None,
            ("k6/a.json", Machine)))).Message
            .ShouldBe("k6/a.json matches both `current` and `baseline`, and would be compared with itself; narrow the globs");

    [Fact]
    public async Task Inspect_TheBase_HasNoResultsOfItsOwn() =>
        (await Should.ThrowAsync<EvaluationException>(() => new PerfBudgetGate(
            Options()).InspectAsync(new GateContext(new MemoryTree(("k6/a.json", Machine)), ChangeSet.None, default), CancellationToken.None)))
            .Message.ShouldBe("load test results are of one run, and the base commit was not run");

    [Theory]
    [InlineData(
        "thresholds",
        "p95 < 5",
        "perf-budget: thresholds.http_req_duration: \"p95 < 5\" has \"p95\" where an aggregation belongs; valid: avg, min, med, max, p(95) and the like, count, rate, value")]
    [InlineData(
        "budgets",
        "p(95) < 5",
        "perf-budget: budgets.http_req_duration: \"p(95) < 5\" does not name the baseline; write \"p(95) <= baseline * 1.10\", or short \"p95: +10%\"; limits that do not depend on it belong under `thresholds`")]
    [InlineData("no-baseline", "p95: +10%", "perf-budget: `budgets` compare with a baseline; name its files under `baseline`")]
    public void Create_WithAnOptionThatIsWrong_NamesIt(string option, string text, string expected)
    {
        var map = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["http_req_duration"] = [text] };
        var options = option == "thresholds"
            ? new PerfBudgetOptions { Current = ["a"], Thresholds = map }
            : new PerfBudgetOptions { Current = ["a"], Baseline = option == "budgets" ? ["b"] : [], Budgets = map };
        Should.Throw<UsageException>(() => new PerfBudgetGate(options)).Message.ShouldBe(expected);
    }

    [Theory]
    [InlineData("evidence:load")]
    [InlineData("evidence:/run-*.json")]
    [InlineData("evidence:load/runs/1.json")]
    public void Create_WithAnEvidenceEntryThatIsNone_SaysWhatToWrite(string entry) =>
        Should.Throw<UsageException>(() => new PerfBudgetGate(new PerfBudgetOptions { Current = ["a"], Baseline = [entry] })).Message
            .ShouldBe($"perf-budget: baseline: \"{entry}\" does not say which files of the evidence branch; write their type and name, such as evidence:load/checkout-*.json.gz");

    [Fact]
    public async Task Inspect_ABaselineOfTheEvidenceBranch_IsComparedAndKeepsWhoseWordItIs()
    {
        var logged = new Logged(new LoggedFile("run-1.json", Encoding.UTF8.GetBytes(Machine))
        {
            Commit = new string('c', 40),
            Logged = new DateTimeOffset(2026, 11, 22, 2, 30, 0, TimeSpan.Zero),
            Age = TimeSpan.FromHours(14.9),
            KeyId = "key",
            Statement = "audit/s.json",
        });
        var context = Context(new MemoryTree(("k6/a.json", Machine)), ChangeSet.None) with { Logged = logged };

        var facts = (await new PerfBudgetGate(new PerfBudgetOptions
        {
            Current = ["k6/a.json"],
            Baseline = ["evidence:load/run-*.json"]
        }).InspectAsync(context, CancellationToken.None)).Facts;

        logged.Asked.ShouldBe("20 of load run-1.json: True, other.json: False");
        facts.GetProperty("baseline")[0].GetProperty("path").GetString().ShouldBe("evidence:load/run-1.json");
        facts.GetProperty("baseline")[0]
            .GetProperty("origin")
            .GetRawText()
            .ShouldBe($$"""{"commit":"{{new string('c', 40)}}","logged":"2026-11-22T02:30:00Z","ageHours":14,"key":"key","statement":"audit/s.json"}""");
        facts.GetProperty("budgets")[0].GetProperty("ratio").GetDouble().ShouldBe(1);
        facts.GetProperty("missingBaseline").GetArrayLength().ShouldBe(0);
    }

    private static string Limits(int most) => FormattableString.Invariant($"version: 1\nglobal: {{ http_req_duration: [\"p(95) < {most}\"] }}\n");

    private static PerfBudgetOptions Options(string current = "k6/*.json") => new() { Current = [current] };

    private static async Task<Evidence> InspectAsync(PerfBudgetOptions options, ChangeSet changes, params (string Path, string Text)[] files) =>
        await new PerfBudgetGate(
            options).InspectAsync(
                Context(new MemoryTree(files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text), StringComparer.Ordinal)), changes),
                CancellationToken.None);

    private static GateContext Context(ISourceTree tree, ChangeSet changes) =>
        new(tree, changes, default) { Needs = new Dictionary<string, GateResult>(StringComparer.Ordinal) };

    private sealed class Logged(LoggedFile file) : ILoggedEvidence
    {
        public string? Asked { get; private set; }

        public Task<LoggedEvidence> FindAsync(string type, Func<string, bool> names, int earlier, CancellationToken cancellationToken)
        {
            Asked = $"{earlier} of {type} {file.Name}: {names(file.Name)}, other.json: {names("other.json")}";
            return Task.FromResult(new LoggedEvidence([file], null));
        }
    }
}
