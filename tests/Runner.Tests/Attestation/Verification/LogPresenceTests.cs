using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Verification;
using Runner.Tests.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Verification;

/// <summary>Evidence without the log that it belongs to shows nothing: whatever was taken away would not be missed.</summary>
public sealed class LogPresenceTests : IDisposable
{
    private const string Checkpoint = "log/2026/checkpoint";

    private readonly SignedRelease release = new();

    [Fact]
    public void Log_Deleted_IsMissing()
    {
        Move("log/", null);
        Problem().ShouldBe(new VerificationProblem(LogFault.Missing, "log/2026/checkpoint: missing: there is no log, and audit/2026/ holds 3 of its files"));
    }

    [Fact]
    public void Log_Renamed_IsMissing()
    {
        Move("log/", "LOG/");
        Problem().Fault.ShouldBe(LogFault.Missing);
    }

    [Fact]
    public void Checkpoint_Deleted_IsMissing()
    {
        release.Branch.Files.Remove(Checkpoint);
        Problem().ShouldBe(new VerificationProblem(LogFault.Missing, "log/2026/checkpoint: missing: there is no log"));
    }

    [Fact]
    public void Log_MovedToAnotherYear_IsOfTheWrongOrigin()
    {
        Move("log/2026/", "log/2025/");
        Problem().ShouldBe(new VerificationProblem(
            LogFault.WrongOrigin,
            "log/2025/checkpoint: the log of example.com/acme/app/2026; expected the log of example.com/acme/app/2025"));
    }

    [Fact]
    public async Task Log_OfAnotherRepositoryWithTheSameKey_IsOfTheWrongOrigin() =>
        (await VerifyAsync(new EvidenceBranchName(2026, "example.com/acme/other"))).Problems.ShouldHaveSingleItem().Message
            .ShouldBe("log/2026/checkpoint: the log of example.com/acme/app/2026; expected the log of example.com/acme/other/2026");

    [Fact]
    public async Task Branch_OfAnotherYearThanItsName_HasNoLog() =>
        (await VerifyAsync(EvidenceBranchName.From("gates-evidence/2027", null))).Problems.ShouldHaveSingleItem().Message
            .ShouldBe("log/2027/checkpoint: missing: there is no log, and the branch of that year always has one");

    [Fact]
    public async Task Branch_Empty_DoesNotHold()
    {
        release.Branch.Files.Clear();
        (await VerifyAsync(EvidenceBranchName.From("gates-evidence/2026", null))).Problems.Select(problem => problem.Fault)
            .ShouldBe([LogFault.Missing, VerificationFault.Incomplete, VerificationFault.NothingSigned]);
    }

    [Fact]
    public void Seen_WithoutAnyLog_IsMissing()
    {
        var bundle = new MemoryEvidence();
        bundle.Files["dlp.sigstore.json"] = release.Sign(SignedRelease.Result("dlp-scan"));
        release.Verify(bundle, null, ("seen.tlog-proof", release.Bundles[0].Proof)).Problems.ShouldHaveSingleItem().Message
            .ShouldBe("log/2026/checkpoint: missing: there is no log of example.com/acme/app/2026 here, and seen.tlog-proof is of one with 3 entries; it belongs to the branch gates-evidence/2026");
    }

    [Fact]
    public void Seen_OfAnotherRepositoryWithTheSameKey_IsNoContinuation()
    {
        using var other = new TestLog(seed: 2, origin: "example.com/acme/other/2026");
        other.Append(1);
        var proof = LogReader.Open(other.Store, other.Trusted)!.Proof(0).Bytes;
        release.Verify(release.Branch, null, ("seen.tlog-proof", proof)).Problems.ShouldHaveSingleItem().Message
            .ShouldBe("log/2026/checkpoint: the log of example.com/acme/app/2026; seen.tlog-proof is of example.com/acme/other/2026");
    }

    [Theory]
    [InlineData("audit/2026/extra.json")]
    [InlineData("audit/2025/11/22/extra.json")]
    [InlineData("audit/extra.txt")]
    [InlineData("elsewhere/extra.sigstore.json")]
    [InlineData("log/2026/extra")]
    [InlineData("README.md")]
    public void File_ThatTheLogDoesNotName_IsNamed(string path)
    {
        release.Branch.Files[path] = release.Bundles[0].Content;
        Problem().ShouldBe(new VerificationProblem(LogFault.NotLogged, $"{path}: no entry of the log names this file"));
    }

    [Fact]
    public void Decision_TakenOutOfBranchAndLog_IsNotSilent()
    {
        using var undecided = new SignedRelease(decided: false);
        undecided.Verify(undecided.Branch).Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            problem =>
                problem.Fault.ShouldBe(
                    VerificationFault.Incomplete), problem => problem.Message.ShouldStartWith("no release decision (*-_vsa-*.json) that holds is here"));
    }

    [Fact]
    public void LogKey_Revoked_IsSaidWithItsReason()
    {
        var keyring = new Keyring([.. release.Keyring.Keys.Select(entry => entry.Use == KeyUse.Log
            ? entry with { Revoked = new KeyRevocation(TestLog.Time.AddDays(3), "laptop lost") }
            : entry)]);
        release.Verify(release.Branch, keyring).Problems[0].Message
            .ShouldBe($"log/2026/checkpoint: signed by the log key {release.LogKey.KeyId}, which was revoked at 2026-11-25T10:30:00Z (laptop lost): no checkpoint and no proof of it counts any more; proofs must be made again under a key that does");
    }

    public void Dispose() => release.Dispose();

    private void Move(string from, string? to)
    {
        foreach (var path in release.Branch.Paths.Where(path => path.StartsWith(from, StringComparison.Ordinal)).ToList())
        {
            release.Branch.Files.Remove(path, out var content);
            if (to is not null)
            {
                release.Branch.Files[to + path[from.Length..]] = content!;
            }
        }
    }

    private VerificationProblem Problem() => release.Verify(release.Branch).Problems.ShouldHaveSingleItem();

    private Task<VerificationReport> VerifyAsync(EvidenceBranchName branch) =>
        new EvidenceVerifier(
            TrustedKeys.Read(KeyringJson.Write(release.Keyring), "ring"),
            release.Clock).VerifyAsync(release.Branch, [], _ => Task.CompletedTask, branch);
}
