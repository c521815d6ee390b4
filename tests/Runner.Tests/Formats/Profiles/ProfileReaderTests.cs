using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Profiles;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Formats.Profiles;

public sealed class ProfileReaderTests
{
    private const string Schema = "\"$schema\":\"https://www.speedscope.app/file-format-schema.json\"";
    private const string Frames = "\"shared\":{\"frames\":[{\"name\":\"main\"},{\"name\":\"work\",\"file\":\"w.c\",\"line\":7},{\"name\":\"CPU_TIME\"}]}";

    [Fact]
    public void FoldedStacks_CountWhatIsOwnAndWhatIsBelow()
    {
        var profile = One("# made by hand\nmain;work 3\nmain;work;work 5\nmain 2\n");

        profile.ShouldSatisfyAllConditions(
            it => (it.Format, it.Type, it.Unit, it.Total, it.Samples).ShouldBe(("folded", "samples", "count", 10, 10)),
            it => it.Functions.Select(one => (one.Name, one.Self, one.Total)).ShouldBe([("work", 8, 8), ("main", 2, 10)]));
    }

    [Fact]
    public void SampledSpeedscope_HasFilesAndLines()
    {
        var profile = One(Profiles("""{"type":"sampled","name":"t","unit":"seconds","startValue":0,"endValue":1,"samples":[[0,1],[0]],"weights":[3,1]}"""));

        (profile.Name, profile.Unit, profile.Total, profile.Samples).ShouldBe(("t", "seconds", 4, 2));
        profile.Functions[0].ShouldBe(new ProfiledFunction("work", "w.c", 7, 3, 3));
    }

    [Fact]
    public void EventsOfDotnetTrace_GiveTheirTimeToTheFunctionAbove()
    {
        var profile = One(Evented(
            """
            {"type":"O","frame":0,"at":0},{"type":"O","frame":1,"at":1},{"type":"O","frame":2,"at":1},
            {"type":"C","frame":2,"at":8},{"type":"C","frame":1,"at":8},{"type":"C","frame":0,"at":10}
            """));

        (profile.Total, profile.Samples).ShouldBe((10, null));
        profile.Functions.Select(one => (one.Name, one.Self, one.Total)).ShouldBe([("work", 7, 7), ("main", 3, 10)]);
    }

    [Theory]
    [InlineData("", "p:1:1: the file is empty; valid: pprof, speedscope's JSON, folded stacks")]
    [InlineData("a;b 1\nwhat is this\n", "p:2:1: this is no folded stack, such as `main;work;sort 12`; nor is the file pprof or speedscope's JSON")]
    [InlineData("# nothing\n", "p:1:1: there is no stack in the file")]
    [InlineData("{\"a\":1}", "p:1:1: this is no profile of speedscope: its `$schema` is not \"https://www.speedscope.app/file-format-schema.json\"")]
    [InlineData("H\u0000", "p:1:1: as a profile of pprof it is no profile: it says not what was counted")]
    [InlineData("\u000a\u007f\u0001", "p:1:1: as a profile of pprof it is damaged, or no profile")]
    public void WhatIsNoProfile_IsSaid(string text, string problem) => Problem(text).ShouldBe(problem);

    [Theory]
    [InlineData("""{"type":"O","frame":0,"at":0}""", "a frame is open at the end: the profile is not whole")]
    [InlineData("""{"type":"O","frame":0,"at":0},{"type":"C","frame":1,"at":1}""", "a frame is closed that was not opened last")]
    [InlineData("""{"type":"O","frame":0,"at":5},{"type":"C","frame":0,"at":1}""", "`at` is before that of the event above")]
    [InlineData("""{"type":"O","frame":9,"at":5}""", "9 is no frame; there are 3")]
    public void EventsThatDoNotFit_AreSaid(string events, string problem) =>
        Problem(Evented(events)).ShouldMatch("^p:1:[0-9]+: " + Regex.Escape(problem) + "$");

    [Fact]
    public void ADamagedArchive_IsSaid()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("main 1\n"));
        }

        var bytes = packed.ToArray();
        ProfileReader.Read(new MemoryStream(bytes), "p")[0].Total.ShouldBe(1);
        bytes[12] ^= 0xFF;
        Should.Throw<DocumentException>(() => ProfileReader.Read(new MemoryStream(bytes), "p")).Message
            .ShouldBe("p:1:1: the file is packed with gzip and damaged");
    }

    /// <summary>What Go's own profiler wrote, and what its tool says of it.</summary>
    [Fact]
    public void GosProfile_SaysWhatItsToolSays()
    {
        Assert.SkipUnless(ExternalProgram.Exists("go"), "needs go (Debian: golang-go)");
        var file = Repository.Combine("policies", "hotspots", "cases", "pprof-of-go", "files", "profiles", "spin.pprof");
        using var content = File.OpenRead(file);

        var profile = ProfileReader.Read(content, "spin.pprof").ShouldHaveSingleItem();

        var top = ExternalProgram.Run("go", ["tool", "pprof", "-top", "-unit=ns", file]).Succeeded().Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length >= 6 && words[1].EndsWith('%'))
            .ToDictionary(words => words[5], words => (Self: words[0], Total: words[3]), StringComparer.Ordinal);
        profile.Functions.Count.ShouldBe(top.Count);
        profile.Functions.ShouldAllBe(one => top[one.Name].Self == FormattableString.Invariant($"{one.Self}ns") || one.Self == 0);
        profile.Functions.ShouldAllBe(one => top[one.Name].Total == FormattableString.Invariant($"{one.Total}ns"));
        (profile.Type, profile.Unit, profile.Samples).ShouldBe(("cpu", "nanoseconds", 260));
    }

    private static string Evented(string events) =>
        Profiles("{\"type\":\"evented\",\"name\":\"t\",\"unit\":\"seconds\",\"startValue\":0,\"endValue\":1,\"events\":[" + events + "]}");

    private static string Profiles(string profile) => "{" + Schema + "," + Frames + ",\"profiles\":[" + profile + "]}";

    private static Profile One(string text) => ProfileReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "p").ShouldHaveSingleItem();

    private static string Problem(string text) =>
        Should.Throw<DocumentException>(() => ProfileReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "p")).Message;
}
