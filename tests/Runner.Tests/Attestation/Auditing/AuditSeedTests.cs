using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Gates.Attestation;
using Gates.Attestation.Auditing;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;
using Runner.Tests.Attestation.Log;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Auditing;

/// <summary>The seed is of the log as it was when the quarter ended, whatever came after, and of what a witness signed then.</summary>
public sealed class AuditSeedTests : IDisposable
{
    private static readonly Quarter Third = new(2026, 3);

    private readonly TestLog log = new();
    private readonly Ed25519PrivateKey key = Ed25519PrivateKey.From(Enumerable.Repeat((byte)9, 32).ToArray());

    public void Dispose()
    {
        log.Dispose();
        key.Dispose();
    }

    [Fact]
    public void Seed_IsOfTheCheckpointAtTheQuartersEnd()
    {
        Append("2026-09-30T23:59:59Z", 300);
        var then = log.Open().Checkpoint;
        Append("2026-10-01T00:00:00Z", 7);
        var seed = AuditSeed.Of(log.Open(), Third, []).ShouldNotBeNull();
        seed.Checkpoint.Text.ShouldBe(then.Text);
        seed.Bytes.ShouldBe(SHA256.HashData(Encoding.UTF8.GetBytes(then.Text)));
        seed.Cosignature.ShouldBeNull();
    }

    [Fact]
    public void Seed_NothingLoggedUntilThen_IsNone()
    {
        Append("2026-10-01T00:00:00Z", 3);
        AuditSeed.Of(log.Open(), Third, []).ShouldBeNull();
    }

    [Fact]
    public void Cosignature_TheFirstAfterTheQuarter_IsPartOfTheSeed()
    {
        Append("2026-09-01T00:00:00Z", 5);
        var then = log.Open().Checkpoint;
        var seed = AuditSeed.Of(log.Open(), Third, [Witnessed("2026-10-02T00:00:00Z"), Witnessed("2026-10-01T08:00:00Z"), Witnessed("2026-09-02T00:00:00Z")])!;
        var first = seed.Cosignature.ShouldNotBeNull();
        first.Time.ShouldBe(DateTimeOffset.Parse("2026-10-01T08:00:00Z"));
        seed.Bytes.ShouldBe(SHA256.HashData([.. Encoding.UTF8.GetBytes(then.Text), .. first.Bytes]));
    }

    /// <summary>Of a log that was shorter than the quarter's, a witness saw too little.</summary>
    [Fact]
    public void Cosignature_OfLessThanTheQuarter_DoesNotCount()
    {
        Append("2026-09-01T00:00:00Z", 5);
        var early = Witnessed("2026-10-01T08:00:00Z");
        Append("2026-09-02T00:00:00Z", 1);
        AuditSeed.Of(log.Open(), Third, [early])!.Cosignature.ShouldBeNull();
    }

    [Fact]
    public void Cosignature_Forged_IsRefused()
    {
        Append("2026-09-01T00:00:00Z", 5);
        var good = Witnessed("2026-10-01T08:00:00Z");
        var line = good.Note.Signatures[^1];
        byte[] later = [.. line.Bytes[..7], (byte)(line.Bytes[7] + 1), .. line.Bytes[8..]];
        var forged = good with { Note = good.Note with { Signatures = [.. good.Note.Signatures.SkipLast(1), line with { Bytes = later }] } };
        Should.Throw<LogException>(() => AuditSeed.Of(log.Open(), Third, [forged]))
            .Message.ShouldBe($"seen: the cosignature of {Witness} does not fit the text");
    }

    [Fact]
    public void Checkpoint_ThatTheLogDoesNotContinue_IsRefused()
    {
        Append("2026-09-01T00:00:00Z", 5);
        using var other = new TestLog();
        other.Append(3);
        var split = new WitnessedCheckpoint(other.Open().Note, [], "seen");
        Should.Throw<LogException>(() => AuditSeed.Of(log.Open(), Third, [split])).Fault.ShouldBe(LogFault.SplitView);
    }

    [Fact]
    public void Keys_AreReadAsWitnessesPublishThem()
    {
        WitnessVerifier.Parse(Verifier(), "keys").Name.ShouldBe("w.example/one");
        foreach (var wrong in (string[])["nothing", Verifier()[..^4], Verifier().Replace("+", "+0", StringComparison.Ordinal), log.Signer.Verifier.Text])
        {
            Should.Throw<EvidenceFormatException>(() => WitnessVerifier.Parse(wrong, "keys"));
        }
    }

    private WitnessVerifier Witness => new("w.example/one", key.PublicKey);

    private string Verifier() => FormattableString.Invariant($"{Witness.Name}+{Witness.KeyId:x8}+{Convert.ToBase64String([4, .. key.PublicKey.Bytes.Span])}");

    private WitnessedCheckpoint Witnessed(string time)
    {
        var (note, seconds) = (log.Open().Note, DateTimeOffset.Parse(time).ToUnixTimeSeconds());
        var bytes = new byte[8 + Ed25519PublicKey.SignatureLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, seconds);
        key.Sign(Encoding.UTF8.GetBytes(FormattableString.Invariant($"cosignature/v1\ntime {seconds}\n{note.Text}"))).CopyTo(bytes, 8);
        var cosigned = note with { Signatures = [.. note.Signatures, new NoteSignature(Witness.Name, Witness.KeyId, bytes)] };
        return new WitnessedCheckpoint(SignedNote.Parse(cosigned.Bytes, "seen"), [WitnessVerifier.Parse(Verifier(), "keys")], "seen");
    }

    private void Append(string time, int count)
    {
        var open = LogReader.Open(log.Store, log.Trusted);
        var entries = Enumerable.Range((int)(open?.Size ?? 0), count)
            .Select(number => new NewEntry(LeafType.Evidence, FormattableString.Invariant($"audit/{number}.json"), new string('a', 64), "a2V5")).ToList();
        log.Store.Apply(LogAppend.Create(log.Store, open, entries, DateTimeOffset.Parse(time), log.Signer));
    }
}
