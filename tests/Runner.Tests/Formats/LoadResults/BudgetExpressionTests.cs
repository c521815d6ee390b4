using Gates.Formats.LoadResults;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.LoadResults;

public sealed class BudgetExpressionTests
{
    [Theory]
    [InlineData("p(95) <= baseline * 1.10", "p(95) <= baseline * 1.1")]
    [InlineData("p(95)<baseline*1.1", "p(95) < baseline * 1.1")]
    [InlineData("avg <= baseline", "avg <= baseline * 1")]
    [InlineData("rate >= baseline - 5%", "rate >= baseline * 0.95")]
    [InlineData("p95: +10%", "p(95) <= baseline * 1.1")]
    [InlineData("p(99.9): + 2.5 %", "p(99.9) <= baseline * 1.025")]
    [InlineData("count: -5%", "count >= baseline * 0.95")]
    public void Parse_BothForms_MeanTheSame(string text, string expected) => BudgetExpression.Parse(text).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("p95: 10%", "is not a budget")]
    [InlineData("p(95) < 500", "limits that do not depend on it belong under `thresholds`")]
    [InlineData("p(95) == baseline", "compares for equality")]
    [InlineData("p(95) <= baseline + 10", "has \"+ 10\" after `baseline`")]
    [InlineData("p(95) <= baseline * 0", "after `baseline`")]
    [InlineData("p(95) <= baseline - 100%", "after `baseline`")]
    [InlineData("mean: +10%", "where an aggregation belongs")]
    public void Parse_WhatIsNone_SaysWhatWouldBeRight(string text, string expected) =>
        Should.Throw<FormatException>(() => BudgetExpression.Parse(text)).Message.ShouldContain(expected);
}
