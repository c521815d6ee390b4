using System.Text;
using Gates.Attestation;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Log;

public sealed class WitnessVerifierTests : IDisposable
{
    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.From(Enumerable.Repeat((byte)7, 32).ToArray());
    private readonly TestLog log = TestLog.From(5);

    private WitnessVerifier Witness => new("example.org/auditor", key.PublicKey);

    [Fact]
    public void Key_WrittenAndRead_IsTheSame()
    {
        var read = WitnessVerifier.Parse(Witness.Text, "k");
        (read.Name, read.KeyId, read.Key).ShouldBe(("example.org/auditor", Witness.KeyId, key.PublicKey));
        read.Text.ShouldStartWith("example.org/auditor+");
        read.Text.Split('+', 3)[2].ShouldStartWith("B");
    }

    [Fact]
    public void Key_OfALog_IsNoWitness() =>
        Should.Throw<EvidenceFormatException>(() => WitnessVerifier.Parse(new NoteVerifier("example.org/auditor", key.PublicKey).Text, "k"))
            .Message.ShouldBe("k: example.org/auditor has a key of signature type 0x01; a witness has one of type 0x04 (cosignature/v1)");

    [Theory]
    [InlineData("example.org/other+")]
    [InlineData("nothing")]
    [InlineData("+00000000+BAAA")]
    public void Key_NotInItsForm_IsRefused(string text) =>
        Should.Throw<EvidenceFormatException>(() => WitnessVerifier.Parse(text.EndsWith('+') ? text + Witness.Text.Split('+', 2)[1] : text, "k"));

    [Fact]
    public void Cosignature_OfTheText_SaysWhen()
    {
        var note = log.Open().Note;
        var cosigned = SignedNote.Parse(note.With(Witness.Sign(note.Text, TestLog.Time, key)).Bytes, "n");
        Cosignature.Of(cosigned, [Witness], "n").ShouldHaveSingleItem().Time.ShouldBe(TestLog.Time);
        LogReader.Verified(cosigned, log.Trusted, "n").Size.ShouldBe(5);
    }

    [Fact]
    public void Cosignature_WithAnyByteChanged_RefusesTheNote()
    {
        var note = log.Open().Note;
        var signature = Witness.Sign(note.Text, TestLog.Time, key);
        for (var i = 0; i < signature.Bytes.Length; i++)
        {
            var changed = signature.Bytes.ToArray();
            changed[i] ^= 1;
            Should.Throw<LogException>(() => Cosignature.Of(note.With(signature with { Bytes = changed }), [Witness], "n"), $"byte {i}").Message
                .ShouldBe($"n: the cosignature of {Witness} does not fit the text");
        }
    }

    [Fact]
    public void Cosignature_WithoutATimeOrInAnotherForm_RefusesTheNote()
    {
        var note = log.Open().Note;
        var plain = key.Sign(Encoding.UTF8.GetBytes(note.Text));
        var never = Witness.Sign(note.Text, DateTimeOffset.UnixEpoch, key).Bytes;
        foreach (var bytes in (byte[][])[plain, never])
        {
            Should.Throw<LogException>(() => Cosignature.Of(note.With(new NoteSignature(Witness.Name, Witness.KeyId, bytes)), [Witness], "n"));
        }
    }

    [Fact]
    public void Cosignatures_OfStrangersAndUnknownTypes_SayNothing()
    {
        var note = Enumerable.Range(0, 40).Aggregate(
            log.Open().Note,
            (note, i) => note.With(new NoteSignature($"example.org/{i}", (uint)i, new byte[i % 2 == 0 ? 72 : 2428])));
        note = note.With(Witness.Sign(note.Text, TestLog.Time, key));
        Cosignature.Of(SignedNote.Parse(note.Bytes, "n"), [Witness], "n").Count.ShouldBe(1);
        Cosignature.Of(note, [], "n").ShouldBeEmpty();
    }

    [Fact]
    public void Proof_ByACosignedCheckpointOfBefore_HoldsAfterTheLogHasGrown()
    {
        var note = log.Open().Note;
        note = note.With(Witness.Sign(note.Text, TestLog.Time, key));
        log.Append(1_000);
        var proof = TlogProof.Parse(log.Open().Proof(3, note, 5).Bytes, "p");
        proof.Demand(log.Trusted, "p").Sequence.ShouldBe(3);
        Cosignature.Of(proof.Note, [Witness], "p").Count.ShouldBe(1);
    }

    public void Dispose()
    {
        key.Dispose();
        log.Dispose();
    }
}
