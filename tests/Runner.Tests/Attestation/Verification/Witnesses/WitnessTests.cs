using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Verification;
using Runner.Tests.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Verification.Witnesses;

/// <summary>What outsiders saw of a log is named, gives a better time than the log's own word, and can be demanded.</summary>
public sealed class WitnessTests : IDisposable
{
    private const string Checkpoint = "log/2026/checkpoint";

    private static readonly DateTimeOffset Seen = TestLog.Time.AddHours(6);

    private readonly SignedRelease release = new();
    private readonly Dictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private readonly Ed25519PrivateKey one = Ed25519PrivateKey.From(Enumerable.Repeat((byte)11, 32).ToArray());
    private readonly Ed25519PrivateKey two = Ed25519PrivateKey.From(Enumerable.Repeat((byte)12, 32).ToArray());

    private WitnessVerifier Auditor => new("example.org/auditor", one.PublicKey);

    private WitnessVerifier Customer => new("example.net/customer", two.PublicKey);

    [Fact]
    public void Branch_ThatAWitnessSaw_NamesItAndTakesItsTime()
    {
        Cosign(Auditor, one);
        var report = Verify(0, Auditor);
        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldContain("witness: example.org/auditor saw 3 entries of example.com/acme/app/2026 at 2026-11-22T16:30:00Z");
        report.Notes.ShouldContain("times: cosignatures of example.org/auditor, for 3 signatures");
        Witnessed(report).ShouldBe((Seen, "example.org/auditor"));
    }

    [Fact]
    public void Witness_InTheKeyring_IsBelieved()
    {
        Cosign(Auditor, one);
        var ring = release.Keyring.With(new KeyringEntry(one.PublicKey, KeyUse.Witness, TestLog.Time, TestLog.Time.AddYears(1)) { Name = Auditor.Name });
        release.Verify(release.Branch, ring).Notes.ShouldContain(note => note.StartsWith("witness: example.org/auditor", StringComparison.Ordinal));
    }

    [Fact]
    public void Witness_NobodyKnows_SaysNothing()
    {
        Cosign(Auditor, one);
        release.Verify(release.Branch).Notes.ShouldBe([$"times: the entries of {TestLog.Origin}; its log key answers for them"]);
    }

    [Fact]
    public void Cosignature_Forged_RefusesTheLog()
    {
        Cosign(Auditor, two);
        Verify(0, Auditor).Problems.ShouldContain(new VerificationProblem(
            LogFault.ForgedCheckpoint, $"{Checkpoint}: the cosignature of {Auditor} does not fit the text"));
    }

    [Fact]
    public void Quorum_ThatIsMet_Holds()
    {
        Cosign(Auditor, one);
        Cosign(Customer, two, Seen.AddHours(1));
        var report = Verify(2, Auditor, Customer);
        report.Problems.ShouldBeEmpty();
        Witnessed(report).ShouldBe((Seen.AddHours(1), "example.org/auditor, example.net/customer"));
    }

    [Fact]
    public void Quorum_OfFewer_DoesNotHold()
    {
        Cosign(Auditor, one);
        Verify(2, Auditor, Customer).Problems.ShouldHaveSingleItem().ShouldBe(new VerificationProblem(
            VerificationFault.NotWitnessed, "example.com/acme/app/2026: 2 of the witnesses that are trusted saw 0 of its 3 entries"));
    }

    [Fact]
    public void Quorum_OfALogThatGrewSince_NamesHowMuchWasSeen()
    {
        Cosign(Auditor, one);
        Keep(3);
        release.Append("more", SignedRelease.Result("more"));
        Restore();
        Verify(1, Auditor).Problems.Select(problem => problem.Message)
            .ShouldContain("example.com/acme/app/2026: 1 of the witnesses that are trusted saw 3 of its 4 entries");
        Verify(0, Auditor).Notes.ShouldContain("times: cosignatures of example.org/auditor, for 3 signatures");
    }

    [Fact]
    public void Quorum_WithoutAnyLog_DoesNotHold()
    {
        var bundle = new MemoryEvidence();
        bundle.Files["dlp.sigstore.json"] = release.Sign(SignedRelease.Result("dlp-scan"));
        Verify(bundle, release.Keyring, 1, [Auditor]).Problems.ShouldHaveSingleItem().Message.ShouldBe("nothing here is in a log, so no witness saw it");
    }

    [Fact]
    public void CosignedCheckpoint_ThatTheLogDoesNotContinue_IsASplitView()
    {
        using var other = new SignedRelease();
        other.Append("else", SignedRelease.Result("else"));
        release.Append("more", SignedRelease.Result("more"));
        release.Branch.Files["log/2026/cosigned/4"] = other.Branch.Files[Checkpoint];
        release.Verify(release.Branch).Problems.ShouldContain(problem => problem.Fault == LogFault.SplitView);
    }

    [Theory]
    [InlineData("log/2026/cosigned/2", "log/2026/cosigned/2: is the checkpoint of 3 entries")]
    [InlineData("log/2026/cosigned/x", "log/2026/cosigned/x: no entry of the log names this file")]
    public void CosignedCheckpoint_UnderAnotherName_IsNamed(string path, string message)
    {
        release.Branch.Files[path] = release.Branch.Files[Checkpoint];
        release.Verify(release.Branch).Problems.Select(problem => problem.Message).ShouldContain(message);
    }

    [Fact]
    public void CosignedCheckpoint_ThatNoLogKeySigned_IsForged()
    {
        using var stranger = new SignedRelease(seed: 40);
        release.Branch.Files["log/2026/cosigned/3"] = stranger.Branch.Files[Checkpoint];
        release.Verify(release.Branch).Problems.ShouldHaveSingleItem().Fault.ShouldBe(LogFault.ForgedCheckpoint);
    }

    [Fact]
    public void Key_RevokedBeforeTheWitnessSawIt_DoesNotCountWhateverTheLogSays()
    {
        Cosign(Auditor, one);
        var revoked = Revoked(TestLog.Time.AddHours(1));
        release.Verify(release.Branch, revoked).Problems.ShouldBeEmpty();
        Verify(release.Branch, revoked, 0, [Auditor]).Problems.ShouldContain(problem => problem.Fault == VerificationFault.BadSignature
            && problem.Message.Contains("was revoked at 2026-11-22T11:30:00Z", StringComparison.Ordinal));
    }

    [Fact]
    public void Key_RevokedAfterTheWitnessSawIt_Counts()
    {
        Cosign(Auditor, one);
        Verify(release.Branch, Revoked(Seen.AddHours(1)), 1, [Auditor]).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Key_EndedBetweenTheLogAndTheWitness_CountsByTheLog()
    {
        Cosign(Auditor, one);
        var ended = release.Keyring with
        {
            Keys = [.. release.Keyring.Keys.Select(entry => entry.Use == KeyUse.Evidence ? entry with { ValidTo = TestLog.Time.AddHours(1) } : entry)],
        };
        Verify(release.Branch, ended, 1, [Auditor]).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Witness_RevokedOrOutOfItsTime_SaysNothing()
    {
        Cosign(Auditor, one);
        var entry = new KeyringEntry(one.PublicKey, KeyUse.Witness, TestLog.Time.AddDays(-1), TestLog.Time.AddYears(1)) { Name = Auditor.Name };
        foreach (var gone in (KeyringEntry[])[entry with { Revoked = new KeyRevocation(Seen.AddYears(1), "lost") }, entry with { ValidTo = Seen }])
        {
            release.Verify(release.Branch, release.Keyring.With(gone)).Notes
                .ShouldNotContain(note => note.StartsWith("witness:", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Proof_WithACosignedCheckpoint_CarriesItsTimeIntoAPack()
    {
        Cosign(Auditor, one);
        var note = SignedNote.Parse(release.Branch.Files[Checkpoint], Checkpoint);
        var files = new MemoryEvidence();
        foreach (var (bundle, i) in release.Bundles.Select((bundle, i) => (bundle, i)))
        {
            files.Files[$"bundles/{bundle.Name}.sigstore.json"] = bundle.Content;
            files.Files[$"bundles/{bundle.Name}.tlog-proof"] = release.Log.Proof(i, note, 3).Bytes;
        }

        var report = Verify(files, release.Keyring, 1, [Auditor]);
        report.Problems.ShouldBeEmpty();
        Witnessed(report).ShouldBe((Seen, "example.org/auditor"));
        Verify(files, release.Keyring, 1, [Customer]).Problems.ShouldAllBe(problem => problem.Fault == VerificationFault.NotWitnessed);
    }

    [Fact]
    public void Seen_AsACosignedCheckpoint_DemandsALogThatContinuesIt()
    {
        using var shorter = new SignedRelease();
        release.Append("more", SignedRelease.Result("more"));
        Cosign(Auditor, one);
        release.Verify(shorter.Branch, null, ("seen.checkpoint", release.Branch.Files[Checkpoint])).Problems.ShouldHaveSingleItem().Message
            .ShouldBe("log/2026/checkpoint: 3 entries, and seen.checkpoint saw 4: the end of the log was cut off");
    }

    public void Dispose()
    {
        release.Dispose();
        one.Dispose();
        two.Dispose();
    }

    private void Keep(int size) => kept[$"log/2026/cosigned/{size}"] = release.Branch.Files[Checkpoint];

    private void Restore()
    {
        foreach (var (path, bytes) in kept)
        {
            release.Branch.Files[path] = bytes;
        }
    }

    private void Cosign(WitnessVerifier witness, Ed25519PrivateKey key, DateTimeOffset? time = null)
    {
        var note = SignedNote.Parse(release.Branch.Files[Checkpoint], Checkpoint);
        release.Branch.Files[Checkpoint] = note.With(witness.Sign(note.Text, time ?? Seen, key)).Bytes;
    }

    private static (DateTimeOffset Time, string Names)? Witnessed(VerificationReport report) =>
        report.Verified.Select(file => file.Entry!.Witnessed).Distinct().ShouldHaveSingleItem();

    private Keyring Revoked(DateTimeOffset at) =>
        release.Keyring.Revoke(release.Keyring.Keys[0], new KeyRevocation(at, "stolen"));

    private VerificationReport Verify(int wanted, params WitnessVerifier[] witnesses) => Verify(release.Branch, release.Keyring, wanted, witnesses);

    private VerificationReport Verify(MemoryEvidence files, Keyring ring, int wanted, WitnessVerifier[] witnesses)
    {
        var trust = TrustedKeys.Read(KeyringJson.Write(ring), "the trusted keyring").With(
            [.. witnesses.SelectMany(witness => TrustedWitness.Read(System.Text.Encoding.UTF8.GetBytes($"# one\n{witness.Text}\n"), "witnesses"))], wanted);
        return new EvidenceVerifier(trust, release.Clock).Verify(files);
    }
}
