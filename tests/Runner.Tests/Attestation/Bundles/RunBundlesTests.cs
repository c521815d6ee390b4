using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Attestation.Bundles;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;
using Gates.Pipeline.Results;
using Gates.Policies;
using Runner.Tests.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Bundles;

public sealed class RunBundlesTests
{
    [Fact]
    public void Of_GateResult_SaysAsExpected() => Golden.Check("statement.expected.json", Statement(Samples.Red(), "dlp-scan"));

    [Fact]
    public void Of_ReleaseDecision_SaysAsExpected() =>
        Golden.Check("vsa.expected.json", SignedRun.Indent(SignedRun.Sign(Samples.Red()).Read(RunBundles.ReleaseDecisionName).Predicate));

    [Fact]
    public void Of_DecisionLog_SaysAsExpected() =>
        Golden.Check("prov.expected.json", SignedRun.Indent(SignedRun.Sign(Samples.Red()).Read(RunBundles.DecisionLogName).Predicate));

    [Fact]
    public void Of_SameRunAgain_HasTheSameBytes()
    {
        var (one, other) = (SignedRun.Sign(Samples.Red()), SignedRun.Sign(Samples.Red()));
        one.Select(file => file.Name).ShouldBe(
        [
            "bundles/dlp-scan.sigstore.json", "bundles/base-image-allowlist.sigstore.json", "bundles/hermetic-build.sigstore.json",
            "prov.json", "bundles/_decision.sigstore.json", "bundles/_vsa.sigstore.json", "disclosures.json",
        ]);
        one.Select(file => Convert.ToHexString(file.Content)).ShouldBe(other.Select(file => Convert.ToHexString(file.Content)));
    }

    [Fact]
    public void Of_Decision_NamesEveryBundleByDigest()
    {
        var files = SignedRun.Sign(Samples.Red());
        var inputs = files.Read(RunBundles.ReleaseDecisionName).Predicate.GetProperty("inputAttestations").EnumerateArray().ToList();
        inputs.Count.ShouldBe(3);
        foreach (var input in inputs)
        {
            var file = files.Single(file => file.Name == input.GetProperty("uri").GetString());
            input.GetProperty("digest").GetProperty("sha256").GetString().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file.Content)));
        }
    }

    [Fact]
    public void Of_DecisionLog_StandsAsAFileOfItsOwn()
    {
        var files = SignedRun.Sign(Samples.Red());
        files.Single(file => file.Name == "prov.json").Content.ShouldBe(CanonicalJson.Of(files.Read(RunBundles.DecisionLogName).Predicate));
    }

    [Fact]
    public void Of_PeopleMessagesAndLogs_AreInNoBundle()
    {
        var report = Samples.Red();
        report = report with
        {
            Results =
            [
                .. report.Results.Select(gate => gate with
                {
                    Log = ["a-log-line"],
                    Error = gate.GateId == "hermetic-build" ? "policy.js:1: threw a-thrown-value" : null
                }),
            ],
        };
        foreach (var file in SignedRun.Sign(report).Where(file => !file.IsPrivate))
        {
            var text = file.Name == "prov.json"
                ? Encoding.UTF8.GetString(file.Content)
                : Encoding.UTF8.GetString(SigstoreBundle.Read(file.Content, file.Name).Envelope.Payload.Span);
            foreach (var unwanted in new[] { "octocat", "@acme/payments", "4111…1111", "A private key", "a-log-line", "a-thrown-value", "Revoke it" })
            {
                text.ShouldNotContain(unwanted, customMessage: file.Name);
            }
        }
    }

    [Fact]
    public void Of_Disclosures_OpenTheCommitmentsOfTheStatements()
    {
        var files = SignedRun.Sign(Samples.Red());
        var opened = JsonDocument.Parse(files[^1].Content).RootElement.GetProperty("disclosures").EnumerateObject()
            .ToDictionary(
                one => one.Name,
                one => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(one.Value.GetString())),
                StringComparer.Ordinal);
        var gates = files.Read("bundles/dlp-scan.sigstore.json").Predicate.GetProperty("gates");
        opened[gates.GetProperty("waivers")[0].GetProperty("_sd")[0].GetString()!].ShouldContain("\"owner\",\"@acme/payments\"");
        opened[gates.GetProperty("run").GetProperty("_sd")[0].GetString()!].ShouldContain("\"actor\",\"octocat\"");
        opened.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(nameof(Verdict.Failed), "FAILED", "FAILED")]
    [InlineData(nameof(Verdict.Errored), "FAILED", "FAILED")]
    [InlineData(nameof(Verdict.Warned), "WARNED", "GATES_RELEASE_PASSED")]
    [InlineData(nameof(Verdict.Waived), "PASSED", "GATES_RELEASE_PASSED")]
    [InlineData(nameof(Verdict.Passed), "PASSED", "GATES_RELEASE_PASSED")]
    [InlineData(nameof(Verdict.Skipped), "PASSED", "FAILED")]
    public void Of_EveryVerdict_IsSigned(string verdict, string result, string level)
    {
        var files = SignedRun.Sign(Samples.Run([Samples.Gate("g", "G", Enum.Parse<Verdict>(verdict))]));
        files.Read("bundles/g.sigstore.json").Predicate.GetProperty("result").GetString().ShouldBe(result);
        files.Read(RunBundles.ReleaseDecisionName).Predicate.GetProperty("verifiedLevels")[0].GetString().ShouldBe(level);
        files.Read(RunBundles.DecisionLogName).Predicate
            .GetRawText()
            .ShouldContain($"\"gates:release\":\"{level}\"", Case.Sensitive, "both say the same of a release");
    }

    [Fact]
    public void Of_GatesThatSawNothing_SayWhy()
    {
        var files = SignedRun.Sign(Samples.Run(
        [
            Samples.Gate("skipped", "S", Verdict.Skipped) with { Evidence = null, SkipReason = "no changed file matches" },
            Samples.Gate("errored", "E", Verdict.Warned) with { Evidence = null, Mode = GateMode.Warn, Error = "it went away" },
        ]));
        var skipped = files.Read("bundles/skipped.sigstore.json").Predicate.GetProperty("gates");
        skipped.GetProperty("not_run_reason").GetString().ShouldBe("no changed file matches");
        skipped.TryGetProperty("judgement", out _).ShouldBeFalse();
        files.Read("bundles/errored.sigstore.json").Predicate
            .GetProperty("gates")
            .GetProperty("reason")
            .GetString()
            .ShouldBe("could not be evaluated, which does not block in mode warn");
    }

    [Fact]
    public void Of_MoreFindingsThanAStatementHolds_AreCountedAndStillJudgedAgain()
    {
        var gates = SignedRun.Sign(Samples.Many(GateStatement.MaxFindings + 1)).Read("bundles/dlp-scan.sigstore.json").Predicate.GetProperty("gates");
        gates.GetProperty("findings").GetArrayLength().ShouldBe(0);
        gates.GetProperty("findingsOmitted").GetInt32().ShouldBe(GateStatement.MaxFindings + 1);
        gates.GetProperty("judgement").GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        SignedRun.Sign(Samples.Many(GateStatement.MaxFindings))
            .Read("bundles/dlp-scan.sigstore.json").Predicate
            .GetProperty("gates")
            .GetProperty("findings")
            .GetArrayLength()
            .ShouldBe(GateStatement.MaxFindings);
    }

    [Fact]
    public void Of_HostileTexts_AreSignedWithoutHarm()
    {
        var text = "\ud800\u0000\"," + new string('x', 100_000);
        var gate = Samples.Gate("g", text, Verdict.Failed) with
        {
            Findings = [Samples.Found(new Finding(text, Severity.Error, text, new Location(text, 1)))],
            Passed = [new Check(text + "1", text)],
            Metrics = [new Metric(text, double.NaN, text)],
        };
        var file = SignedRun.Sign(Samples.Run([gate]))[0];
        file.Content.Length.ShouldBeLessThan(40_000);
    }

    [Fact]
    public void PolicyDigest_SameRulesInAnotherOrder_IsTheSame()
    {
        var kept = SignedRun.Keep(Samples.Red());
        ReleaseDecision.PolicyDigest([.. kept.Reverse()]).ShouldBe(ReleaseDecision.PolicyDigest(kept));
        ReleaseDecision.PolicyDigest([.. kept.Skip(1)]).ShouldNotBe(ReleaseDecision.PolicyDigest(kept));
        ReleaseDecision.PolicyDigest([kept[0] with { Settings = kept[1].Policy }, .. kept.Skip(1)]).ShouldNotBe(ReleaseDecision.PolicyDigest(kept));
    }

    [Fact]
    public void Rules_that_the_evidence_names_are_in_statement_decision_and_log()
    {
        var digest = new string('7', 64);
        var red = Samples.Red();
        using var facts = JsonDocument.Parse($$$"""{"rules": {"version": "1.2.3", "digest": "{{{digest}}}", "count": 400, "custom": 1}}""");
        var results = red.Results.Select(gate => gate.GateId == "dlp-scan"
            ? gate with { Evidence = new Evidence("dlp-scan/v1", facts.RootElement.Clone()) }
            : gate).ToList();
        var ruled = red with { Results = results };

        ReleaseDecision.PolicyDigest(SignedRun.Keep(ruled)).ShouldNotBe(ReleaseDecision.PolicyDigest(SignedRun.Keep(red)));
        Statement(ruled, "dlp-scan").ShouldContain("\"policy_version\": \"1.2.3\"");
        SignedRun.Indent(SignedRun.Sign(ruled).Read(RunBundles.DecisionLogName).Predicate).ShouldContain("sha256:" + digest);
    }

    private static string Statement(RunReport report, string gate) => SignedRun.Indent(SignedRun.Sign(report).Read($"bundles/{gate}.sigstore.json").Predicate);
}
