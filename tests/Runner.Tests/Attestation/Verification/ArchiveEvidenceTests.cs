using System.IO.Compression;
using System.Text;
using Gates.Attestation;
using Gates.Attestation.Verification;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Verification;

/// <summary>Zip files that somebody made to hurt their reader.</summary>
public sealed class ArchiveEvidenceTests
{
    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("C:/b")]
    public void Entry_LeavesThePack_IsRefused(string name) =>
        Refusal(zip => Add(zip, name, "x")).ShouldBe($"p.zip: the entry name \"{name}\" is not a plain relative path");

    [Fact]
    public void Entry_IsALink_IsRefused() =>
        Refusal(zip => Add(zip, "a", "/etc/passwd").ExternalAttributes = 0xA1FF << 16).ShouldBe("p.zip: a: a link, which a pack never holds");

    [Fact]
    public void Entry_StandsTwice_IsRefused() => Refusal(zip =>
    {
        Add(zip, "a", "one");
        Add(zip, "a", "two");
    }).ShouldContain("stands in the archive twice");

    [Fact]
    public void Entry_UnpacksToMoreThanAnyEvidence_IsRefusedOnTheWay() => Refusal(zip =>
    {
        using var stream = zip.CreateEntry("bomb", CompressionLevel.Optimal).Open();
        var zeros = new byte[1 << 20];
        for (var i = 0; i < 65; i++)
        {
            stream.Write(zeros);
        }
    }).ShouldContain("a zip bomb");

    [Theory]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 not really")]
    public void File_IsNoZip_IsRefused(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Should.Throw<EvidenceFormatException>(() => new ArchiveEvidence(stream, "p.zip")).Message.ShouldStartWith("p.zip: a damaged zip file");
    }

    [Fact]
    public void File_Truncated_IsRefused()
    {
        var whole = Zip(zip => Add(zip, "a", "text"));
        using var stream = new MemoryStream(whole, 0, whole.Length - 10);
        Should.Throw<EvidenceFormatException>(() => new ArchiveEvidence(stream, "p.zip"));
    }

    private static string Refusal(Action<ZipArchive> fill)
    {
        using var stream = new MemoryStream(Zip(fill));
        return Should.Throw<EvidenceFormatException>(() => new ArchiveEvidence(stream, "p.zip")).Message;
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(zip);
        }

        return stream.ToArray();
    }

    private static ZipArchiveEntry Add(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
        return entry;
    }
}
