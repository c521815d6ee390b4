using System.Text;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Log;

public sealed class SignedNoteTests
{
    /// <summary>The example of the package from which the specification was made; its key is in Ed25519's public form.</summary>
    private const string Neumann =
        "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    private const string NeumannKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    /// <summary>The example of the specification: its text has an empty line of its own.</summary>
    private const string Quasimodo =
        "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n" +
        "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

    private static NoteVerifier Peter => new("PeterNeumann", Ed25519PublicKey.From(Convert.FromBase64String(NeumannKey.Split('+', 3)[2]).AsSpan(1)));

    [Fact]
    public void Verifier_OfThePublishedKey_HasItsTextAndAcceptsItsNote()
    {
        Peter.Text.ShouldBe(NeumannKey);
        Parse(Neumann).Demand([Peter], "note").Select(signer => signer.Name).ShouldBe(["PeterNeumann"]);
    }

    [Fact]
    public void Note_OfTheSpecification_SplitsAtItsLastEmptyLine()
    {
        var note = Parse(Quasimodo);
        note.Text.ShouldEndWith("\n\ned è subito sera.\n");
        note.Signatures.ShouldHaveSingleItem().Name.ShouldBe("quasimodo.example/salvatore");
        Encoding.UTF8.GetString(note.Bytes).ShouldBe(Quasimodo);
    }

    [Fact]
    public void Signature_OfAnUnknownKey_IsIgnoredBesideAKnownOne()
    {
        var with16More = Neumann
            + string.Concat(Enumerable.Range(
                0,
                16).Select(number => FormattableString.Invariant($"— witness{number} {Convert.ToBase64String(new byte[68])}\n")));
        Parse(with16More).Demand([Peter], "note").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("your problem is", "your answer is", "note: the signature of PeterNeumann (key c74f20a3) does not fit the text")]
    [InlineData(
        "— PeterNeumann x",
        "— PeterNeumann y",
        "note: no trusted key signed it; signed by PeterNeumann (key cb4f20a3), trusted: PeterNeumann (key c74f20a3)")]
    [InlineData(
        "— PeterNeumann x",
        "— EnochRoot x",
        "note: no trusted key signed it; signed by EnochRoot (key c74f20a3), trusted: PeterNeumann (key c74f20a3)")]
    [InlineData("BwJnAM=\n", "BwJnAM=\n— PeterNeumann x08go/AA\n", "note: the signature of PeterNeumann (key c74f20a3) does not fit the text")]
    public void Note_ThatNoTrustedKeySigned_IsRefused(string part, string instead, string message) =>
        Should.Throw<LogException>(() => Parse(Neumann.Replace(part, instead, StringComparison.Ordinal)).Demand([Peter], "note")).Message.ShouldBe(message);

    [Theory]
    [InlineData("text\n", "note: not a signed note: no empty line between its text and its signatures, or no line feed at its end")]
    [InlineData("text\n\n", "note: not a signed note: 0 signatures; a note has 1 to 100")]
    [InlineData("text\n\n— a AAAAAAA=", "note: not a signed note: no empty line between its text and its signatures, or no line feed at its end")]
    [InlineData("text\n\n- a AAAAAAA=\n", "note: not a signed note: \"- a AAAAAAA=\" is not a signature line: \"— NAME BASE64\"")]
    [InlineData("text\n\n— a AAAA\n", "note: not a signed note: \"— a AAAA\" is not a signature line: \"— NAME BASE64\"")]
    [InlineData("text\n\n— a+b AAAAAAA=\n", "note: not a signed note: \"— a+b AAAAAAA=\" is not a signature line: \"— NAME BASE64\"")]
    [InlineData("te\txt\n\n— a AAAAAAA=\n", "note: not a signed note: a control character, U+0009")]
    [InlineData("te\r\nxt\n\n— a AAAAAAA=\n", "note: not a signed note: a control character, U+000D")]
    public void Note_NotInItsForm_IsRefused(string text, string message) => Should.Throw<LogException>(() => Parse(text)).Message.ShouldBe(message);

    [Fact]
    public void Note_NotUtf8OrTooLong_IsRefused()
    {
        Should.Throw<LogException>(() => SignedNote.Parse(
            [.. "ab"u8, 0xff, .. "\n\n"u8],
            "note")).Message.ShouldBe("note: not a signed note: not UTF-8 at byte 2");
        Should.Throw<LogException>(() => SignedNote.Parse(
            new byte[200_001],
            "note")).Message.ShouldBe("note: not a signed note: 200001 bytes; a note has at most 200000");
    }

    [Theory]
    [InlineData("o\n", "c: not a checkpoint: it has an origin, a size and a root hash, each on a line")]
    [InlineData("o\n007\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", "c:2: the size \"007\" is not a plain decimal number")]
    [InlineData("o\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", "c:2: the size \"-1\" is not a plain decimal number")]
    [InlineData("o\n1\nAAAA\n", "c:3: the root \"AAAA\" is not a SHA-256 hash in base64")]
    [InlineData(
        "o\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n",
        "c:3: the root \"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\" is not a SHA-256 hash in base64")]
    public void Checkpoint_NotInItsForm_IsRefused(string text, string message) =>
        Should.Throw<LogException>(() => Checkpoint.Parse(text, "c")).Message.ShouldBe(message);

    [Fact]
    public void Checkpoint_WithExtensionLines_IsRead() => Checkpoint.Parse($"o\n5\n{Convert.ToBase64String(new byte[32])}\nmore\n", "c").Size.ShouldBe(5);

    private static SignedNote Parse(string text) => SignedNote.Parse(Encoding.UTF8.GetBytes(text), "note");
}
