using System.Text;
using Gates.Attestation;
using Gates.Attestation.Archive;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Archive;

public sealed class ArchiveListTests
{
    private static readonly DateTimeOffset Time = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly string Digest = new('a', 64);

    [Fact]
    public void AList_WrittenAndRead_IsTheSame()
    {
        var list = new ArchiveList("s3://bucket/shop", []).With(One("packs/b.zip")).With(One("packs/a.zip")).With(One("packs/b.zip"));
        list.Objects.Select(one => one.Name).ShouldBe(["packs/a.zip", "packs/b.zip"]);
        var read = ArchiveList.Read(list.ToBytes(), "list.json");
        read.Objects.ShouldBe(list.Objects);
        read.ToBytes().ShouldBe(list.ToBytes());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("packs/../x")]
    [InlineData("/etc/passwd")]
    [InlineData(".ssh/config")]
    [InlineData("packs//x")]
    [InlineData("packs/a b")]
    public void AName_ThatLeadsElsewhere_IsRefused(string name) =>
        Should.Throw<EvidenceFormatException>(() => Read("packs/a.zip", name))
            .Message.ShouldBe("list.json: objects[0].name: is no name of an archive's object");

    [Fact]
    public void WhatIsNoList_IsRefused()
    {
        Should.Throw<EvidenceFormatException>(() => Read("archive-list/v0.1", "other/v1")).Message.ShouldContain("this is no list of an archive");
        Should.Throw<EvidenceFormatException>(() => Read(Digest, Digest.ToUpperInvariant())).Message.ShouldContain("64 digits of lower-case hex are wanted");
        var twice = new ArchiveList("s3://bucket", [One("a"), One("a")]);
        Should.Throw<EvidenceFormatException>(() => ArchiveList.Read(twice.ToBytes(), "list.json"))
            .Message.ShouldBe("list.json: objects: a name stands there twice");
    }

    private static void Read(string from, string to) => ArchiveList.Read(
        Encoding.UTF8.GetBytes(
            Encoding.UTF8.GetString(new ArchiveList("s3://bucket", [One("packs/a.zip")]).ToBytes()).Replace(from, to, StringComparison.Ordinal)),
        "list.json");

    private static ArchivedObject One(string name) => new(name, 5, Digest)
    {
        StoredSize = 9,
        StoredSha256 = Digest,
        Key = "0123456789abcdef",
        Version = "v",
        HeldUntil = Time.AddYears(3),
        Verified = Time,
    };
}
