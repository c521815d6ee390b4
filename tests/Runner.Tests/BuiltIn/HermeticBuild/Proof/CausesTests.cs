using System.IO.Compression;
using System.Text;
using Gates.BuiltIn.HermeticBuild.Proof;
using Gates.Formats.Archives;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild.Proof;

/// <summary>The likely cause of each difference.</summary>
public sealed class CausesTests
{
    private static readonly DateTimeOffset Then = DateTimeOffset.FromUnixTimeSeconds(1_780_000_000);

    private readonly Causes causes = new(
        new Circumstances(Then, Then.AddSeconds(5), "/build/one", "1000", ["gates-one"], "GMT+12"),
        new Circumstances(Then.AddSeconds(9), Then.AddSeconds(14), "/home/gates/second-build", "1001", ["builder-two"], "GMT-14"));

    [Theory]
    [InlineData("built 2026-05-28T20:26:40Z\n", "built 2026-05-28T20:26:49Z\n", "time")]
    [InlineData("Mon Nov 30 08:38:00 GMT 2026\n", "Tue Dec  1 10:38:03 GMT 2026\n", "time")]
    [InlineData("t=1780000001", "t=1780000010", "time")]
    [InlineData("at 10:20:30 PM", "at 10:20:33 PM", "time")]
    [InlineData("__FILE__ /build/one/a.c", "__FILE__ /home/gates/second-build/a.c", "path")]
    [InlineData("on gates-one", "on builder-two", "host")]
    [InlineData("b\na\nc\n", "a\nb\nc\n", "order")]
    [InlineData("{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", "order")]
    [InlineData("id 3f2504e0-4f89-11d3-9a0c-0305e82c3301", "id 6fa459ea-ee8a-3ca4-894e-db77e160355e", "random")]
    public void OfTexts(string one, string two, string cause) => Of(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(two)).ShouldBe(cause);

    [Fact]
    public void AGzipOfAnotherSecond_DiffersInItsArchive() => Of(Gzip("same", 1), Gzip("same", 2)).ShouldBe("archive");

    [Fact]
    public void AGzipOfSomethingElse_DoesNot() => Of(Gzip("one", 1), Gzip("two", 1)).ShouldNotBe("archive");

    [Fact]
    public void ANumberThatIsTheSecondOfTheBuild_IsTime()
    {
        var (one, two) = (new byte[64], new byte[64]);
        BitConverter.TryWriteBytes(one.AsSpan(20), (uint)Then.ToUnixTimeSeconds() + 1);
        BitConverter.TryWriteBytes(two.AsSpan(20), (uint)Then.ToUnixTimeSeconds() + 11);
        Of(one, two).ShouldBe("time");
    }

    [Fact]
    public void AZip_IsComparedByItsFiles()
    {
        Of(Zip(1, "a", "b"), Zip(5, "a", "b")).ShouldBe("archive");
        Of(Zip(1, "a", "b"), Zip(1, "b", "a")).ShouldBe("order");
    }

    [Fact]
    public void AnOwner_IsAUsers() =>
        causes.Of(new Pair("a", 1, "", "", State(0), State(1001), ["owner"]), null, null).Cause.ShouldBe("user");

    [Fact]
    public void TheDayOfTheBuild_IsFound_AndTheCommitsIsNot()
    {
        var day = new DateTimeOffset(2026, 11, 3, 10, 0, 0, TimeSpan.Zero);
        DayFinder.For(day, day.AddHours(-9)).ShouldBeNull();
        var finder = DayFinder.For(day, day.AddDays(-2))!;
        foreach (var text in new[] { "x 2026-11-03 y", "20261103", "Nov  3 2026", "03 Nov 2026", "Tue Nov 03 " })
        {
            finder.IsIn(Encoding.ASCII.GetBytes(text)).ShouldBeTrue(text);
        }

        finder.IsIn("2026-11-04"u8).ShouldBeFalse();
    }

    private static FileState State(long user) => new(new TarEntry("a", TarKind.File, 0x1A4, user, user, 0, "0", "", ""), "", false);

    private static byte[] Gzip(string text, byte second)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        var bytes = packed.ToArray();
        bytes[4] = second;
        return bytes;
    }

    private static byte[] Zip(int hour, params string[] names)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in names)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2026, 1, 1, hour, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write(Encoding.UTF8.GetBytes(name));
            }
        }

        return packed.ToArray();
    }

    private string Of(byte[] one, byte[] two) => causes.Of(new Pair("a", 1, "", "", State(0), State(0), ["content"]), one, two).Cause;
}
