using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Unwrapping;

/// <summary>An archive made to unpack to more than anybody has is stopped, in time and memory, and said; never taken for seen.</summary>
public sealed class BombTests
{
    private static readonly byte[] Env = Encoding.UTF8.GetBytes("TOKEN=" + Scanning.Token);

    [Fact]
    public void A_gzip_of_gigabytes_of_nothing_is_stopped()
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
            {
                gzip.Write(zeros);
            }
        }

        var report = Scanning.Scan(stream.ToArray(), "a.gz");

        report.Unseen.ShouldBe(UnseenReasons.OverLimit);
        report.Problem.ShouldBe("a.gz: a not opened to its end: it unpacks to more than 200 times its size");
    }

    [Fact]
    public void A_bomb_among_members_does_not_hide_the_others()
    {
        var report = Scanning.Scan(Archives.Zip([("a.env", Env), ("bomb", new byte[40 << 20]), ("z.env", Env)]), "a.zip");

        (report.Unseen, report.Problem).ShouldBe((UnseenReasons.OverLimit, "a.zip: bomb not opened to its end: it unpacks to more than 200 times its size"));
        report.Hits.Select(hit => hit.Member).ShouldBe(["a.env", "z.env"]);
    }

    [Fact]
    public void Members_that_share_their_bytes_are_said()
    {
        var zip = Archives.Zip([("a", Noise(100_000)), ("b", Noise(10))]);
        var second = zip.AsSpan(zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8));
        var first = zip.AsSpan(zip.AsSpan().IndexOf("PK\u0001\u0002"u8));
        first[16..28].CopyTo(second[16..]);
        first.Slice(42, 4).CopyTo(second[42..]);

        var report = Scanning.Scan(zip, "a.zip");

        (report.Unseen, report.Problem).ShouldBe((UnseenReasons.OverLimit, "a.zip: not opened to its end: its members overlap"));
    }

    [Fact]
    public void Members_without_number_are_said()
    {
        var report = Scanning.Scan(Archives.Zip([.. Enumerable.Range(0, 100_100)
            .Select(i => ($"{i}", Array.Empty<byte>()))], CompressionLevel.NoCompression), "a.zip");

        (report.Unseen, report.Problem).ShouldBe((UnseenReasons.OverLimit, "a.zip: not opened to its end: it holds more than 100000 members"));
    }

    [Fact]
    public void A_tar_that_claims_what_it_has_not_takes_no_memory()
    {
        var tar = Archives.Tar(("a.env", Env), ("b", Env));
        var last = tar.AsSpan().LastIndexOf("ustar"u8) - 257;
        Encoding.ASCII.GetBytes("77777777777\0").CopyTo(tar, last + 124);
        Checksum(tar.AsSpan(last, 512));
        tar[last + 156] = (byte)'L';
        Checksum(tar.AsSpan(last, 512));

        // Whichever test is first also reads the rules.
        Scanning.Scan(tar, "a.tar");
        var before = GC.GetAllocatedBytesForCurrentThread();

        var report = Scanning.Scan(tar, "a.tar");

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(20 << 20);
        report.Problem.ShouldBe("a.tar: not opened to its end: it ends early");
        report.Hits.ShouldHaveSingleItem().Member.ShouldBe("a.env");
    }

    [Fact]
    public void A_zip_that_claims_entries_it_has_not_takes_no_memory()
    {
        var zip = Archives.Zip([("a.env", Env)]);
        var end = zip.AsSpan(zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8));
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], 60_000);

        var report = Scanning.Scan(zip, "a.zip");

        (report.Unseen, report.Problem).ShouldBe((UnseenReasons.Archive, "a.zip: not opened to its end: it ends early"));
        report.Hits.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_large_archive_inside_an_archive_is_said_and_not_held()
    {
        var inner = Archives.Zip([("a.env", Env), ("noise", Noise(40 << 20))], CompressionLevel.NoCompression);

        var report = Scanning.Scan(Archives.Tar(("x.zip", inner), ("b.env", Env)), "a.tar");

        (report.Unseen, report.Problem).ShouldBe((UnseenReasons.Archive, "a.tar: x.zip not opened to its end: no more than 24 MiB are held in memory"));
        report.Hits.Select(hit => hit.Member).ShouldContain("b.env");
    }

    [Fact]
    public void Archives_in_archives_in_base64_end()
    {
        var content = Archives.Gzip(new string('x', 1 << 20));
        for (var i = 0; i < 6; i++)
        {
            content = Archives.Gzip("a: " + Convert.ToBase64String(content));
        }

        Scanning.Scan("a: " + Convert.ToBase64String(content)).Unseen.ShouldBe(UnseenReasons.Archive);
    }

    private static void Checksum(Span<byte> header)
    {
        header.Slice(148, 8).Fill((byte)' ');
        var sum = 0;
        foreach (var b in header)
        {
            sum += b;
        }

        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header[148..]);
    }

    private static byte[] Noise(int count)
    {
        var bytes = new byte[count];
        new Random(7).NextBytes(bytes);
        return bytes;
    }
}
