using Gates.Runner.Attesting.Keys;
using Gates.Runner.Attesting.Verification;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attesting.Verification;

public sealed class ReleasePopulationTests : IDisposable
{
    private readonly SignedRelease release = new();

    [Fact]
    public async Task Tags_AllDecided_AreCounted()
    {
        var report = await VerifyAsync(("v1.2.0", SignedRelease.Commit), ("v1.1.0", "aa"));
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldContain("releases: 1 of 1 tags since v1.2.0 have a decision");
    }

    [Fact]
    public async Task Tag_NewerThanADecidedOne_MustBeDecided() =>
        (await VerifyAsync(("v1.3.0", "bb"), ("v1.2.0", SignedRelease.Commit))).Problems.ShouldBe([new VerificationProblem(VerificationFault.Incomplete, "v1.3.0: released from commit bb, and no decision about it is logged")]);

    [Fact]
    public async Task Tags_NoneDecided_IsSaid() => (await VerifyAsync(("v1", "aa"))).Notes.ShouldContain("releases: no tag of this clone has a decision here");

    public void Dispose() => release.Dispose();

    private Task<VerificationReport> VerifyAsync(params (string Tag, string Commit)[] tags) =>
        new EvidenceVerifier(TrustedKeys.Read(KeyringJson.Write(release.Keyring), "ring"), release.Clock).VerifyAsync(release.Branch, [], run =>
        {
            new ReleasePopulation(tags).Verify(run);
            return Task.CompletedTask;
        });
}
