using System.Text;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Keys;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Keys;

public sealed class KeyringNotesTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Ed25519PublicKey Key = Ed25519PrivateKey.From(new byte[32]).PublicKey;
    private static readonly Keyring Ring = new([new KeyringEntry(Key, KeyUse.Evidence, Start, Start.AddDays(365))]);

    [Fact]
    public void Of_RepositoryWithoutAKeyring_IsSilent() => KeyringNotes.Of(new MemoryTree(), Key, Start).ShouldBeEmpty();

    [Theory]
    [InlineData(10)]
    [InlineData(
        340,
        "The last evidence key ends on 2027-01-01, in 25 days: run `gates keys rotate --use evidence`, commit the keyring, and put the new key where GATES_EVIDENCE_KEY is.")]
    public void Of_KeyOfTheKeyring_IsSaidWhenItEndsSoon(int day, params string[] notes) => KeyringNotes.Of(Tree(), Key, Start.AddDays(day)).ShouldBe(notes);

    [Fact]
    public void Of_KeyThatHasEnded_SaysThatNobodyWillAcceptIt() =>
        KeyringNotes.Of(
            Tree(),
            Key,
            Start.AddDays(400))[1].ShouldBe($"Whoever trusts the keyring will refuse what this run signs: the key {Key.KeyId} was valid until 2027-01-01T00:00:00Z; the signature is of 2027-02-05T00:00:00Z.");

    [Fact]
    public void Of_StrangersKey_IsSaid() =>
        KeyringNotes.Of(Tree(), Ed25519PrivateKey.From(Enumerable.Repeat((byte)1, 32).ToArray()).PublicKey, Start.AddDays(10))
            .ShouldHaveSingleItem()
            .ShouldEndWith("is not in .github/gates-keyring.json.");

    [Fact]
    public void Of_DamagedKeyring_IsANoteAndNotAFailure() =>
        KeyringNotes.Of(new MemoryTree((Keyring.Path, "{")), null, Start)
            .ShouldHaveSingleItem()
            .ShouldStartWith("The keyring cannot be used: .github/gates-keyring.json: not acceptable JSON");

    private static MemoryTree Tree() => new((Keyring.Path, Encoding.UTF8.GetString(KeyringJson.Write(Ring))));
}
