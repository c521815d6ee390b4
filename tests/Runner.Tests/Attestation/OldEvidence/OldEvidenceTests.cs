using Gates.Attestation;
using Gates.Attestation.Keys;
using Gates.Attestation.Verification;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.OldEvidence;

/// <summary>What version 0.1.0 made stays verifiable.</summary>
public sealed class OldEvidenceTests
{
    [Fact]
    public void Branch_OfTheFirstNewYear_Holds()
    {
        var report = Verify(new FolderEvidence(new DirectoryInfo(At("branch"))), "branch-keyring.json", new DateTimeOffset(2027, 1, 4, 0, 0, 0, TimeSpan.Zero));
        report.Problems.ShouldBeEmpty();
        report.Verified.Count.ShouldBe(10);
        report.Verified.ShouldAllBe(file => file.Entry != null);
    }

    [Fact]
    public void Pack_WhileItsKeyCounts_Holds()
    {
        var report = Verify(Pack(), "pack-keyring.json", new DateTimeOffset(2027, 6, 1, 0, 0, 0, TimeSpan.Zero));
        report.Problems.ShouldBeEmpty();
        report.Verified.Count.ShouldBe(7);
    }

    [Fact]
    public void Pack_AfterItsKey_KeepsWhatWasLoggedAndSaysWhatIsMissing()
    {
        var report = Verify(Pack(), "pack-keyring.json", new DateTimeOffset(2028, 6, 1, 0, 0, 0, TimeSpan.Zero));
        report.Verified.Count.ShouldBe(5, "the results were logged");
        report.Problems
            .Where(problem => problem.Fault == VerificationFault.BadSignature)
            .ShouldAllBe(problem => problem.Message.Contains("no log entry proves that it was there while the key counted", StringComparison.Ordinal));
    }

    private static string At(string name) => Repository.Combine("tests", "Runner.Tests", "Attestation", "OldEvidence", "0.1.0", name);

    private static ArchiveEvidence Pack()
    {
        using var stream = File.OpenRead(At("pack.zip"));
        return new ArchiveEvidence(stream, "pack.zip");
    }

    private static VerificationReport Verify(IEvidenceFiles files, string keyring, DateTimeOffset now)
    {
        var clock = new ManualTime();
        clock.Advance(now - DateTimeOffset.UnixEpoch);
        return new EvidenceVerifier(TrustedKeys.Read(File.ReadAllBytes(At(keyring)), keyring), clock).Verify(files);
    }
}
