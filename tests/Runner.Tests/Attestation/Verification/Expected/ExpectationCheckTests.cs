using System.Text;
using System.Text.Json;
using Gates.Attestation.Controls;
using Gates.Attestation.Keys;
using Gates.Attestation.Packs;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Gates.Attestation.Verification.Expected;
using Gates.Formats.Foundation;
using Runner.Tests.Attestation.Packs;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Verification.Expected;

/// <summary>True evidence of another release is no evidence for this one.</summary>
public sealed class ExpectationCheckTests : IDisposable
{
    private const string OtherCommit = "00000000000000000000000000000000000000aa";

    private readonly SignedRelease release = new();

    public void Dispose() => release.Dispose();

    [Fact]
    public async Task Pack_SaysWhatItIsAbout()
    {
        var report = await VerifyAsync(new Expectations());

        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldContain($"about: v1.2.0 of https://example.com/acme/app, commit {SignedRelease.Commit}");
        report.Notes.ShouldContain($"decision: PASSED for commit {SignedRelease.Commit}");
        report.Verified.Single(file => file.Path == "manifest.sigstore.json").What.ShouldEndWith("of v1.2.0, commit 1f2e3d4c5b6a, decision passed");
    }

    public static TheoryData<string, string?> Cases => new()
    {
        { "tag=v1.2.0", null },
        { "tag=v1.3.0", "manifest.sigstore.json: is of v1.2.0, not of v1.3.0" },
        { "commit=1f2e3d4", null },
        { "commit=" + OtherCommit, "nothing that is signed here is about the commit " + OtherCommit },
        { "repository=git@example.com:acme/app.git", null },
        { "repository=example.com/acme/other", "manifest.sigstore.json: is of example.com/acme/app, not of example.com/acme/other" },
        { "artifact=app", null },
        { "artifact=evil", "nothing that is signed here is about evil" },
        { "passed=", null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Expectation_HoldsOrIsNamed(string expectation, string? problem)
    {
        var (key, value) = (expectation.Split('=')[0], expectation[(expectation.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var report = await VerifyAsync(new Expectations
        {
            Tag = key == "tag" ? value : null,
            Commit = key == "commit" ? value : null,
            Repository = key == "repository" ? value : null,
            Artefacts = key == "artifact" ? [Artefact(value)] : [],
            RequirePassed = key == "passed",
        });

        report.Problems.Where(one => one.Fault == VerificationFault.NotExpected).Select(one => one.Message).Any().ShouldBe(problem is not null);
        report.Problems.All(one => one.Fault == VerificationFault.NotExpected).ShouldBeTrue();
        report.Problems.Any(one => problem is not null && one.Message.StartsWith(problem, StringComparison.Ordinal)).ShouldBe(problem is not null);
    }

    [Fact]
    public async Task Pack_ThatWasRenamed_IsNotTheOtherRelease()
    {
        var report = await VerifyAsync(new Expectations(), "evidence-pack-v9.0.0.zip");

        report.Problems.ShouldHaveSingleItem().Message.ShouldBe("manifest.sigstore.json: is of v1.2.0, and the file's name says v9.0.0: it was renamed");
    }

    [Fact]
    public async Task Decision_ThatIsFailedOrMissing_IsNoPass()
    {
        release.Append("z_vsa", Failed());
        var report = await VerifyAsync(new Expectations { RequirePassed = true });

        report.Problems.ShouldHaveSingleItem().Message.ShouldBe(
            $"bundles/z_vsa.sigstore.json: the newest decision about the commit {SignedRelease.Commit} is FAILED, and a PASSED one is required");
        Page().ShouldContain("The decision in it is **FAILED**");

        using var undecided = new SignedRelease(decided: false);
        var without = await VerifyAsync(new Expectations { RequirePassed = true }, from: undecided);
        without.Problems.ShouldHaveSingleItem().Message.ShouldStartWith("no decision about the commit ");
    }

    [Fact]
    public void Pack_WithAnAttestationOfAnotherCommit_DoesNotHold()
    {
        var attested = new Statement(
            [Subject.Commit("x@v1.2.0", OtherCommit)],
            StatementKinds.Controls,
            JsonElement.Parse($$"""{"release":"v1.2.0","commit":"{{OtherCommit}}","repository":"x","files":[]}"""));
        var input = release.PackInput();
        input = input with
        {
            Files = new Dictionary<string, byte[]>(input.Files, StringComparer.Ordinal)
            {
                ["control-attestation-v1.2.0.sigstore.json"] = release.Sign(attested, release.ReleaseKey),
            },
        };
        var files = SignedRelease.Unpacked(TestPack.From(input, release.ReleaseKey).Archive);

        release.Verify(files).Problems.ShouldHaveSingleItem().Message.ShouldBe(
            $"control-attestation-v1.2.0.sigstore.json: is about the commit {OtherCommit}; manifest.sigstore.json is of {SignedRelease.Commit}");
    }

    [Fact]
    public void Expectation_ThatMeansNothing_IsWrongUsage()
    {
        Should.Throw<UsageException>(() => new Expectations { Commit = "main" }.Demand()).Message.ShouldContain("not the id of a commit");
        Should.Throw<UsageException>(() => new Expectations { Tag = "v1" }.DemandForBranch()).Message.ShouldContain("--tag");
        Should.Throw<UsageException>(() => new Expectations { RequirePassed = true }.DemandForBranch()).Message.ShouldContain("--require-passed");
        new Expectations { RequirePassed = true, Commit = "1f2e3d4" }.DemandForBranch();
    }

    private static EvidenceItem Artefact(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return EvidenceFolder.Read(stream, text);
    }

    private string Page()
    {
        var files = SignedRelease.Unpacked(TestPack.From(release.PackInput(), release.ReleaseKey).Archive);
        return Encoding.UTF8.GetString(files.Read("VERIFY.md")!);
    }

    private static Statement Failed()
    {
        var decision = SignedRelease.Decision([]);
        return decision with { Predicate = JsonElement.Parse(decision.Predicate.GetRawText().Replace("PASSED", "FAILED", StringComparison.Ordinal)) };
    }

    private Task<VerificationReport> VerifyAsync(Expectations wanted, string name = "evidence-pack-v1.2.0.zip", SignedRelease? from = null)
    {
        var one = from ?? release;
        var pack = TestPack.From(
            one.PackInput() with { Artefacts = wanted.Artefacts.Count > 0 ? [Subject.File("app", Artefact("app").Sha256)] : [] },
            one.ReleaseKey);
        var verifier = new EvidenceVerifier(TrustedKeys.Read(KeyringJson.Write(one.Keyring), "the trusted keyring"), one.Clock);
        return verifier.VerifyAsync(SignedRelease.Unpacked(pack.Archive), [], run =>
        {
            new ExpectationCheck(wanted, name, isBranch: false).Verify(run);
            return Task.CompletedTask;
        });
    }
}
