using Gates.Pipeline;
using Gates.Runner.Configuration;
using Gates.Runner.Runs;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Runs;

public sealed class RepeatableGatesTests
{
    [Fact]
    public void Of_AGateThatJudgesWhatARunMade_SaysWhyItCannotBeRepeated()
    {
        var configuration = ConfigurationReader.Read(
            "version: 1\ngates: { hermetic-build: {}, perf-budget: { with: { current: [a] } }, dlp-scan: { needs: [perf-budget] } }\n",
            "gates.yml");
        var plan = Planner.Plan(
            configuration,
            new PlanRequest { Tree = new MemoryTree(), Services = new GateServices(TimeProvider.System), Today = new DateOnly(2026, 11, 22) });

        var repeatable = RepeatableGates.Of(plan);

        repeatable.Gates.Select(gate => gate.Id).ShouldBe(["hermetic-build"]);
        repeatable.LeftOut.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["dlp-scan"] = "it needs perf-budget",
            ["perf-budget"] = "it judges the results of a load test, which is not in the commit",
        }, ignoreOrder: true);
    }
}
