using System.Text;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Verification;
using Runner.Tests.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Verification;

/// <summary>Each way to tamper with an evidence branch is found and named.</summary>
public sealed class BranchTests : IDisposable
{
    private const string Dlp = "audit/2026/11/22/dlp-scan.json";

    private readonly SignedRelease release = new();

    [Fact]
    public void Branch_Untouched_Holds()
    {
        var report = release.Verify(release.Branch);
        report.Problems.ShouldBeEmpty();
        report.Verified.Select(file => $"{file.Path} {file.What} #{file.Entry?.Index}").ShouldBe(
        [
            "audit/2026/11/22/_vsa.json release decision passed for commit 1f2e3d4c5b6a #2",
            "audit/2026/11/22/dlp-scan.json dlp-scan passed for commit 1f2e3d4c5b6a #0",
            "audit/2026/11/22/hermetic-build.json hermetic-build passed for commit 1f2e3d4c5b6a #1",
        ]);
        report.Notes.ShouldBe([$"times: the entries of {TestLog.Origin}; its log key answers for them"]);
    }

    [Fact]
    public void Evidence_Edited_SignatureAndLogBothSaySo()
    {
        release.Branch.Files[Dlp] = Encoding.UTF8.GetBytes(Encoding.UTF8
            .GetString(release.Branch.Files[Dlp])
            .Replace("\"payload\": \"ey", "\"payload\": \"fy", StringComparison.Ordinal));
        Faults().ShouldBe([LogFault.EvidenceEdited, VerificationFault.Malformed, VerificationFault.Incomplete]);
    }

    [Fact]
    public void Evidence_SwappedForAnotherSignedOne_IsFound()
    {
        release.Branch.Files[Dlp] = release.Branch.Files["audit/2026/11/22/hermetic-build.json"];
        Faults().ShouldContain(LogFault.EvidenceEdited);
    }

    [Fact]
    public void Evidence_Removed_IsFoundByTheLogAndByTheDecision()
    {
        release.Branch.Files.Remove(Dlp);
        Faults().ShouldBe([LogFault.EvidenceEdited, VerificationFault.Incomplete]);
    }

    [Fact]
    public void Evidence_NeverLogged_IsFound()
    {
        release.Branch.Files["audit/2026/11/22/late.json"] = release.Sign(SignedRelease.Result("late"));
        Faults().ShouldBe([LogFault.NotLogged, VerificationFault.NotListed]);
    }

    [Fact]
    public void Tail_CutOff_IsFoundByAProofFromBefore()
    {
        using var shorter = new SignedRelease();
        release.Append("more", SignedRelease.Result("more"));
        var proof = release.Bundles[^1].Proof;
        var problem = release.Verify(shorter.Branch, null, ("v1.2.0.tlog-proof", proof)).Problems.ShouldHaveSingleItem();
        problem.Fault.ShouldBe(LogFault.RolledBack);
        problem.Message.ShouldContain("3 entries, and v1.2.0.tlog-proof saw 4: the end of the log was cut off");
    }

    [Fact]
    public void History_Rewritten_IsFoundByAProofFromBefore()
    {
        using var other = new SignedRelease();
        release.Append("one", SignedRelease.Result("one"));
        other.Append("two", SignedRelease.Result("two"));
        release.Verify(other.Branch, null, ("v1.2.0.tlog-proof", release.Bundles[0].Proof)).Problems
            .Select(problem => problem.Fault)
            .ShouldContain(LogFault.SplitView);
    }

    [Fact]
    public void Checkpoint_OfAnotherKey_IsForged()
    {
        var keyring = new Keyring([.. release.Keyring.Keys.Where(entry => entry.Use != KeyUse.Log)]);
        release.Verify(release.Branch, keyring).Problems[0].Fault.ShouldBe(LogFault.ForgedCheckpoint);
    }

    [Fact]
    public void Key_RevokedBeforeTheEntry_RefusesWhatItSigned()
    {
        var problems = release.Verify(release.Branch, With(entry => entry with { Revoked = new KeyRevocation(TestLog.Time, "stolen") })).Problems;
        problems.Where(problem => problem.Fault == VerificationFault.BadSignature).Select(problem => problem.Message)
            .ShouldContain($"{Dlp}: the key {release.EvidenceKey.KeyId} was revoked at 2026-11-22T10:30:00Z (stolen); the signature is of 2026-11-22T10:30:00Z");
    }

    [Fact]
    public void Key_RevokedAfterTheEntry_StillCounts() =>
        release.Verify(
            release.Branch,
            With(entry => entry with { Revoked = new KeyRevocation(TestLog.Time.AddSeconds(1), "retired") })).Problems.ShouldBeEmpty();

    [Fact]
    public void Key_EndedSince_StillCountsForWhatTheLogHasFromItsTime()
    {
        release.Clock.Advance(TimeSpan.FromDays(800));
        release.Verify(release.Branch).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Key_EndedBeforeTheEntry_IsRefused() =>
        release.Verify(release.Branch, With(entry => entry with { ValidTo = TestLog.Time })).Problems
            .Select(problem => problem.Fault)
            .ShouldContain(VerificationFault.BadSignature);

    [Fact]
    public void Key_OfAnotherUse_IsRefused()
    {
        release.AppendBytes("stray", release.Sign(SignedRelease.Result("stray"), release.LogKey));
        release.Verify(release.Branch).Problems
            .Select(problem => problem.Message)
            .ShouldContain($"audit/2026/11/22/stray.json: the key {release.LogKey.KeyId} is for log, not for evidence");
    }

    [Fact]
    public void Result_NoDecisionRestsOn_IsSaid()
    {
        release.Append("late", SignedRelease.Result("late"));
        Faults().ShouldBe([VerificationFault.NotListed]);
    }

    public void Dispose() => release.Dispose();

    private IEnumerable<string> Faults() => release.Verify(release.Branch).Problems.Select(problem => problem.Fault);

    private Keyring With(Func<KeyringEntry, KeyringEntry> change) =>
        new([.. release.Keyring.Keys.Select(entry => entry.Use == KeyUse.Evidence ? change(entry) : entry)]);
}
