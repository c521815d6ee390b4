using Gates.BuiltIn.ControlAttestation;
using Gates.Doors.Workers;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Runner.Configuration.Policies;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.ControlAttestation;

public sealed class ControlAttestationGateTests : IAsyncDisposable
{
    private readonly PolicyWorker worker = new(BuiltWorker.Options, TimeProvider.System);

    private const string Strict =
        "schema: 1\ncontrols:\n  - { id: A-1, name: A, evidence: [a.txt], assert: [{ type: policy, policy: policies/mine }] }\n  - { id: B-1, name: B, evidence: [b.txt], assert: [{ type: policy, policy: policies/gone }] }\n";
    private const string Loose = "schema: 1\ncontrols:\n  - { id: A-1, name: A, not-applicable: We do not need it. }\n";

    public ValueTask DisposeAsync() => worker.DisposeAsync();

    [Fact]
    public void RuleFiles_AreTheCatalogueTheKeysAndEveryPolicyThatIsThere()
    {
        var tree = new MemoryTree(
            ("compliance/control_catalog.yaml", Strict),
            ("policies/mine/policy.js", "import { x } from '../lib/x.js';\nexport function judge() { x(); }\n"),
            ("policies/mine/policy.json", "{ \"title\": \"Mine\" }"),
            ("policies/lib/x.js", "export function x() {}\n"));

        Gate()
            .RuleFiles(tree)
            .ShouldBe([
                "compliance/control_catalog.yaml",
                ".github/gates-keyring.json",
                ".github/gates-trusted-root.json",
                "policies/mine/policy.js",
                "policies/lib/x.js",
                "policies/mine/policy.json"
            ]);
        Gate().RuleFiles(new MemoryTree(("compliance/control_catalog.yaml", "schema: 7\n"))).Count().ShouldBe(3);
    }

    [Fact]
    public async Task Inspect_TheCatalogueOfTheRulesDecides_AndTheEvidenceIsOfTheRun()
    {
        var context = new GateContext(new MemoryTree(("compliance/control_catalog.yaml", Loose), ("evidence/a.txt", "x")), ChangeSet.None, default)
        {
            Needs = new Dictionary<string, GateResult>(StringComparer.Ordinal),
            Rules = new MemoryTree(("compliance/control_catalog.yaml", "schema: 1\ncontrols:\n  - { id: A-1, name: A, evidence: [a.txt] }\n")),
        };

        var facts = (await Gate().InspectAsync(context, CancellationToken.None)).Facts;

        facts.GetProperty("controls")[0].GetProperty("outcome").GetString().ShouldBe("present-not-judged");
    }

    private ControlAttestationGate Gate() =>
        new(new ControlAttestationOptions(), new GateServices(TimeProvider.System) { Scripts = new PolicyScripts(new PolicyLinker(worker), worker) });
}
