using Gates.Policies;
using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

public sealed class PageTests
{
    [Fact]
    public void APage_IsInTheJudgement_AsItWasWritten() =>
        Run.Body("report.document('drift', '# Drift\\n\\n| a |\\n'); report.document('b-2', 'x');").Pages
            .ShouldBe([new PolicyPage("drift", "# Drift\n\n| a |\n"), new PolicyPage("b-2", "x")]);

    [Theory]
    [InlineData("'Drift', 'x'", "\"Drift\" is not a page's name; use a-z, 0-9 and '-', such as \"drift\"")]
    [InlineData("'../a', 'x'", "\"../a\" is not a page's name")]
    [InlineData("'a.md', 'x'", "\"a.md\" is not a page's name")]
    [InlineData("'-a', 'x'", "\"-a\" is not a page's name")]
    [InlineData("'a'.repeat(61), 'x'", "is not a page's name")]
    [InlineData("'a'", "the text must be a text, not nothing; write report.document(name, markdown)")]
    [InlineData("'a', ''", "the text is empty")]
    [InlineData("'a', ['x']", "the text must be a text")]
    public void WhatIsNoPage_EndsTheJudgement(string arguments, string message)
    {
        var failure = Run.BodyFails($"report.document({arguments});").Message;
        failure.ShouldContain("report.document: ");
        failure.ShouldContain(message);
    }

    [Fact]
    public void TheSameNameTwice_WouldLoseOne() =>
        Run.BodyFails("report.document('a', 'x'); report.document('a', 'y');").Message.ShouldEndWith("report.document: \"a\" was given before");

    [Theory]
    [InlineData("report.document('a', 'x'.repeat(100001));", "a page has 100001 characters; at most 100000 are allowed (text limit)")]
    [InlineData("for (let i = 0; i < 11; i++) { report.document('a' + i, 'x'); }", "it reports more than 10 pages (reports limit)")]
    public void PagesAreBounded(string body, string message) => Run.BodyFails(body).Message.ShouldContain(message);

    [Fact]
    public void TenOfTheLongest_AreTaken() =>
        Run.Body("for (let i = 0; i < 10; i++) { report.document('a' + i, 'x'.repeat(100000)); }").Pages.Count.ShouldBe(10);
}
