using System.Text;
using Gates.Attestation;
using Gates.Attestation.Archive;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Archive;

public sealed class SealingTests : IDisposable
{
    private const string Name = "packs/evidence-pack-v1.0.0.zip";
    private const string Line = "gates-archive-key:1:2026-12-01:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private const string Other = "gates-archive-key:1:2027-12-01:ff0102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private readonly ArchiveKeys keys = ArchiveKeys.Parse(Line, "keys");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedHeader.ChunkSize - 1)]
    [InlineData(SealedHeader.ChunkSize)]
    [InlineData(SealedHeader.ChunkSize + 1)]
    [InlineData((2 * SealedHeader.ChunkSize) + 77)]
    public void AFile_SealedAndOpened_IsTheSame(int size)
    {
        var content = Content(size);
        var sealedFile = Seal(content);
        Open(sealedFile).ShouldBe(content);
        Seal(content).ShouldBe(sealedFile, "the same file sealed again has the same bytes, so that an upload can go on");
        Open(sealedFile, piece: 7).ShouldBe(content);
    }

    [Fact]
    public void TheHeader_IsWhatThePageOfTheFormSays() =>
        Encoding.Latin1.GetString(Seal(Content(5))).ShouldStartWith(
            "gates-sealed-v1\nkey 630dcd2966c43366\nsalt ");

    [Theory]
    [InlineData("key", "does not begin as a file of the form gates-sealed-v1")]
    [InlineData("size", "was changed after it was sealed")]
    [InlineData("content", "chunk 1 of 3 was changed after it was sealed, or its key")]
    [InlineData("cut at a chunk's end", "the sealed file ends before its end")]
    [InlineData("cut", "the sealed file ends before its end")]
    [InlineData("appended", "something was appended to the sealed file")]
    [InlineData("chunks exchanged", "chunk 1 of 3 was changed after it was sealed")]
    [InlineData("no end of the header", "the header of the sealed file has no end")]
    public void WhatWasChanged_IsNotOpened(string change, string expected)
    {
        var bytes = Seal(Content((2 * SealedHeader.ChunkSize) + 77));
        var header = bytes.AsSpan().IndexOf("\n\n"u8) + 2;
        var chunk = SealedHeader.ChunkSize + SealedHeader.TagSize;
        byte[] changed = change switch
        {
            "key" => [.. bytes[..20], (byte)'X', .. bytes[21..]],
            "size" => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("\nsize 2097229\n", "\nsize 2097228\n", StringComparison.Ordinal)),
            "content" => [.. bytes[..(header + 9)], (byte)(bytes[header + 9] ^ 1), .. bytes[(header + 10)..]],
            "cut at a chunk's end" => bytes[..(header + (2 * chunk))],
            "cut" => bytes[..^1],
            "appended" => [.. bytes, 0],
            "chunks exchanged" =>
            [
                .. bytes[..header],
                .. bytes[(header + chunk)..(header + (2 * chunk))],
                .. bytes[header..(header + chunk)],
                .. bytes[(header + (2 * chunk))..],
            ],
            _ => [.. bytes[..16], .. new byte[2000]],
        };
        Should.Throw<EvidenceFormatException>(() => Open(changed)).Message.ShouldContain(expected);
    }

    [Fact]
    public void AnotherName_IsNotOpened() =>
        Should.Throw<EvidenceFormatException>(() => Open(Seal(Content(5)), name: "packs/other.zip")).Message
            .ShouldBe("packs/other.zip: what is stored under this name was sealed as packs/evidence-pack-v1.0.0.zip");

    [Fact]
    public void AnOldKey_OpensWhatItSealed_AndTheNewestSeals()
    {
        using var both = ArchiveKeys.Parse($"# of two years\n{Line}\n\n{Other}\n", "keys");
        both.Newest.Created.ShouldBe(new DateOnly(2027, 12, 1));
        Open(Seal(Content(5)), keyring: both).ShouldBe(Content(5));
        using var without = ArchiveKeys.Parse(Other, "keys");
        Should.Throw<EvidenceFormatException>(() => Open(Seal(Content(5)), keyring: without)).Message
            .ShouldBe($"{Name}: sealed with the key 630dcd2966c43366, which is not among those given ({without.Newest.Id})");
    }

    [Theory]
    [InlineData("2027-11-30", false)]
    [InlineData("2027-12-01", true)]
    public void AKeyOlderThanAYear_IsNamed(string today, bool expected) =>
        (keys.Overdue(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)) is not null).ShouldBe(expected);

    [Theory]
    [InlineData("", "keys: holds no archive key; `gates archive key FILE` makes one")]
    [InlineData(
        "c2VjcmV0",
        "keys:1: not an archive key, which is a line such as gates-archive-key:1:2026-12-01: and 64 digits of hex; `gates archive key FILE` makes one")]
    [InlineData(Line + "\n" + Line, "keys:2: the key 630dcd2966c43366 stands there twice")]
    [InlineData("gates-archive-key:1:2026-13-01:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "keys:1: not an archive key")]
    public void WhatIsNoKey_IsRefused_AndNeverPrinted(string text, string expected)
    {
        var message = Should.Throw<UsageException>(() => ArchiveKeys.Parse(text, "keys")).Message;
        message.ShouldStartWith(expected);
        message.ShouldNotContain("0001020304");
        message.ShouldNotContain("c2VjcmV0");
    }

    public void Dispose() => keys.Dispose();

    private static byte[] Content(int size) => [.. Enumerable.Range(0, size).Select(index => (byte)(index * 31 % 251))];

    private byte[] Seal(byte[] content)
    {
        var header = new SealedHeader(keys.Newest.Id, keys.Newest.Salt(Name, Sha256Hex.Of(content)), content.Length, Name);
        using var stream = new SealingStream(new MemoryStream(content), header, keys.Newest);
        using var output = new MemoryStream();
        stream.CopyTo(output);
        output.Length.ShouldBe(header.SealedSize);
        return output.ToArray();
    }

    private byte[] Open(byte[] bytes, string name = Name, ArchiveKeys? keyring = null, int piece = 1 << 17)
    {
        using var output = new MemoryStream();
        using var stream = new OpeningStream(name, keyring ?? keys, output);
        foreach (var part in bytes.Chunk(piece))
        {
            stream.Write(part);
        }

        stream.Complete();
        return output.ToArray();
    }
}
