using System.Text.RegularExpressions;
using Gates.BuiltIn.DlpScan.Scanning;
using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan;

public sealed class PatternMatchTests
{
    private static readonly Regex Pattern = new("x", RegexOptions.None, TimeSpan.FromSeconds(2));

    [Fact]
    public void A_pattern_that_was_only_kept_waiting_is_tried_again()
    {
        var calls = 0;

        var match = PatternMatch.Again(
            Pattern,
            () => ++calls < 4 ? throw new RegexMatchTimeoutException() : Pattern.Match("x"),
            new Clock(TimeSpan.FromMilliseconds(1)));

        match.Success.ShouldBeTrue();
        calls.ShouldBe(4);
    }

    [Fact]
    public void A_pattern_that_worked_for_its_whole_time_is_stopped() =>
        Should.Throw<RegexMatchTimeoutException>(
            () => PatternMatch.Again(Pattern, () => throw new RegexMatchTimeoutException(), new Clock(TimeSpan.FromSeconds(2))));

    [Fact]
    public void A_machine_that_never_gets_to_it_does_not_wait_for_ever() =>
        Should.Throw<RegexMatchTimeoutException>(() => PatternMatch.Again(Pattern, () => throw new RegexMatchTimeoutException(), new Clock(TimeSpan.Zero)));

    [Fact]
    public void A_pattern_without_end_is_stopped()
    {
        var endless = new Regex("^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(20));

        Should.Throw<RegexMatchTimeoutException>(() => PatternMatch.At(endless, new string('a', 64) + "!", 0));
    }

    [Fact]
    public void The_clock_of_a_thread_goes_on_with_its_work_only()
    {
        var clock = ThreadClock.Shared;
        var started = clock.GetTimestamp();
        var sum = 0.0;
        while (clock.GetElapsedTime(started) < TimeSpan.FromMilliseconds(5))
        {
            sum += Math.Sqrt(sum + 1);
        }

        sum.ShouldBeGreaterThan(0);
        var before = clock.GetTimestamp();
        using var never = new ManualResetEventSlim();
        never.Wait(300);
        clock.GetElapsedTime(before).ShouldBeLessThan(TimeSpan.FromMilliseconds(200));
    }

    private sealed class Clock(TimeSpan step) : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now += step.Ticks;
    }
}
