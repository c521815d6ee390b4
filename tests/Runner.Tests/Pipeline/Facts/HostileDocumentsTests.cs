using System.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Runner.Cases;
using Gates.Runner.Configuration;
using Runner.Tests.Cases;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts;

/// <summary>Whatever a document holds, the shipped policies judge it: none can be made to give up.</summary>
public sealed class HostileDocumentsTests
{
    public static TheoryData<string, string> Documents => new()
    {
        { "a very long image", Pod($"image: {new string('x', 100_000)}") },
        { "a very long image with a tag", Pod($"image: \"nginx:{new string('9', 100_000)}$\"") },
        { "an image of braces", Pod($"image: '{string.Concat(Enumerable.Repeat("${a:-", 5_000))}'") },
        { "a very long name", Pod("image: nginx:1", new string('n', 50_000)) },

        {
            "keys that scripts trip over",
            Pod("image: nginx:1\n      __proto__: { image: 1 }\n      constructor: 2\n      hasOwnProperty: 3\n      $node: map\n      $doc: true")
        },
        { "a workload of a kind that scripts trip over", "apiVersion: v1\nkind: hasOwnProperty\nspec: 1\n---\napiVersion: v1\nkind: __proto__\n" },
        { "everything of another type", "apiVersion: [v1]\nkind: { a: b }\nmetadata: 3\nspec: []\nservices: [1, { image: 2 }]\n" },
        { "fields of another type", "apiVersion: v1\nkind: Pod\nspec: { containers: { a: { image: [1] } }, securityContext: 7, initContainers: text }\n" },
        { "no map at all", "just text\n--- \n- 1\n--- \n42\n" },
        { "lists of lists", string.Concat(Enumerable.Repeat("{apiVersion: v1, kind: List, items: [", 49)) + string.Concat(Enumerable.Repeat("]}", 49)) },
        { "the deepest document that is read", string.Concat(Enumerable.Repeat("{a: ", 100)) + "1" + new string('}', 100) },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Shipped_policies_judge_it(string about, string yaml)
    {
        var facts = new FactsGateOf(yaml);
        foreach (var (id, settings) in new[]
        {
            ("image-tags-pinned", ""),
            ("workload-security-context", ""),
            ("required-keys", "require: [{ files: '**', keys: ['metadata.labels.\"a.b\"', '**.image', kind] }]"),
        })
        {
            var result = await facts.JudgeAsync(id, settings);

            result.Error.ShouldBeNull($"{id} on {about}");
            result.Findings.ShouldAllBe(finding => finding.Finding.Message.Length < 2_000);
        }
    }

    private static string Pod(string container, string name = "one") =>
        $"apiVersion: v1\nkind: Pod\nmetadata: {{ name: {name} }}\nspec:\n  containers:\n    - name: {name}\n      {container}\n";

    private sealed class FactsGateOf(string yaml)
    {
        public async Task<GateResult> JudgeAsync(string id, string settings)
        {
            var with = settings.Length == 0 ? "{}" : "{ with: { " + settings + " } }";
            var configuration = ConfigurationReader.Read($"version: 1\ngates: {{ {id}: {with} }}\n", "gates.yml");
            var tree = new CaseTree([new("k8s/a.yaml", Encoding.UTF8.GetBytes(yaml))]);
            var plan = Planner.Plan(
                configuration,
                new PlanRequest { Tree = tree, Services = new GateServices(TimeProvider.System), Today = new DateOnly(2026, 1, 1) });
            return (await new GatePipeline(new InProcessJudge(), TimeProvider.System)
                .RunAsync(plan, new PipelineInput(tree, ChangeSet.None, null, default), TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        }
    }
}
