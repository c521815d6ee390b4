using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.LoadResults;

public sealed class ComparabilityTests
{
    [Fact]
    public void Refuse_TheSameLoad_HasNoReason() => Refuse(Run("a", 10, 600, 20), Run("b", 10.4, 610, 21)).ShouldBeEmpty();

    [Fact]
    public void Refuse_AnotherDuration_SaysBoth() => Refuse(Run("a", 10, 600, 20), Run("b", 30, 1_800, 20)).ShouldBe(["the runs took 10 s (a) and 30 s (b)"]);

    [Fact]
    public void Refuse_AnotherRate_SaysBoth() =>
        Refuse(Run("a", 10, 600, 20), Run("b", 10, 1_200, 20)).ShouldBe(["the load is not the same: 60 iterations a second then, 120 now"]);

    [Fact]
    public void Refuse_AFixedNumberOfUsersOnASlowerService_IsTheSameLoad() => Refuse(Run("a", 10, 600, 20), Run("b", 10, 300, 40)).ShouldBeEmpty();

    [Fact]
    public void Refuse_DroppedIterations_SaysHowMany() =>
        Refuse(Run("a", 10, 600, 20), Run("b", 10, 590, 20, dropped: 10)).ShouldHaveSingleItem().ShouldStartWith("b: 10 iterations (1.7 %) were dropped");

    [Fact]
    public void Refuse_ADoubtfulRun_RepeatsTheDoubt() =>
        Refuse(Run("a", 10, 600, 20) with { Doubts = ["it was cut off"] }, Run("b", 10, 600, 20)).ShouldBe(["a: it was cut off"]);

    [Fact]
    public void Refuse_PointsAndSummaries_AreNotMixed() =>
        Refuse(
            Run("a", 10, 600, 20) with { HasSamples = true },
            Run("b", 10, 600, 20)).ShouldBe(["points and summaries are mixed, and one run may be there as both; give one kind: points in a, a summary in b"]);

    private static IReadOnlyList<string> Refuse(LoadRun baseline, LoadRun current) => Comparability.Refuse([baseline], [current]);

    private static LoadRun Run(string path, double seconds, double iterations, double duration, double dropped = 0)
    {
        var summary = FormattableString.Invariant(
            $$$$"""{"metrics":{"iterations":{"count":{{{{iterations}}}},"rate":{{{{iterations / seconds}}}}},"iteration_duration":{"avg":{{{{duration}}}},"p(95)":1},"dropped_iterations":{"count":{{{{dropped}}}},"rate":0}}}""");
        return Loading.Read(summary) with { Path = path };
    }
}
