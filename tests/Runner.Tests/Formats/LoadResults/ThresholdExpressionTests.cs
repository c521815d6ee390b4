using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.LoadResults;

public sealed class ThresholdExpressionTests
{
    [Theory]
    [InlineData("p(95)<500", "p(95) < 500")]
    [InlineData("p(95) < 500", "p(95) < 500")]
    [InlineData(" p(99.9)>=1e3 ", "p(99.9) >= 1000")]
    [InlineData("rate===0", "rate == 0")]
    [InlineData("count!=3", "count != 3")]
    [InlineData("med<-1.5", "med < -1.5")]
    [InlineData("p<200", "p(0) < 200")]
    public void Parse_WhatK6Accepts_IsRead(string text, string expected) => ThresholdExpression.Parse(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("p(95)", "is not a threshold")]
    [InlineData("p(95)<500ms", "has \"500ms\" where a number belongs")]
    [InlineData("p(101)<5", "has \"p(101)\" where an aggregation belongs")]
    [InlineData("mean<5", "valid: avg, min, med, max, p(95) and the like, count, rate, value")]
    [InlineData("rate<NaN", "where a number belongs")]
    [InlineData("p(95)<300 && avg<100", "where a number belongs")]
    [InlineData("", "is not a threshold")]
    public void Parse_WhatK6Refuses_SaysWhatWouldBeRight(string text, string expected) =>
        Should.Throw<FormatException>(() => ThresholdExpression.Parse(text)).Message.ShouldContain(expected);

    [Theory]
    [InlineData("rate<0.01", 0.01, false)]
    [InlineData("rate<=0.01", 0.01, true)]
    [InlineData("value===5", 5, true)]
    [InlineData("value!=5", 5, false)]
    [InlineData("avg>10", 10.000001, true)]
    public void Holds_AtTheLimit_FollowsTheOperator(string text, double value, bool expected) =>
        ThresholdExpression.Parse(text).Holds(value).ShouldBe(expected);
}
