using Gates.Attestation.Keys;
using Gates.Attestation.Verification;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Verification;

public sealed class ReleaseCompletenessCheckTests : IDisposable
{
    private readonly SignedRelease release = new();

    [Fact]
    public async Task Tags_AllDecided_AreCounted()
    {
        var report = await VerifyAsync([("v1.2.0", SignedRelease.Commit), ("v1.1.0", "aa")]);
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldContain("releases: 1 of 1 tags since v1.2.0 have a decision");
    }

    [Fact]
    public async Task Tag_NewerThanADecidedOne_MustBeDecided() =>
        (await VerifyAsync([
            ("v1.3.0", "bb"),
            ("v1.2.0", SignedRelease.Commit)
        ])).Problems.ShouldBe([new VerificationProblem(VerificationFault.Incomplete, "v1.3.0: released from commit bb, and no decision about it is logged")]);

    /// <summary>Tags of one second have no order, so none of them is taken for older.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public async Task Tag_OfTheSecondOfADecidedOne_MustBeDecided(int seconds, int problems)
    {
        var decided = new DateTimeOffset(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);
        var report = await VerifyAsync(
            [("v1.2.0", SignedRelease.Commit), ("v1.3.0", "bb")],
            time: (tag, _) => tag == "v1.3.0" ? decided.AddSeconds(seconds) : decided);
        report.Problems.Count.ShouldBe(problems);
        report.Notes.ShouldContain($"releases: 1 of {1 + problems} tags since v1.2.0 have a decision");
    }

    [Fact]
    public async Task Tags_NoneDecided_DoesNotHold() =>
        (await VerifyAsync([
            ("v2", "bb"),
            ("v1", "aa")
        ])).Problems.ShouldBe([new VerificationProblem(VerificationFault.Incomplete, "no decision about any of the 2 tags is logged here: v2, v1")]);

    [Fact]
    public async Task Tag_OfAnotherYear_IsTheBusinessOfItsOwnBranch()
    {
        var report = await VerifyAsync(
            [("v2.0.0", "bb"), ("v1.2.0", SignedRelease.Commit)],
            2026,
            (tag, _) => new DateTimeOffset(tag == "v2.0.0" ? 2027 : 2026, 1, 2, 0, 0, 0, TimeSpan.Zero));
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldContain("releases: 1 of 1 tags since v1.2.0 have a decision");
    }

    [Fact]
    public async Task Tag_DecidedInTheBranchOfTheNextYear_IsNotMissing()
    {
        var report = await VerifyAsync(
            [("v1.3.0", "bb"), ("v1.2.0", SignedRelease.Commit)],
            2026,
            elsewhere: new Dictionary<string, string>(StringComparer.Ordinal) { ["bb"] = "gates-evidence/2027" });
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldContain("releases: v1.3.0 was decided about in gates-evidence/2027");
        report.Notes.ShouldContain("releases: 2 of 2 tags since v1.2.0 have a decision");
    }

    [Theory]
    [InlineData("v1.2.3", true)]
    [InlineData("1.2", true)]
    [InlineData("v2", true)]
    [InlineData("app/v2.0.0-rc.1", true)]
    [InlineData("app-1.4.0", true)]
    [InlineData("@acme/app@3.1.0", true)]
    [InlineData("release-7", true)]
    [InlineData("2026.12", true)]
    [InlineData("docs-2026-12", false)]
    [InlineData("backup/old", false)]
    [InlineData("nightly", false)]
    [InlineData("v-next", false)]
    public async Task Tag_ThatIsNoVersion_IsNamedAndNotMissing(string tag, bool counts)
    {
        var report = await VerifyAsync([(tag, "bb"), ("v1.2.0", SignedRelease.Commit)]);
        report.Problems.Count.ShouldBe(counts ? 1 : 0);
        report.Notes.Contains($"releases: 1 tags are no versions, and nothing must be decided about them: {tag}").ShouldBe(!counts);
    }

    public void Dispose() => release.Dispose();

    private Task<VerificationReport> VerifyAsync(
        (string Tag, string Commit)[] tags, int? year = null, Func<string, string, DateTimeOffset>? time = null, IReadOnlyDictionary<string, string>? elsewhere = null) =>
        new EvidenceVerifier(TrustedKeys.Read(KeyringJson.Write(release.Keyring), "ring"), release.Clock).VerifyAsync(release.Branch, [], run =>
            new ReleaseCompletenessCheck([.. tags.Select(tag => new ReleaseTag(tag.Tag, tag.Commit, time?.Invoke(tag.Tag, tag.Commit)))], year)
                .VerifyAsync(run, () => Task.FromResult(elsewhere ?? new Dictionary<string, string>(StringComparer.Ordinal))));
}
