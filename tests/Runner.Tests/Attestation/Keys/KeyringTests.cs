using System.Text;
using Gates.Attestation;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Keys;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Keys;

public sealed class KeyringTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Start.AddYears(1);

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var ring = new Keyring([new KeyringEntry(
            key.PublicKey,
            KeyUse.Log,
            Start,
            End,
            new KeyRevocation(Start.AddDays(9), "the \u201claptop\u201d was lost"))]);
        KeyringJson.Read(KeyringJson.Write(ring), "ring").Keys.ShouldBe(ring.Keys);
    }

    [Theory]
    [InlineData("ed25519", "ed448", "keys[0].alg: `ed448` is not known")]
    [InlineData("\"use\": \"evidence\"", "\"use\": \"everything\"", "keys[0].use: `everything` is not one of evidence, log, release")]
    [InlineData("2027-01-01T00:00:00Z", "2025-01-01T00:00:00Z", "keys[0].validTo: is not after validFrom")]
    [InlineData("2027-01-01T00:00:00Z", "1.1.2027", "keys[0].validTo: `1.1.2027` is not a time")]
    [InlineData("\"keyid\": \"", "\"keyid\": \"A", "keys[0].keyid: does not name this key")]
    [InlineData("\"version\": 1", "\"version\": 2", "version: this program reads version 1")]
    public void Read_Wrong_NamesTheEntry(string old, string wrong, string message)
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var text = Encoding.UTF8.GetString(KeyringJson.Write(new Keyring([Entry(key)])));
        text.ShouldContain(old);
        Should.Throw<EvidenceFormatException>(() => KeyringJson.Read(
            Encoding.UTF8.GetBytes(text.Replace(old, wrong, StringComparison.Ordinal)),
            "ring")).Message.ShouldStartWith($"ring: {message}");
    }

    [Fact]
    public void Read_KeyWithTwoUses_IsRefused()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var ring = KeyringJson.Write(new Keyring([Entry(key), Entry(key) with { Use = KeyUse.Log }]));
        Should.Throw<EvidenceFormatException>(() => KeyringJson.Read(ring, "ring")).Message.ShouldContain("one key has one use");
    }

    [Fact]
    public void Check_TrustedKeyInItsTime_Counts()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        Check(Entry(key), key, KeyUse.Evidence, Start).Signer.ShouldBe(key.PublicKey);
    }

    [Theory]
    [InlineData(-1, "is valid from 2026-01-01T00:00:00Z; the signature is of 2025-12-31T00:00:00Z")]
    [InlineData(365, "was valid until 2027-01-01T00:00:00Z; the signature is of 2027-01-01T00:00:00Z")]
    [InlineData(100, "was revoked at 2026-04-11T00:00:00Z (leaked); the signature is of 2026-04-11T00:00:00Z")]
    public void Check_KeyOutOfItsTime_IsRefusedWithTheReason(int day, string reason)
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var entry = Entry(key) with { Revoked = day == 100 ? new KeyRevocation(Start.AddDays(100), "leaked") : null };
        var verdict = Check(entry, key, KeyUse.Evidence, Start.AddDays(day));
        verdict.Signer.ShouldBeNull();
        verdict.Problem.ShouldBe($"the key {key.KeyId} {reason}");
    }

    [Fact]
    public void Check_KeyOfAnotherUse_IsRefused()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        Check(Entry(key), key, KeyUse.Release, Start).Problem.ShouldBe($"the key {key.KeyId} is for evidence, not for release");
    }

    [Fact]
    public void Check_UnknownKey_IsNamed()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        using var stranger = Ed25519PrivateKey.Create().Key;
        Check(Entry(key), stranger, KeyUse.Evidence, Start).Problem.ShouldBe($"not signed by a key of ring; it names the key {stranger.KeyId}");
    }

    [Fact]
    public void Check_StrangerUsesATrustedName_IsRefused()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        using var stranger = Ed25519PrivateKey.Create().Key;
        var envelope = DsseEnvelope.Sign("t", "x"u8.ToArray(), stranger);
        envelope = envelope with { Signatures = [envelope.Signatures[0] with { KeyId = key.KeyId }] };
        Trusted(Entry(key)).Check(envelope, KeyUse.Evidence, Start).Problem.ShouldStartWith("the signature does not match the content");
    }

    [Fact]
    public void TrustedKeys_Pem_CountsForEveryUseAndTime()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var trusted = TrustedKeys.Read(Encoding.UTF8.GetBytes(KeyPem.WritePublic(key.PublicKey)), "p.pem");
        trusted.Check(DsseEnvelope.Sign("t", "x"u8.ToArray(), key), KeyUse.Release, End).Signer.ShouldBe(key.PublicKey);
    }

    [Fact]
    public void Ending_LastKeyOfAUseEndsSoon_IsSaid()
    {
        using var first = Ed25519PrivateKey.Create().Key;
        using var second = Ed25519PrivateKey.Create().Key;
        var ring = new Keyring([Entry(first)]);
        ring.Ending(End.AddDays(-31), TimeSpan.FromDays(30)).ShouldBeEmpty();
        ring.Ending(End.AddDays(-30), TimeSpan.FromDays(30)).ShouldBe([(KeyUse.Evidence, End)]);
        new Keyring([
            .. ring.Keys,
            Entry(second) with { ValidFrom = End.AddDays(-40), ValidTo = End.AddYears(1) }
        ]).Ending(End.AddDays(-30), TimeSpan.FromDays(30)).ShouldBeEmpty();
    }

    private static KeyringEntry Entry(Ed25519PrivateKey key) => new(key.PublicKey, KeyUse.Evidence, Start, End);

    private static TrustedKeys Trusted(KeyringEntry entry) => TrustedKeys.Read(KeyringJson.Write(new Keyring([entry])), "ring");

    private static SignatureVerdict Check(KeyringEntry entry, Ed25519PrivateKey signer, KeyUse use, DateTimeOffset at) =>
        Trusted(entry).Check(DsseEnvelope.Sign("t", "x"u8.ToArray(), signer), use, at);
}
