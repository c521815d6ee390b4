using System.Text;
using Gates.Doors.Git;
using Gates.Doors.Git.History;
using Gates.Doors.Git.History.Gpg;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.History;

/// <summary>Signatures of a real gpg on real tags and commits, and keyrings as people write them.</summary>
public sealed class GpgSignatureTests : IDisposable
{
    private const string Name = AllowedSigners.GpgPath;

    private readonly TempRepository repository = new();
    private readonly GpgKey key;

    public GpgSignatureTests()
    {
        Assert.SkipUnless(GpgKey.Available, "needs gpg and gpgv (Debian: gnupg, gpgv)");
        key = new GpgKey();
    }

    [Fact]
    public async Task TagAndCommit_ByAKeyOfTheRing_AreGood()
    {
        Sign(key);

        var good = new GitSignature("gpg", "good", key.Fingerprint, null);
        (await TagAsync(Armoured(key))).ShouldBe(good);
        (await TagAsync(key.ExportBinary())).ShouldBe(good);
        (await CommitAsync(Armoured(key))).ShouldBe(good);
    }

    [Theory]
    [InlineData("rsa3072")]
    [InlineData("nistp256")]
    public async Task Tag_ByAnotherAlgorithm_IsGood(string algorithm)
    {
        using var other = new GpgKey(algorithm);
        Sign(other);

        (await TagAsync([.. Armoured(key), .. Armoured(other)])).ShouldBe(new GitSignature("gpg", "good", other.Fingerprint, null));
    }

    [Fact]
    public async Task Tag_ByAKeyThatIsNotInTheRing_IsUnknown()
    {
        using var stranger = new GpgKey();
        Sign(stranger);

        (await TagAsync(Armoured(key))).ShouldBe(new GitSignature("gpg", "unknown-key", stranger.Fingerprint, $"the key is not in {Name}"));
        (await TagAsync(null)).Reason.ShouldBe($"there is no {Name}, whose keys count");
    }

    [Fact]
    public async Task Tag_ByARevokedOrExpiredKey_DoesNotCount()
    {
        using var brief = new GpgKey(expires: "seconds=1");
        Sign(brief);
        await Task.Delay(TimeSpan.FromSeconds(2.1), TestContext.Current.CancellationToken);
        (await TagAsync(Armoured(brief))).ShouldBe(new GitSignature("gpg", "unknown-key", brief.Fingerprint, "the key has expired"));

        Sign(key);
        key.Revoke();
        (await TagAsync(Armoured(key))).ShouldBe(new GitSignature("gpg", "unknown-key", key.Fingerprint, "the key is revoked"));
    }

    [Theory]
    [InlineData("Release 1", "Release 2")]
    [InlineData("tagger Test", "tagger Tost")]
    [InlineData("-----BEGIN PGP", "More text\n-----BEGIN PGP")]
    public async Task Tag_ThatWasChanged_IsBad(string old, string changed)
    {
        Sign(key);
        var text = repository.Git("cat-file", "tag", "v1").Replace(old, changed, StringComparison.Ordinal);
        repository.Write(".git/forged", text + "\n");
        repository.Git("update-ref", "refs/tags/v1", repository.Git("hash-object", "-t", "tag", "-w", ".git/forged"));

        (await TagAsync(Armoured(key))).Status.ShouldBe("bad");
    }

    [Fact]
    public async Task Tag_WithAWeakHash_ProvesNothing()
    {
        Sign(key, "digest-algo SHA1");

        (await TagAsync(Armoured(key))).ShouldSatisfyAllConditions(
            signature => signature.Status.ShouldBe("cannot-verify"),
            signature => signature.Reason.ShouldBe("gpgv does not accept its algorithms (SHA-1 and older hashes prove nothing)"));
    }

    [Fact]
    public void Keyring_WithAPrivateKey_IsRefused() =>
        Should.Throw<EvaluationException>(() => GpgKeyring.Read(Encoding.UTF8.GetBytes(key.PrivateKey), Name)).Message.ShouldStartWith(
            $"{Name} holds a private key.");

    [Theory]
    [InlineData("")]
    [InlineData("ssh-ed25519 AAAA")]
    [InlineData("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nnot base64!\n-----END PGP PUBLIC KEY BLOCK-----\n")]
    [InlineData("-----BEGIN PGP SIGNATURE-----\n\nAAAA\n-----END PGP SIGNATURE-----\n")]
    public void Keyring_OfSomethingElse_IsRefusedWithWhatToWrite(string text) =>
        Should.Throw<EvaluationException>(() => GpgKeyring.Read(Encoding.UTF8.GetBytes(text), Name)).Message
            .ShouldBe($"{Name} holds no OpenPGP public keys. Write them with `gpg --armor --export KEY > {Name}`");

    public void Dispose()
    {
        key?.Dispose();
        repository.Dispose();
    }

    private static byte[] Armoured(GpgKey of) => Encoding.UTF8.GetBytes(of.PublicKey);

    private void Sign(GpgKey by, params string[] settings)
    {
        by.Configure(settings);
        repository.Git([.. by.Options, "commit", "-q", "--allow-empty", "-S", "-m", "signed"]);
        repository.Git([.. by.Options, "tag", "-f", "-s", "-m", "Release 1", "v1"]);
    }

    private async Task<GitSignature> TagAsync(byte[]? keys) => (await (await OpenAsync(keys)).TagsAsync(1, CancellationToken.None))[0].Signature;

    private async Task<GitSignature> CommitAsync(byte[]? keys) =>
        (await (await OpenAsync(keys)).CommitsAsync(1, CancellationToken.None)).Commits[0].Signature;

    private async Task<RepositoryHistory> OpenAsync(byte[]? keys)
    {
        var door = (await GitRepository.FindAsync(repository.Info, null, CancellationToken.None))!;
        var signers = new AllowedSigners(null, keys is null ? null : GpgKeyring.Read(keys, Name));
        return new RepositoryHistory(door, await door.HeadAsync(CancellationToken.None), null, signers);
    }
}
