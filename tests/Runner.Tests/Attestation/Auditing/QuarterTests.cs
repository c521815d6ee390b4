using Gates.Attestation.Auditing;
using Gates.Formats.Foundation;
using Shouldly;
using Xunit;

namespace Runner.Tests.Attestation.Auditing;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2026Q1", "2026-01-01", "2026-04-01")]
    [InlineData("2026Q4", "2026-10-01", "2027-01-01")]
    public void Text_IsAQuarter_HasItsDays(string text, string from, string to)
    {
        var quarter = Quarter.Parse(text);
        (quarter.From, quarter.To).ShouldBe((DateTimeOffset.Parse(from + "T00:00Z"), DateTimeOffset.Parse(to + "T00:00Z")));
        quarter.Contains(quarter.From).ShouldBeTrue();
        quarter.Contains(quarter.To).ShouldBeFalse();
        quarter.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026Q0")]
    [InlineData("2026Q5")]
    [InlineData("2026q4")]
    [InlineData("2026-Q4")]
    [InlineData("2026Q4 ")]
    [InlineData("226Q4")]
    [InlineData("٢٠٢٦Q4")]
    [InlineData("9999Q4")]
    [InlineData("+202Q4")]
    public void Text_IsNone_IsRefused(string text) =>
        Should.Throw<UsageException>(() => Quarter.Parse(text)).Message.ShouldContain("not a quarter; it is written as a year, Q and 1 to 4, such as 2026Q4");
}
