using System.Text;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Gates.Attestation.Log;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Runner.Commands.Keys;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Keys;

public sealed class KeysSessionTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly TempRepository repository = new();
    private readonly ManualTime time = new();

    public KeysSessionTests()
    {
        time.Advance(new DateTimeOffset(2026, 11, 22, 9, 30, 15, 500, TimeSpan.Zero) - DateTimeOffset.UnixEpoch);
        repository.Git("remote", "add", "origin", "https://token@github.com/acme/shop.git");
    }

    [Fact]
    public async Task New_EveryUse_GetsAKeyOfItsOwnAndNothingOfItIsForGit()
    {
        var made = await (await Session()).NewAsync(new KeysRequest(), None);

        made.Select(key => key.Entry.Use).ShouldBe([KeyUse.Evidence, KeyUse.Log, KeyUse.Release]);
        foreach (var key in made)
        {
            var path = At(key.File);
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            using var read = PrivateKeySource.Read(key.Entry.Use, path, _ => null);
            read!.PublicKey.ShouldBe(key.Entry.Key);
            File.ReadAllText(At($".github/gates-keys/{key.Entry.Stem}.pem")).ShouldBe(KeyPem.WritePublic(key.Entry.Key));
        }

        File.GetUnixFileMode(At(".gates/keys")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Ring().Keys.ShouldBe(made.Select(key => key.Entry));
        made[0].Entry.ValidFrom.ShouldBe(new DateTimeOffset(2026, 11, 22, 9, 30, 15, TimeSpan.Zero));
        made[0].Entry.ValidTo.ShouldBe(made[0].Entry.ValidFrom.AddDays(365));
        repository.Git("status", "--porcelain", "--untracked-files=all")
            .Split('\n')
            .ShouldAllBe(line => line.Contains(".github/gates-ke", StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_UseThatHasAKey_IsRefusedAndNothingIsWritten()
    {
        await (await Session()).NewAsync(new KeysRequest { Uses = [KeyUse.Log] }, None);
        var before = File.ReadAllText(At(Keyring.Path));

        var refused = await Should.ThrowAsync<UsageException>(async () => await (await Session()).NewAsync(new KeysRequest(), None));

        refused.Message.ShouldStartWith($".github/gates-keyring.json has a key for log already: {Ring().Keys[0].Key}, until 2027-11-22; `gates keys rotate` replaces it");
        File.ReadAllText(At(Keyring.Path)).ShouldBe(before);
        Directory.GetFiles(At(".gates/keys")).Length.ShouldBe(1);
    }

    [Fact]
    public async Task New_PublicFilesCannotBeWritten_LeavesNoPrivateKeyBehind()
    {
        Directory.CreateDirectory(At(".github"));
        Directory.CreateSymbolicLink(At(".github/gates-keys"), Path.GetTempPath());

        (await Should.ThrowAsync<UsageException>(async () => await (await Session()).NewAsync(
            new KeysRequest(),
            None))).Message.ShouldContain("is a symbolic link");

        Directory.GetFiles(At(".gates/keys")).ShouldBeEmpty();
        File.Exists(At(Keyring.Path)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("keys", "git would commit private keys from there")]
    [InlineData("linked/keys", "linked is a symbolic link, which private keys do not follow")]
    public async Task New_FolderThatIsNotSafe_IsRefused(string folder, string problem)
    {
        Directory.CreateSymbolicLink(At("linked"), Path.GetTempPath());

        var refused = await Should.ThrowAsync<UsageException>(async () => await (await Session()).NewAsync(new KeysRequest { Out = folder }, None));

        refused.Message.ShouldContain(problem);
        File.Exists(At(Keyring.Path)).ShouldBeFalse();
    }

    [Fact]
    public async Task New_FolderOutsideTheRepository_IsUsed()
    {
        using var outside = new TempFolder();
        var made = await (await Session()).NewAsync(new KeysRequest { Out = Path.Join(outside.Path, "k"), Uses = [KeyUse.Evidence] }, None);
        File.Exists(made[0].File).ShouldBeTrue();
        Directory.Exists(At(".gates")).ShouldBeFalse();
    }

    [Fact]
    public async Task Rotate_OldKeyEndsAfterTheOverlapAndNeverLater()
    {
        await (await Session()).NewAsync(new KeysRequest { Uses = [KeyUse.Evidence] }, None);
        time.Advance(TimeSpan.FromDays(300));

        var made = await (await Session()).RotateAsync(new KeysRequest(), None);

        made.Count.ShouldBe(1);
        Ring().Keys[0].ValidTo.ShouldBe(made[0].Entry.ValidFrom.AddDays(14));
        Ring().Current(KeyUse.Evidence, time.GetUtcNow()).Select(entry => entry.Key).ShouldBe([made[0].Entry.Key, Ring().Keys[0].Key]);
        time.Advance(TimeSpan.FromDays(10));
        await (await Session()).RotateAsync(new KeysRequest { Overlap = TimeSpan.FromDays(100) }, None);
        Ring().Keys[0].ValidTo.ShouldBe(made[0].Entry.ValidFrom.AddDays(14));
        Ring().Keys[1].ValidTo.ShouldBe(made[0].Entry.ValidFrom.AddDays(110));
        Directory.GetFiles(At(".gates/keys")).Length.ShouldBe(3);
    }

    [Fact]
    public async Task Rotate_AtTheSecondOfTheFirst_StaysAKeyringThatCanBeRead()
    {
        await (await Session()).NewAsync(new KeysRequest { Uses = [KeyUse.Evidence] }, None);
        await (await Session()).RotateAsync(new KeysRequest { Overlap = TimeSpan.Zero }, None);
        Ring().Keys.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Rotate_NoKey_SaysHowToMakeOne() =>
        (await Should.ThrowAsync<UsageException>(async () => await (await Session()).RotateAsync(new KeysRequest { Uses = [KeyUse.Release] }, None)))
            .Message.ShouldBe(".github/gates-keyring.json has no release key that counts now; `gates keys new --use release` makes one");

    [Fact]
    public async Task Revoke_ByTheBeginningOfAnId_CountsFromTheMomentAndOnlyMovesBack()
    {
        var made = await (await Session()).NewAsync(new KeysRequest(), None);
        time.Advance(TimeSpan.FromDays(10));
        var now = time.GetUtcNow();
        var session = await Session();

        await session.RevokeAsync(Keyring.Path, made[1].Entry.Key.ShortId, "the laptop was lost", now.AddDays(-1), None);

        Ring().Keys[1].Revoked!.Reason.ShouldBe("the laptop was lost");
        Ring().Keys.Count(entry => entry.Revoked is null).ShouldBe(2);
        (await Should.ThrowAsync<UsageException>(() => session.RevokeAsync(
            Keyring.Path,
            made[1].Entry.Key.KeyId,
            "again",
            null,
            None))).Message.ShouldContain("only an earlier --at changes that");
        await session.RevokeAsync(Keyring.Path, made[1].Entry.Key.KeyId, "earlier", now.AddDays(-3), None);
        (await Should.ThrowAsync<UsageException>(() => session.RevokeAsync(
            Keyring.Path,
            made[0].Entry.Key.KeyId,
            "x",
            now.AddDays(1),
            None))).Message.ShouldContain("is in the future");
    }

    [Fact]
    public async Task New_Witness_HasItsNameAndItsKeyAsOthersReadIt()
    {
        var request = new KeysRequest { Uses = [KeyUse.Witness], WitnessName = "example.org/auditor" };
        var made = (await (await Session()).NewAsync(request, None)).ShouldHaveSingleItem();
        Ring().Keys.ShouldHaveSingleItem().Name.ShouldBe("example.org/auditor");
        var verifier = WitnessVerifier.Parse(File.ReadAllText(At(".github/gates-keys/witness_verifiers")).TrimEnd(), "k");
        (verifier.Name, verifier.Key).ShouldBe(("example.org/auditor", made.Entry.Key));
        File.ReadAllText(At(".github/gates-keys/allowed_signers")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(KeyUse.Witness), null, "a witness has a name: give --name NAME")]
    [InlineData(nameof(KeyUse.Log), "example.org/auditor", "only a witness has a name")]
    public async Task New_WitnessWithoutAName_OrANameForSomethingElse_IsRefused(string use, string? name, string message)
    {
        var request = new KeysRequest { Uses = [Enum.Parse<KeyUse>(use)], WitnessName = name };
        (await Should.ThrowAsync<UsageException>(async () => await (await Session()).NewAsync(request, None))).Message.ShouldContain(message);
    }

    [Fact]
    public async Task Admit_WitnessOfOthers_StandsInTheKeyringOnceAndIsNotRotatedWithOurKeys()
    {
        await (await Session()).NewAsync(new KeysRequest(), None);
        using var key = Ed25519PrivateKey.From(Enumerable.Repeat((byte)5, 32).ToArray());
        var witness = new WitnessVerifier("example.org/auditor", key.PublicKey);
        await (await Session()).AdmitAsync(Keyring.Path, witness, TimeSpan.FromDays(365), None);
        TrustedWitness.Of(Ring()).ShouldHaveSingleItem().Verifier.Text.ShouldBe(witness.Text);
        (await Should.ThrowAsync<UsageException>(async () => await (await Session()).AdmitAsync(Keyring.Path, witness, TimeSpan.FromDays(1), None)))
            .Message.ShouldContain("already, for witness; one key has one use");
        (await (await Session()).RotateAsync(new KeysRequest(), None)).Select(made => made.Entry.Use).ShouldBe([KeyUse.Evidence, KeyUse.Log, KeyUse.Release]);
    }

    [Fact]
    public async Task Revoke_NoSuchKey_NamesThoseThatThereAre()
    {
        var made = await (await Session()).NewAsync(new KeysRequest { Uses = [KeyUse.Log] }, None);
        (await Should.ThrowAsync<UsageException>(async () => await (await Session()).RevokeAsync(Keyring.Path, "nothing", "x", null, None)))
            .Message.ShouldBe($"\"nothing\" is no key of .github/gates-keyring.json; it has {made[0].Entry.Key} (log)");
    }

    [Fact]
    public async Task LogName_IsTheRemotesAndStaysWhatItOnceWas()
    {
        await (await Session()).NewAsync(new KeysRequest { Uses = [KeyUse.Log] }, None);
        Verifiers().ShouldBe(["github.com/acme/shop/2026", "github.com/acme/shop/2027"]);
        await (await Session()).RotateAsync(new KeysRequest { LogName = "logs.acme.example/shop" }, None);
        await (await Session()).RevokeAsync(Keyring.Path, Ring().Keys[0].Key.KeyId, "x", null, None);
        Verifiers().Distinct().ShouldBe(["logs.acme.example/shop/2026", "logs.acme.example/shop/2027"], ignoreOrder: true);
    }

    [Fact]
    public async Task Keyring_ThatIsDamaged_IsRefusedWithItsPlace()
    {
        repository.Write(Keyring.Path, """{"version":1,"keys":[{}]}""");
        (await Should.ThrowAsync<UsageException>(async () =>
            (await Session()).List(Keyring.Path))).Message.ShouldBe(".github/gates-keyring.json: keys[0].alg: a text is wanted");
    }

    public void Dispose() => repository.Dispose();

    private async Task<KeysSession> Session() => new(repository.Info, await GitRepository.FindAsync(repository.Info, null, None), time);

    private string At(string path) => Path.Combine(repository.Path, path);

    private Keyring Ring() => KeyringJson.Read(File.ReadAllBytes(At(Keyring.Path)), "ring");

    private IEnumerable<string> Verifiers() =>
        File.ReadAllText(At(".github/gates-keys/log_verifiers"), Encoding.UTF8)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('+')[0]);
}
