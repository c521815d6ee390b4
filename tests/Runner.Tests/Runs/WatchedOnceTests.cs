using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Runs;
using Runner.Tests.Pipeline;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Runs;

public sealed class WatchedOnceTests
{
    private static readonly Evidence Seen = new("canary/v1", System.Text.Json.JsonElement.Parse("{ \"seen\": true }"));

    [Fact]
    public async Task Of_TheSameWatch_TakesWhatTheBindingRunSaw()
    {
        var plan = WatchedOnce.Of(Plan(Canary("{}")), Plans("{}"), [Result()]);

        var gate = plan.Gates.ShouldHaveSingleItem().Gate;
        (await gate.InspectAsync(Context(), CancellationToken.None)).ShouldBe(Seen);
        await Should.ThrowAsync<EvaluationException>(() => gate.InspectAsync(Context() with { Needs = null }, CancellationToken.None));
    }

    [Theory]
    [InlineData("{ \"breach\": \"9m\" }", "x", false)]
    [InlineData("{}", "limits.yml", false)]
    [InlineData("{}", "x", true)]
    public void Of_AnotherWatch_IsLeftOutWithWhatNeedsIt(string settings, string edited, bool errored)
    {
        var proposed = Plan(
            Canary(settings),
            SampleResults.Planned("after", new Still()) with { Needs = ["canary"] },
            SampleResults.Planned("other", new Still()));

        var plan = WatchedOnce.Of(
            proposed,
            Plans("{}") with { Edited = [edited] },
            [errored ? Result() with { Evidence = null, Error = "no answer" } : Result()]);

        plan.Gates.Select(gate => gate.Id).ShouldBe(["other"]);
        plan.LeftOut.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["after"] = "it needs canary",
            ["canary"] = "it would ask a server, which is not done for edits that do not count yet",
        }, ignoreOrder: true);
    }

    [Fact]
    public void Of_AGateThatAsksAServer_IsLeftOutThoughItIsQuick() =>
        WatchedOnce.Of(Plan(SampleResults.Planned("asks", new Asking())), new RunPlans(Plan(), null, []), []).LeftOut.Keys.ShouldBe(["asks"]);

    [Theory]
    [InlineData("ghcr.io/acme/shop:1", true)]
    [InlineData("ghcr.io/acme/other:1", false)]
    public void Of_FactsOfImages_AreThoseOfTheBindingRun_OrNone(string image, bool isSame)
    {
        static PlannedGate Images(string image)
        {
            var facts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["images"] = [image] };
            return SampleResults.Planned("canary", new FactsGate(new FactSelection(facts))) with { Facts = facts };
        }

        var plan = WatchedOnce.Of(Plan(Images(image)), new RunPlans(Plan(Images("ghcr.io/acme/shop:1")), null, []), [Result()]);

        plan.Gates.Select(gate => gate.Gate.GetType()).ShouldBe(isSame ? [typeof(SeenGate)] : []);
    }

    [Fact]
    public void EveryBuiltInGateThatAsksAServer_SaysSo()
    {
        var asking = Directory.GetFiles(Repository.Combine("src/BuiltIn"), "*.cs", SearchOption.AllDirectories)
            .Where(path => File.ReadAllText(path) is var text
                && ((string[])["services.Http", "PrometheusClient", "KubernetesCluster", "DockerEngine", "IClusterObjects"])
                    .Any(door => text.Contains(door, StringComparison.Ordinal)))
            .Select(path => Path.GetRelativePath(Repository.Combine("src/BuiltIn"), path).Split('/')[0]).Distinct(StringComparer.Ordinal);
        var said = typeof(Gates.BuiltIn.GateCatalog).Assembly
            .GetTypes()
            .Where(type => type is { IsClass: true } && typeof(IReachesOut).IsAssignableFrom(type))
            .Select(type => type.Namespace!.Split('.')[2]);

        asking.ShouldBe(said, ignoreOrder: true);
    }

    [Fact]
    public void Of_AWatchThatDoesNotRun_StaysAsItIs() =>
        WatchedOnce.Of(Plan(Canary("{ \"breach\": \"9m\" }") with { Mode = GateMode.Off }), Plans("{}"), [Result()]).Gates
            .ShouldHaveSingleItem().Gate
            .ShouldBeOfType<Live>();

    private static RunPlans Plans(string settings) => new(Plan(Canary(settings)), null, []);

    private static RunPlan Plan(params PlannedGate[] gates) => new(gates, "test", []);

    private static PlannedGate Canary(string settings) =>
        SampleResults.Planned("canary", new Live()) with { Settings = System.Text.Json.JsonElement.Parse(settings), RuleFiles = ["limits.yml"] };

    private static GateResult Result() => SampleResults.Of("canary", Verdict.Passed) with { Evidence = Seen };

    private static GateContext Context() =>
        new(new MemoryTree(), ChangeSet.None, default) { Needs = new Dictionary<string, GateResult>(StringComparer.Ordinal) };

    private sealed class Still : IGate
    {
        public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) => throw new EvaluationException("never");
    }

    private sealed class Asking : IGate, IReachesOut
    {
        public string Answers => "what a server says";

        public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) => throw new EvaluationException("asked");
    }

    private sealed class Live : IGate, IPacedGate, IReachesOut
    {
        public string Answers => "what a server says";

        public TimeSpan? Duration => TimeSpan.FromHours(1);

        public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) => throw new EvaluationException("looked itself");
    }
}
