using System.Text;
using System.Text.Json;
using Gates.Attestation;
using Gates.Attestation.Bundles;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Rejudging;
using Gates.Attestation.Statements;
using Gates.Doors.Workers;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Pipeline.RunFolder;
using Gates.Pipeline.Unseen;
using Gates.Policies;
using Runner.Tests.Attestation.Bundles;
using Runner.Tests.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Rejudging;

public sealed class RejudgerTests
{
    private const string Policy = """
        function judge(evidence, settings, report) {
          evidence.files.forEach(function (file) { report.error(settings.rule, 'found ' + file, { path: file, line: 1 }); });
          report.pass('looked', 'yes');
          report.metric('files', evidence.files.length);
        }

        """;

    private static readonly RecordedInputs Recorded = new(
        Bytes(Policy),
        Bytes("""{"rule":"r"}"""),
        Bytes("""{"kind":"facts/v1","facts":{"files":["a","b"]}}"""));

    [Fact]
    public async Task SameInputs_AreJudgedTheSame()
    {
        var rejudged = await RejudgeAsync(await StatementAsync(), Recorded);
        rejudged.Reasons.ShouldBeEmpty();
        rejudged.State.ShouldBe(RejudgedState.Same);
    }

    [Fact]
    public async Task TamperedEvidence_IsNamed()
    {
        var rejudged = await RejudgeAsync(await StatementAsync(), Recorded with { Evidence = Bytes("""{"kind":"facts/v1","facts":{"files":["a"]}}""") });
        rejudged.State.ShouldBe(RejudgedState.Differs);
        rejudged.Reasons.ShouldHaveSingleItem().ShouldStartWith("evidence: not what was signed: its sha256 is ");
    }

    [Fact]
    public async Task TamperedPolicyAndSettings_AreNamed()
    {
        var rejudged = await RejudgeAsync(await StatementAsync(), Recorded with { Policy = Bytes("function judge() {}"), Settings = Bytes("{}") });
        rejudged.Reasons.Select(reason => reason.Split(':')[0]).ShouldBe(["policy", "settings"]);
    }

    [Fact]
    public async Task EvidenceThatWasNotKept_IsNamed() =>
        (await RejudgeAsync(await StatementAsync(), Recorded with { Evidence = null })).Reasons
            .ShouldHaveSingleItem()
            .ShouldStartWith("evidence: not here; the statement names sha256 ");

    [Fact]
    public async Task StatementThatHidesAFinding_DoesNotHold()
    {
        var honest = await ResultAsync();
        var rejudged = await RejudgeAsync(Sign(honest with { Findings = [honest.Findings[0]], Verdict = Verdict.Failed }), Recorded);
        rejudged.State.ShouldBe(RejudgedState.Differs);
        rejudged.Reasons.Count.ShouldBe(2);
        rejudged.Reasons[0].ShouldStartWith("the policy judges otherwise now: ");
        rejudged.Reasons[1].ShouldBe("error r in b is found now, but not in the statement");
    }

    [Fact]
    public async Task StatementThatChangesItsVerdict_DoesNotHold() =>
        (await RejudgeAsync(
            Sign(await ResultAsync() with { Verdict = Verdict.Passed }),
            Recorded)).Reasons.ShouldBe(["the statement says passed, its findings say failed"]);

    [Theory]
    [InlineData("Errored", "")]
    [InlineData("Failed", "the statement says failed, its findings say could not evaluate")]
    public async Task EvidenceThatSaysWhatWasNotSeen_GivesTheSameVerdictAgain(string verdict, string expected)
    {
        var honest = await ResultAsync();
        var coverage = new Coverage();
        coverage.Saw("a");
        coverage.LeftOut(UnseenReasons.Sparse, "b");
        var evidence = CoveredEvidence.Of(honest.Evidence!, coverage.Summary());
        var inputs = Recorded with { Evidence = Bytes($"{{\"kind\":\"facts/v1\",\"facts\":{evidence.Facts.GetRawText()}}}") };
        var result = honest with
        {
            Evidence = evidence,
            Coverage = coverage.Summary(),
            Verdict = Enum.Parse<Verdict>(verdict),
            Error = verdict == "Errored" ? coverage.Summary()!.Problem : null
        };

        (await RejudgeAsync(Sign(result, evidence: inputs.Evidence), inputs)).Reasons.ShouldBe(expected.Length == 0 ? [] : [expected]);
    }

    [Fact]
    public async Task StatementThatChangesItsResult_DoesNotHold()
    {
        var statement = await StatementAsync();
        var lying = statement with
        {
            Predicate = JsonElement.Parse(statement.Predicate.GetRawText().Replace("\"FAILED\"", "\"PASSED\"", StringComparison.Ordinal))
        };
        (await RejudgeAsync(lying, Recorded)).Reasons.ShouldBe(["the statement's result is PASSED, its verdict failed"]);
    }

    [Fact]
    public async Task PolicyThatDoesNotFinish_IsADifference()
    {
        var policy = Bytes("function judge() { throw new Error('not this time'); }");
        var rejudged = await RejudgeAsync(Sign(await ResultAsync(), policy), Recorded with { Policy = policy });
        rejudged.Reasons.ShouldHaveSingleItem().ShouldContain("not this time");
    }

    [Theory]
    [InlineData(null, "a path filter", "the gate did not run: a path filter")]
    [InlineData("it went away", null, "the gate could not be evaluated, so there was no judgement")]
    public async Task GateWithoutAJudgement_HasNothingToJudge(string? error, string? skip, string reason)
    {
        var result = Samples.Gate("g", "G", Verdict.Skipped) with { Evidence = null, Error = error, SkipReason = skip };
        var rejudged = await RejudgeAsync(Sign(result), Recorded);
        rejudged.State.ShouldBe(RejudgedState.NothingToJudge);
        rejudged.Reasons.ShouldBe([reason]);
    }

    [Fact]
    public async Task AnotherKindOfStatement_IsRefused() =>
        (await Should.ThrowAsync<EvidenceFormatException>(() => RejudgeAsync(
            new Statement([Subject.Commit("head", "1")], "https://slsa.dev/provenance/v1", JsonElement.Parse("{}")),
            Recorded)))
            .Message.ShouldBe("b.json: the statement is `https://slsa.dev/provenance/v1`, not a gate's result (https://in-toto.io/attestation/test-result/v0.1)");

    [Theory]
    [InlineData("\"mode\":\"enforce\"", "\"mode\":\"enfroce\"", "b.json: predicate.gates.mode: `enfroce` is not one of off, audit, warn, enforce")]
    [InlineData("\"version\":1", "\"version\":2", "b.json: predicate.gates.version: this program reads version 1")]
    [InlineData("\"name\":\"settings\"", "\"name\":\"policy\"", "b.json: predicate.configuration: names something twice")]
    public async Task StatementThatIsNotOurs_IsRefusedWithItsPlace(string old, string wrong, string message)
    {
        var statement = await StatementAsync();
        var text = statement.Predicate.GetRawText();
        text.ShouldContain(old);
        var changed = statement with { Predicate = JsonElement.Parse(text.Replace(old, wrong, StringComparison.Ordinal)) };
        (await Should.ThrowAsync<EvidenceFormatException>(() => RejudgeAsync(changed, Recorded))).Message.ShouldBe(message);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static async Task<Statement> StatementAsync() => Sign(await ResultAsync());

    private static Statement Sign(GateResult result, byte[]? policy = null, ReadOnlyMemory<byte>? evidence = null)
    {
        var kept = new KeptGate(
            result,
            File(policy ?? Recorded.Policy),
            File(Recorded.Settings),
            result.Evidence is null ? null : File(evidence ?? Recorded.Evidence!.Value));
        using var key = SignedRun.Key();
        var report = Samples.Run([result]);
        return SignedRun.Sign(report, [kept], SignedRun.Facts, key).Read("bundles/g.sigstore.json");
    }

    private static KeptFile File(ReadOnlyMemory<byte> content) =>
        new("f", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content.Span)), content.Length);

    /// <summary>What the pipeline would make of the recorded inputs.</summary>
    private static async Task<GateResult> ResultAsync()
    {
        var settings = JsonElement.Parse(Recorded.Settings.Span);
        var evidence = new Evidence("facts/v1", JsonElement.Parse("""{"files":["a","b"]}"""));
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        worker.Start();
        var judgement = await worker.JudgeAsync(new PolicySource("p.js", Policy), evidence, settings, new PolicyLimits(), CancellationToken.None);
        return Samples.Gate("g", "G", Verdict.Failed) with
        {
            Settings = settings,
            Evidence = evidence,
            Findings = [.. judgement.Findings.Select((finding, i) => Samples.Found(finding with { Help = "help" }, number: i))],
            Passed = judgement.Passed,
            Metrics = judgement.Metrics,
        };
    }

    private static async Task<RejudgedGate> RejudgeAsync(Statement statement, RecordedInputs inputs)
    {
        await using var worker = new PolicyWorker(BuiltWorker.Options, TimeProvider.System);
        worker.Start();
        return await new Rejudger(worker).RunAsync(statement, "b.json", inputs, CancellationToken.None);
    }
}
