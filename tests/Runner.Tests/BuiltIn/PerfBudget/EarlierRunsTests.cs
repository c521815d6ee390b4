using System.Text;
using Gates.BuiltIn.PerfBudget;
using Gates.BuiltIn.PerfBudget.Facts;
using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.PerfBudget;

public sealed class EarlierRunsTests
{
    private const string Summary =
        """{"metrics":{"http_req_duration":{"avg":10,"max":40,"med":9,"min":1,"p(90)":20,"p(95)":30},"http_reqs":{"count":30,"rate":3}}}""";

    [Fact]
    public void WhatCannotBeRead_IsNamedWithItsCommitAndReason()
    {
        var found = new BaselineFiles([], "none") { Earlier = [File("k6/a.json", Summary), File("k6/b.json", "{\"metrics\":"), File("k6/c.json", "{}")] };

        var earlier = EarlierRuns.Of([found], [], [Read(File("k6/now.json", Summary))], Read);

        earlier.Runs.Select(one => one.Run.Path).ShouldBe(["k6/a.json"]);
        earlier.LeftOut.Count.ShouldBe(2);
        earlier.LeftOut[0].ShouldStartWith("k6/b.json of 0123456: k6/b.json");
        earlier.LeftOut[1].ShouldStartWith("k6/c.json of 0123456: k6/c.json");
        earlier.Fact.ShouldNotBeNull().Used.ShouldBe(1);
    }

    [Fact]
    public void WithoutEarlierRuns_NothingIsSaid() => EarlierRuns.Of([new BaselineFiles([], "none")], [], [], Read).Fact.ShouldBeNull();

    private static LoadRun Read(ResultFile file) =>
        LoadResultReader.Read(file.Path, file.Open, new MetricNeeds([], Declared: false), CancellationToken.None);

    private static ResultFile File(string path, string text) => new(path, () => new MemoryStream(Encoding.UTF8.GetBytes(text)))
    {
        Origin = new OriginFact("0123456789abcdef0123456789abcdef01234567", "2026-11-01T00:00:00Z", 5, "evidence-1", "audit/" + path),
    };
}
