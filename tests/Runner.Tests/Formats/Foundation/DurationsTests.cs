using FsCheck;
using FsCheck.Fluent;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("5m", 300_000)]
    [InlineData("90s", 90_000)]
    [InlineData("500ms", 500)]
    [InlineData("1h30m", 5_400_000)]
    [InlineData("1h0m5s7ms", 3_605_007)]
    public void People_write_durations_with_units(string text, long milliseconds)
    {
        Durations.TryParse(text, out var duration).ShouldBeTrue();
        duration.ShouldBe(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("5 m")]
    [InlineData("m")]
    [InlineData("-5m")]
    [InlineData("30m1h")]
    [InlineData("5m5m")]
    [InlineData("1.5h")]
    [InlineData("5M")]
    [InlineData("5m\n")]
    [InlineData("9999999h")]
    [InlineData("٥m")]
    public void Anything_else_is_refused(string text) => Durations.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll(
        Gen.Choose(0, int.MaxValue).ToArbitrary(),
        milliseconds =>
        {
            var duration = TimeSpan.FromMilliseconds(milliseconds);
            return Durations.TryParse(Durations.Format(duration), out var read) && read == duration;
        }).QuickCheckThrowOnFailure();
}
