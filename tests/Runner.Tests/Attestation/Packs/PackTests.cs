using System.Text;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Attestation.Packs;
using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Gates.Formats.Foundation;
using Runner.Tests.Attestation.Log;
using Runner.Tests.Attestation.Verification;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Packs;

public sealed class PackTests : IDisposable
{
    private const string Bundle = "bundles/dlp-scan.sigstore.json";

    private readonly SignedRelease release = new();

    [Fact]
    public void Pack_MadeTwice_IsTheSame()
    {
        var (one, other) = (TestPack.From(release.PackInput(), release.ReleaseKey), TestPack.From(release.PackInput(), release.ReleaseKey));
        one.Archive.ShouldBe(other.Archive);
        one.Bundle.ShouldBe(other.Bundle);
        one.Name.ShouldBe("evidence-pack-v1.2.0.zip");
    }

    [Fact]
    public void Pack_Untouched_Holds()
    {
        var files = Files();
        files.Paths.ShouldBe(
        [
            "VERIFY.md", "bundles/_vsa.sigstore.json", "bundles/_vsa.tlog-proof", "bundles/dlp-scan.sigstore.json", "bundles/dlp-scan.tlog-proof",
            "bundles/hermetic-build.sigstore.json", "bundles/hermetic-build.tlog-proof", "evidence/dlp-scan.json",
            .. release.Keyring.Keys.Select(entry => $"keys/{entry.Stem}.pem").Concat(["keys/allowed_signers", "keys/keyring.json", "keys/log_verifiers"]).Order(StringComparer.Ordinal),
            "manifest.sigstore.json",
        ]);
        release.Verify(files).Problems.ShouldBeEmpty();
        release.Verify(files).Verified.Single(file => file.Path == Bundle).Entry!.Index.ShouldBe(0);
    }

    [Fact]
    public void Pack_SignatureBesideIt_IsOfTheZipFile()
    {
        var pack = TestPack.From(release.PackInput(), release.ReleaseKey);
        var statement = Gates.Attestation.Statements.Statement.Read(SigstoreBundle.Read(pack.Bundle, "b").Envelope, "b");
        statement.Subjects.ShouldHaveSingleItem().Digest["sha256"].ShouldBe(SignedRelease.Digest(pack.Archive));
    }

    [Theory]
    [InlineData("VERIFY.md", VerificationFault.Changed)]
    [InlineData("keys/keyring.json", VerificationFault.Changed)]
    [InlineData("evidence/dlp-scan.json", VerificationFault.Changed)]
    [InlineData(Bundle, VerificationFault.Changed)]
    [InlineData("manifest.sigstore.json", VerificationFault.Malformed)]
    [InlineData("bundles/dlp-scan.tlog-proof", LogFault.Malformed)]
    public void File_Edited_IsNamed(string path, string fault)
    {
        var files = Files();
        files.Files[path] = [.. files.Files[path], (byte)'x'];
        release.Verify(files).Problems.ShouldContain(problem => problem.Fault == fault && problem.Message.StartsWith(path, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("VERIFY.md")]
    [InlineData(Bundle)]
    [InlineData("bundles/_vsa.tlog-proof")]
    public void File_Removed_IsNamed(string path)
    {
        var files = Files();
        files.Files.Remove(path);
        release.Verify(files).Problems.ShouldContain(new VerificationProblem(VerificationFault.Missing, $"{path}: missing; manifest.sigstore.json names it"));
    }

    [Fact]
    public void Manifest_TakenOut_IsNamed()
    {
        var files = Files();
        files.Files.Remove("manifest.sigstore.json");
        using var archive = new MemoryStream();
        PackArchive.Write(archive, files.Files);
        release.Verify(new ArchiveEvidence(archive, "p.zip")).Problems.ShouldBe([new VerificationProblem(VerificationFault.Missing, "manifest.sigstore.json: missing; without it nobody can tell what was taken out of a pack")]);
    }

    [Fact]
    public void File_PutIn_IsNamed()
    {
        var files = Files();
        files.Files["bundles/extra.txt"] = [1];
        release.Verify(files).Problems.ShouldBe([new VerificationProblem(VerificationFault.NotListed, "bundles/extra.txt: manifest.sigstore.json does not list it: it was put in afterwards")]);
    }

    [Fact]
    public void Manifest_SignedByAStranger_DoesNotHold()
    {
        using var stranger = Ed25519PrivateKey.Create().Key;
        var files = Files();
        files.Files["manifest.sigstore.json"] = SigstoreBundle.Sign(SigstoreBundle.Read(files.Files["manifest.sigstore.json"], "m").Envelope.Payload, stranger).ToBytes();
        var problem = release.Verify(files).Problems.ShouldHaveSingleItem();
        problem.Fault.ShouldBe(VerificationFault.BadSignature);
        problem.Message.ShouldContain($"not signed by a key of the trusted keyring; it names the key {stranger.KeyId}");
    }

    [Fact]
    public void Pack_BringsItsOwnKeys_TheyAreNotBelieved()
    {
        using var stranger = new StrangersPack();
        release.Verify(stranger.Files).Problems.Select(problem => problem.Fault).Distinct().ShouldBe([LogFault.ForgedCheckpoint, VerificationFault.BadSignature], ignoreOrder: true);
    }

    [Fact]
    public void Proof_OfAnotherBundle_IsNamed()
    {
        var input = release.PackInput();
        var swapped = input with { Bundles = [input.Bundles[0] with { Proof = input.Bundles[1].Proof }, .. input.Bundles.Skip(1)] };
        var files = SignedRelease.Unpacked(TestPack.From(swapped, release.ReleaseKey).Archive);
        release.Verify(files).Problems.ShouldContain(problem => problem.Fault == LogFault.EvidenceEdited && problem.Message.StartsWith(Bundle, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_TagIsHostile_NothingOfItIsMarkup()
    {
        var input = release.PackInput() with { Tag = "v1`$(id)`<b>" };
        var page = Encoding.UTF8.GetString(VerifyPage.Of(input, input.Release, new KeySigner(release.ReleaseKey)));
        page.ShouldContain("**v1___id___b_**");
        page.ShouldNotContain("$(id)");
    }

    [Fact]
    public void Key_EndedSince_ALoggedPackStillHoldsWithAllThatItLists()
    {
        var files = Logged();
        release.Clock.Advance(TimeSpan.FromDays(800));
        var report = release.Verify(files);
        report.Problems.ShouldBeEmpty();
        report.Verified.Select(file => file.Path).ShouldContain("control-attestation-v1.2.0.sigstore.json");
    }

    [Fact]
    public void Key_RevokedSince_ALoggedPackStillHolds() =>
        release.Verify(Logged(), With(entry => entry with { Revoked = new KeyRevocation(TestLog.Time.AddSeconds(1), "lost") })).Problems.ShouldBeEmpty();

    [Fact]
    public void Key_EndedBeforeTheLogTookTheManifest_IsRefused()
    {
        var problems = release.Verify(Logged(), With(entry => entry with { ValidTo = TestLog.Time })).Problems;
        problems.Where(problem => problem.Fault == VerificationFault.BadSignature).Select(problem => problem.Message)
            .ShouldContain($"manifest.sigstore.json: the key {release.ReleaseKey.KeyId} was valid until 2026-11-22T10:30:00Z; the signature is of 2026-11-22T10:30:00Z");
    }

    [Fact]
    public void Key_EndedSinceAndNothingLogged_IsRefusedAndSaysWhatWouldProveIt()
    {
        var files = Files();
        release.Clock.Advance(TimeSpan.FromDays(800));
        release.Verify(files).Problems.ShouldHaveSingleItem().Message.ShouldBe(
            $"manifest.sigstore.json: the key {release.ReleaseKey.KeyId} was valid until 2027-11-22T10:30:00Z; the signature is of 2029-01-30T10:30:00Z, as far as anybody can tell: no log entry proves that it was there while the key counted. "
            + "A proof from then, manifest.tlog-proof, would; `gates attest` and `gates pack` make it with --log-key, `gates log import` for what is signed already while its key counts");
    }

    [Fact]
    public void Proof_OfAnotherManifest_ProvesNothing()
    {
        var files = Files();
        files.Files["manifest.tlog-proof"] = Logged().Files["manifest.tlog-proof"];
        release.Clock.Advance(TimeSpan.FromDays(800));
        release.Verify(files).Problems.Select(problem => problem.Fault).ShouldBe([LogFault.EvidenceEdited, VerificationFault.BadSignature]);
    }

    [Fact]
    public void Manifest_OfAStranger_DatesNothingThatItLists()
    {
        using var stranger = Ed25519PrivateKey.Create().Key;
        var files = Logged();
        var forged = SigstoreBundle.Sign(SigstoreBundle.Read(files.Files["manifest.sigstore.json"], "m").Envelope.Payload, stranger).ToBytes();
        files.Files["manifest.sigstore.json"] = forged;
        release.AppendBytes("forged", forged);
        files.Files["manifest.tlog-proof"] = release.Bundles[^1].Proof;
        release.Clock.Advance(TimeSpan.FromDays(800));
        release.Verify(files).Problems.Where(problem => problem.Fault == VerificationFault.BadSignature).Select(problem => problem.Message.Split(':')[0])
            .ShouldBe(["control-attestation-v1.2.0.sigstore.json", "manifest.sigstore.json"]);
    }

    [Fact]
    public void Manifest_OnTheBranch_IsVerifiedThereToo()
    {
        Logged();
        release.Clock.Advance(TimeSpan.FromDays(800));
        release.Verify(release.Branch).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Pack_KeyIsNotInTheKeyring_IsRefused()
    {
        using var stranger = Ed25519PrivateKey.Create().Key;
        Should.Throw<UsageException>(() => TestPack.From(release.PackInput(), stranger)).Message.ShouldContain("is not in the keyring");
    }

    public void Dispose() => release.Dispose();

    /// <summary>A pack with a control attestation, its manifest in the log.</summary>
    private MemoryEvidence Logged()
    {
        var attested = new Statement([Subject.Commit("v1.2.0", SignedRelease.Commit)], Gates.Attestation.Controls.Outputs.ControlAttestation.PredicateType, System.Text.Json.JsonElement.Parse("""{ "files": [] }"""));
        var input = release.PackInput();
        input = input with { Files = new Dictionary<string, byte[]>(input.Files, StringComparer.Ordinal) { ["control-attestation-v1.2.0.sigstore.json"] = release.Sign(attested, release.ReleaseKey) } };
        release.AppendBytes("manifest", TestPack.From(input, release.ReleaseKey).Manifest);
        return SignedRelease.Unpacked(TestPack.From(input, release.ReleaseKey, release.Bundles[^1].Proof).Archive);
    }

    private Keyring With(Func<KeyringEntry, KeyringEntry> change) => new([.. release.Keyring.Keys.Select(entry => entry.Use == KeyUse.Release ? change(entry) : entry)]);

    private MemoryEvidence Files() => SignedRelease.Unpacked(TestPack.From(release.PackInput(), release.ReleaseKey).Archive);

    /// <summary>Consistent in itself, under keys that nobody knows.</summary>
    private sealed class StrangersPack : IDisposable
    {
        private readonly SignedRelease release = new(seed: 100);

        public MemoryEvidence Files => SignedRelease.Unpacked(TestPack.From(release.PackInput(), release.ReleaseKey).Archive);

        public void Dispose() => release.Dispose();
    }
}
