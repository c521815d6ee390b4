using System.Text;
using Gates.Attestation.Log;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Log;

public sealed class LogAppendTests
{
    [Fact]
    public void Append_OneByOne_LeavesTheSameFilesAsAllAtOnce()
    {
        using var one = new TestLog();
        using var all = TestLog.From(600);
        for (var i = 0; i < 600; i++)
        {
            one.Append();
        }

        one.Store.Files.Keys.ShouldBe(all.Store.Files.Keys);
        one.Store.Files.Keys.ShouldAllBe(path => Enumerable.SequenceEqual(one.Store.Files[path], all.Store.Files[path]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(513)]
    public void Append_LeavesExactlyTheTilesOfItsSize(int size)
    {
        using var log = TestLog.From(size);
        log.Append();
        log.Store.Files.Keys.ShouldBe(Tile.All(size + 1).Select(tile => tile.Path).Append("checkpoint"), ignoreOrder: true);
        log.Verify().ShouldBeEmpty();
    }

    [Fact]
    public void Append_ToALongLog_ReadsOnlyItsEnd()
    {
        using var log = TestLog.From(70_000);
        log.Store.Reads.Clear();
        log.Append();
        log.Store.Reads
            .Distinct()
            .ShouldBe(["checkpoint", "tile/2/000.p/1", "tile/1/001.p/17", "tile/0/273.p/112", "tile/entries/273.p/112"], ignoreOrder: true);
    }

    [Fact]
    public void Leaf_NamesTheOneBefore()
    {
        using var log = TestLog.From(3);
        var reader = log.Open();
        reader.Leaf(0).Previous.ShouldBe(new string('0', 64));
        reader.Leaf(2).Previous.ShouldBe(Sha256Hex.Of(reader.Entry(1).Span));
        reader.Leaf(2).Path.ShouldBe("audit/2026/11/22/2.json");
    }

    [Fact]
    public void Entry_IsCanonicalJson()
    {
        using var log = TestLog.From(1);
        var digest = Sha256Hex.Of(log.Evidence.Values.First());
        Encoding.UTF8.GetString(log.Open().Entry(0).Span).ShouldBe(
            $$"""{"keyid":"a2V5","path":"audit/2026/11/22/0.json","prev":"{{new string('0', 64)}}","seq":0,"sha256":"{{digest}}","time":"2026-11-22T10:30:00Z","type":"evidence","v":1}""");
    }

    [Fact]
    public void Append_WhereTheEndWasAltered_IsRefused()
    {
        using var log = TestLog.From(5);
        log.Store.Files["tile/0/000.p/5"][40] ^= 1;
        Should.Throw<LogException>(() =>
            log.Append()).Message.ShouldBe("log/2026/checkpoint: the tiles of its 5 entries do not add up to the root that was signed");
    }

    [Fact]
    public void Append_WhereTheLastEntryWasAltered_IsRefused()
    {
        using var log = TestLog.From(5);
        log.Store.Files["tile/entries/000.p/5"][^3] ^= 1;
        Should.Throw<LogException>(() => log.Append()).Message.ShouldBe("log/2026/tile/entries/000.p/5: entry 4: not the entry that was signed");
    }
}
