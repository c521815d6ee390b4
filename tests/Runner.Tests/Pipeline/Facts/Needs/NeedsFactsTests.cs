using System.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Runner.Cases;
using Gates.Runner.Configuration;
using Runner.Tests.Cases;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Needs;

/// <summary>Whole runs: one gate judges what another one saw and found.</summary>
public sealed class NeedsFactsTests
{
    private const string Configuration = """
        version: 1
        gates:
          summary: { policy: policies/summary.js, facts: { needs: ["images"] } }
          images: { policy: policies/images.js, facts: { yaml: ["*.yaml"] }, mode: warn }
        """;

    private const string Images = """
        function judge(evidence, settings, report) {
          evidence.yaml.forEach(function (doc) { report.error("no-latest", "Pin it", doc.get("**.image")); });
          report.metric("images", evidence.yaml.length, "files");
        }
        """;

    private const string Summary = """
        function judge(evidence, settings, report) {
          var images = evidence.needs.images;
          report.log(JSON.stringify([images.verdict, images.evidence.kind, images.findings, images.metrics, images.evidence.facts.yaml[0].get("image").line]));
          images.findings.forEach(function (f) { report.error("seen", f.message, { path: f.path, line: f.line }); });
        }
        """;

    [Fact]
    public async Task Results_OfTheNeededGate_ReachThePolicy_WhateverTheOrder()
    {
        var results = await RunAsync(null);

        results[0].Error.ShouldBeNull();
        results[0].Log.ShouldBe(
        [
            """["warned","facts/v1",[{"rule":"no-latest","severity":"error","message":"Pin it","path":"a.yaml","line":1,"state":"new"}],[{"name":"images","value":1,"unit":"files"}],1]""",
        ]);
    }

    [Fact]
    public async Task Findings_OfTheHead_AreNeverTakenForTheBases()
    {
        var results = await RunAsync(new CaseTree([new("a.yaml", "image: a:latest\n"u8.ToArray())]));

        results[1].Findings.ShouldHaveSingleItem().State.ShouldBe(FindingState.Existing);
        results[0].Findings.ShouldHaveSingleItem().State.ShouldBe(FindingState.New);
        results[0].Log[^1].ShouldBe("every finding counts as new, because the base could not be judged: what other gates found at the base is not known");
    }

    private static async Task<IReadOnlyList<GateResult>> RunAsync(ISourceTree? baseTree)
    {
        var tree = new CaseTree(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["a.yaml"] = "image: a:latest\n",
            ["policies/images.js"] = Images,
            ["policies/summary.js"] = Summary,
        }.Select(file => KeyValuePair.Create(file.Key, Encoding.UTF8.GetBytes(file.Value))));
        var request = new PlanRequest { Tree = tree, Services = new GateServices(TimeProvider.System), Today = new DateOnly(2026, 1, 1) };
        var plan = Planner.Plan(ConfigurationReader.Read(Configuration, "gates.yml"), request);
        plan.Gates[0].Needs.ShouldBe(["images"]);
        return await new GatePipeline(new InProcessJudge(), TimeProvider.System)
            .RunAsync(plan, new PipelineInput(tree, ChangeSet.None, baseTree, default), TestContext.Current.CancellationToken);
    }
}
