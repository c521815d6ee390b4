using Gates.Doors.Load.Executors;
using Gates.Formats.LoadPlans;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Load.Executors;

public sealed class ExecutorTests
{
    private static TimeSpan Ms(double time) => TimeSpan.FromMilliseconds(time);

    [Fact]
    public void SharedIterations_AreDoneOnceByWhoeverIsFree()
    {
        using var played = new PlayedScenario(new("s", ExecutorKind.SharedIterations) { Users = 3, Iterations = 10 }, Ms(100));
        played.Advance(Ms(401)).End();
        played.Started.Count.ShouldBe(10);
        played.Started.Select(one => one.At).ShouldBe([.. Enumerable.Range(0, 10).Select(number => Ms(100 * (number / 3)))]);
    }

    [Fact]
    public void PerVuIterations_AreDoneByEachUser()
    {
        using var played = new PlayedScenario(new("s", ExecutorKind.PerVuIterations) { Users = 3, Iterations = 4 }, Ms(50));
        played.Advance(Ms(201)).End();
        played.Started.CountBy(one => one.User).Select(one => one.Value).ShouldBe([4, 4, 4]);
    }

    [Fact]
    public void MaxDurationEndsIterations_AndWhatGoesOnAfterTheGracefulStopIsBrokenOff()
    {
        var scenario = new LoadScenario("s", ExecutorKind.PerVuIterations) { Users = 1, Iterations = 9, MaxDuration = Ms(250), GracefulStop = Ms(20) };
        using var played = new PlayedScenario(scenario, Ms(100));
        played.Advance(Ms(269)).BrokenOff.ShouldBe(0);
        played.Advance(Ms(2)).End();
        played.Started.Count.ShouldBe(3);
        played.BrokenOff.ShouldBe(1);
    }

    [Fact]
    public void ConstantVus_RunForTheDuration_AndFinishWhatTheyBegan()
    {
        using var played = new PlayedScenario(new("s", ExecutorKind.ConstantVus) { Users = 2, Duration = Ms(1_000) }, Ms(300));
        played.Advance(Ms(1_199)).IsOver.ShouldBeFalse();
        played.Advance(Ms(2)).End();
        played.Started.Count.ShouldBe(8);
        played.BrokenOff.ShouldBe(0);
    }

    [Fact]
    public void StartTime_PutsAScenarioOff()
    {
        using var played = new PlayedScenario(new("s", ExecutorKind.SharedIterations) { StartTime = Ms(500) }, Ms(10));
        played.Advance(Ms(499)).Started.ShouldBeEmpty();
        played.Advance(Ms(20)).End();
        played.Started.Single().At.ShouldBe(Ms(500));
    }

    [Fact]
    public void RampingVus_FollowTheStages()
    {
        RampingUsers.Changes(1, [new(Ms(400), 5), new(Ms(100), 5), new(TimeSpan.Zero, 2), new(Ms(200), 0)]).ShouldBe(
        [
            (Ms(0), 1), (Ms(100), 2), (Ms(200), 3), (Ms(300), 4), (Ms(400), 5), (Ms(500), 2), (Ms(600), 1), (Ms(700), 0),
        ]);
        using var played = new PlayedScenario(
            new("s", ExecutorKind.RampingVus) { Start = 1, Stages = [new(Ms(400), 5), new(Ms(100), 5), new(Ms(400), 1)] },
            Ms(10));
        played.Advance(Ms(50)).Active.ShouldBe(1);
        played.Advance(Ms(400)).Active.ShouldBe(5);
        played.Advance(Ms(430)).Active.ShouldBe(2);
        played.Advance(Ms(40)).End();
        played.Hired.ShouldBe(5);
        played.BrokenOff.ShouldBe(0);
    }

    [Fact]
    public void AUserWhoIsNotWantedAnyMore_IsBrokenOffAfterTheGracefulRampDown()
    {
        var scenario = new LoadScenario("s", ExecutorKind.RampingVus)
        {
            Start = 2,
            Stages = [new(TimeSpan.Zero, 1), new(Ms(500), 1)],
            GracefulRampDown = Ms(100),
        };
        using var played = new PlayedScenario(scenario, Ms(10_000));
        played.Advance(Ms(90)).BrokenOff.ShouldBe(0);
        played.Advance(Ms(20));
        SpinWait.SpinUntil(() => played.BrokenOff == 1, TimeSpan.FromSeconds(20)).ShouldBeTrue();
        played.Abort().End();
    }

    [Fact]
    public void AConstantRate_StartsByTheClock_WhateverAnIterationTakes()
    {
        using var played = new PlayedScenario(
            new("s", ExecutorKind.ConstantArrivalRate)
            {
                Rate = 600,
                TimeUnit = TimeSpan.FromMinutes(1),
                Duration = Ms(2_000),
                PreAllocatedUsers = 5,
                MaxUsers = 20,
            },
            Ms(730));
        played.Advance(Ms(2_800)).End();
        played.Started.Select(one => one.At).ShouldBe([.. Enumerable.Range(0, 20).Select(number => Ms(100 * number))]);
        played.Started.ShouldAllBe(one => one.Intended == one.At);
        played.Dropped.ShouldBe(0);
        played.Hired.ShouldBe(8);
    }

    [Fact]
    public void WhatFindsNobodyFree_IsDroppedAndCounted()
    {
        using var played = new PlayedScenario(
            new("s", ExecutorKind.ConstantArrivalRate) { Rate = 10, Duration = Ms(2_000), PreAllocatedUsers = 2, MaxUsers = 3 },
            Ms(1_000));
        played.Advance(Ms(3_000)).End();
        played.Hired.ShouldBe(3);
        (played.Started.Count, played.Dropped).ShouldBe((6, 14));
    }

    [Fact]
    public void ARampingRate_StartsAnIterationWheneverTheAreaIsWhole()
    {
        var scenario = new LoadScenario("s", ExecutorKind.RampingArrivalRate)
        {
            Stages = [new(TimeSpan.FromSeconds(10), 10), new(TimeSpan.FromSeconds(2), 10), new(TimeSpan.FromSeconds(4), 0)],
        };
        var times = ArrivalTimes.Of(scenario).ToList();
        times.Count.ShouldBe(90);
        for (var number = 1; number <= 50; number++)
        {
            times[number - 1].TotalSeconds.ShouldBe(Math.Sqrt(2.0 * number), 1e-6);
        }

        times[69].TotalSeconds.ShouldBe(12, 1e-6);
        times[^1].TotalSeconds.ShouldBe(16, 1e-3);
        times.ShouldBeInOrder();
    }

    [Fact]
    public void ARate_IsNotLostToRounding()
    {
        var scenario = new LoadScenario("s", ExecutorKind.ConstantArrivalRate)
        {
            Rate = 7,
            TimeUnit = TimeSpan.FromSeconds(3),
            Duration = TimeSpan.FromHours(3),
        };
        ArrivalTimes.Of(scenario).Count().ShouldBe(25_200);
    }

    [Theory]
    [InlineData(nameof(ExecutorKind.ConstantVus))]
    [InlineData(nameof(ExecutorKind.RampingVus))]
    [InlineData(nameof(ExecutorKind.ConstantArrivalRate))]
    [InlineData(nameof(ExecutorKind.SharedIterations))]
    public void AnAbort_EndsEveryExecutorAtOnce(string executor)
    {
        var scenario = new LoadScenario("s", Enum.Parse<ExecutorKind>(executor))
        {
            Users = 2,
            Iterations = 9,
            Duration = Ms(60_000),
            Start = 2,
            Stages = [new(Ms(60_000), 2)],
            Rate = 1,
            PreAllocatedUsers = 1,
            MaxUsers = 1,
        };
        using var played = new PlayedScenario(scenario, Ms(5_000));
        played.Advance(Ms(10)).Abort().End();
        played.Now.ShouldBe(Ms(10));
        played.BrokenOff.ShouldBe(played.Started.Count);
    }
}
