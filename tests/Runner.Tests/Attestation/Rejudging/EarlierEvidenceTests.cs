using Gates.Attestation.Envelopes;
using Gates.Attestation.Rejudging;
using Gates.Attestation.Statements;
using Gates.Doors.Workers;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Runs;
using Runner.Tests.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Rejudging;

/// <summary>
/// Evidence that 0.1.0 left: an ES5 policy as it was, and a modern one and one in TypeScript as translations, all without a word on the engine.
/// </summary>
public sealed class EarlierEvidenceTests
{
    private static string Folder => Repository.Combine("tests", "Runner.Tests", "Attestation", "Rejudging", "Earlier");

    [Theory]
    [InlineData("plain")]
    [InlineData("modern")]
    [InlineData("typed")]
    public async Task Policy_JudgesTheSameStill(string gate)
    {
        var rejudged = await RejudgeAsync(gate, text => text);

        rejudged.Reasons.ShouldBeEmpty();
        rejudged.State.ShouldBe(RejudgedState.Same);
    }

    [Fact]
    public async Task DifferenceUnderAnotherEngine_IsToldAsOne_AndUnderTheSameAsMore()
    {
        var earlier = await RejudgeAsync(
            "plain",
            text => text.Replace("\"sha256\":\"" + Judgement("plain"), "\"sha256\":\"" + new string('0', 64), StringComparison.Ordinal));
        var now = await RejudgeAsync("plain", text => text
            .Replace("\"sha256\":\"" + Judgement("plain"), "\"sha256\":\"" + new string('0', 64), StringComparison.Ordinal)
            .Replace("\"source\":\"policies/plain", $"\"engine\":\"{PolicyEngine.Id}\",\"source\":\"policies/plain", StringComparison.Ordinal));

        earlier.State.ShouldBe(RejudgedState.DiffersByEngine);
        earlier.Reasons[^1].ShouldBe($"it was judged by Jint 2.10.4 and this program has {PolicyEngine.Id}: the engines may differ here; nothing that was signed was changed");
        now.State.ShouldBe(RejudgedState.Differs);
    }

    [Fact]
    public void TheRunAfterIt_SaysWhichDigestsChangedByTheirFormAlone()
    {
        var former = FormerPolicies.Read(Folder);

        former.Note([Now("plain", Plain), Now("modern", ("policies/modern/policy.js", Modern), ("policies/lib/tags.js", Tags))])
            .ShouldBe("plain, modern: policy digest changed by format, same sources.");
        former.Note([Now("plain", ("policies/plain/policy.js", Plain.Text + "// edited"))]).ShouldBeNull();
        former.Note([Samples.Gate("plain", "P", Verdict.Passed) with { Policy = new PolicySource("policies/plain/policy.js", Plain.Text) }]).ShouldBeNull();
        FormerPolicies.Read(Path.Combine(Folder, "nothing")).Note([Now("plain", Plain)]).ShouldBeNull();
    }

    [Fact]
    public void APolicyThatOnlyMoved_HasNotChangedItsForm()
    {
        using var folder = new TempFolder();
        var kept = PolicySource.From(
            "old",
            "policies/old/policy.js",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["policies/old/policy.js"] = Plain.Text });
        folder.Write($"policies/{kept.Digest}.js", kept.Text);
        folder.Write("results.json", $$$"""{"gates":[{"id":"plain","policy":{"sha256":"{{{kept.Digest}}}"}}]}""");

        FormerPolicies.Read(folder.Path).Note([Now("plain", Plain)]).ShouldBeNull();
    }

    private static (string Path, string Text) Plain =>
        ("policies/plain/policy.js", File.ReadAllText(Directory.GetFiles(Path.Combine(Folder, "policies"), "ea2e*.js").Single()));

    private const string Tags = "export const tagOf = (image) => image.split(\":\")[1] ?? \"latest\";\n";

    private const string Modern = """
        import { tagOf } from "../lib/tags.js";

        export const judge = (evidence, settings, report) => {
          for (const image of evidence.yaml.flatMap((doc) => doc.find("**.image"))) {
            report[tagOf(image.value) === "latest" ? "error" : "note"]("latest", `${image.value} has the tag ${tagOf(image.value)}`, image);
          }
        };

        """;

    private static GateResult Now(string id, params (string Path, string Text)[] modules) => Samples.Gate(id, id, Verdict.Passed) with
    {
        Policy = PolicySource.From(
            modules[0].Path,
            modules[0].Path,
            modules.ToDictionary(module => module.Path, module => module.Text, StringComparer.Ordinal)),
    };

    private static string Judgement(string gate) => RecordedGate.Read(Read(gate), gate).Judgement.ShouldNotBeNull();

    private static Statement Read(string gate) =>
        Statement.Read(SigstoreBundle.Read(File.ReadAllBytes(Path.Combine(Folder, "bundles", gate + ".sigstore.json")), gate).Envelope, gate);

    private static async Task<RejudgedGate> RejudgeAsync(string gate, Func<string, string> change)
    {
        var statement = Read(gate);
        statement = statement with { Predicate = System.Text.Json.JsonElement.Parse(change(statement.Predicate.GetRawText())) };
        var policy = RecordedGate.Read(statement, gate).Configuration["policy"];
        var inputs = new RecordedInputs(
            File.ReadAllBytes(Path.Combine(Folder, "policies", policy + ".js")),
            File.ReadAllBytes(Path.Combine(Folder, "settings", gate + ".json")),
            File.ReadAllBytes(Path.Combine(Folder, "evidence", gate + ".json")));
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        return await new Rejudger(worker).RunAsync(statement, gate, inputs, TestContext.Current.CancellationToken);
    }
}
