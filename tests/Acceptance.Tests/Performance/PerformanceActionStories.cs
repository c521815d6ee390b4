using Acceptance.Tests.Actions;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Performance;

/// <summary>What <c>actions/perf-budget</c> hands to the program.</summary>
public sealed class PerformanceActionStories : IDisposable
{
    private readonly TempRepository repository = new TempRepository().Write(".gitignore", "/k6/\n");

    public PerformanceActionStories()
    {
        LoadTest.Write(Path.Combine(repository.Path, "k6/current.json.gz"), LoadTest.Durations(1, 1.5));
        LoadTest.Write(Path.Combine(repository.Path, "k6/baseline.json.gz"), LoadTest.Durations(2, 1));
    }

    [Fact]
    public void Inputs_AllGiven_NeedNoConfiguration()
    {
        repository.Write("thresholds.yml", "version: 1\nservice: { shop: { http_req_duration: [\"p(95) < 1000\"] } }\n");

        var run = Run(
            ("current", "k6/current*.json.gz\n"), ("baseline", "k6/baseline*.json.gz"), ("mode", "warn"), ("thresholds-file", "thresholds.yml"),
            ("service", "shop"), ("strict", "true"), ("inconclusive", "fail"));

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("% above the baseline's");
        run.Output.ShouldContain("WARNED");
    }

    [Fact]
    public void Inputs_NotGiven_LeaveAllToTheConfiguration()
    {
        repository.Write(".github/gates.yml", """
            version: 1
            gates:
              perf-budget: { mode: warn, with: { current: ["k6/current*"], baseline: ["k6/baseline*"], budgets: { http_req_duration: { p95: "+5%" } } } }
            """);

        var run = Run();

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("the budget allows +5 %");
    }

    [Fact]
    public void Inputs_WithoutTheResults_SayWhatIsMissing()
    {
        var run = Run(("mode", "warn"));

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Error.ShouldContain("key `gates.perf-budget.with.current`: is missing: The results of the runs to judge");
    }

    public void Dispose() => repository.Dispose();

    private GatesOutput Run(params (string Name, string Value)[] inputs)
    {
        repository.Commit();
        var manifest = ActionManifest.Read("actions/perf-budget/action.yml");
        return GatesProcess.Run(repository.Path, manifest.ArgumentsFor(inputs.ToDictionary(input => input.Name, input => input.Value, StringComparer.Ordinal)));
    }
}
