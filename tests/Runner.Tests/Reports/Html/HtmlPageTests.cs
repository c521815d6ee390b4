using System.Text;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Html;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports.Html;

public sealed class HtmlPageTests
{
    [Fact]
    public void EveryPartOfARun_IsOnThePage()
    {
        var page = Render(PageSamples.Failed());
        foreach (var text in new[]
        {
            "<title>Gates: failed</title>", "fix the 2 blocking errors under dlp-scan, then run again", "2 findings block, 1 gate could not be evaluated",
            "Revoke it at https://github.com/settings/tokens", "0003 --gate dlp-scan --reason", "Waiting for acme/platform",
            "under its edits, dlp-scan: passed", "not valid YAML", "no changed file matches", "412.4 ms", "read k6/current-1.json", "http_req_failed rate &lt;= 0.01", "&quot;paths&quot;",
            "b35c6e75b8c33f16372a8dac0585d2a719b5f983298c9b2d6149f258e5d7afef", "old/setup.sh:2", "tests/fixtures/cards.txt:1", "waived until 2027-01-31 by @acme/payments: The test number of the card scheme",
        })
        {
            page.ShouldContain(text);
        }
    }

    [Fact]
    public void Places_AreLinksWhereTheRepositoryIsKnown()
    {
        var page = Render(PageSamples.Failed(), new SourceLinks("https://github.com/acme/shop/blob/9c1e5b77/"));
        page.ShouldContain("href=\"https://github.com/acme/shop/blob/9c1e5b77/config/prod.env#L12\"");
        page.ShouldContain("href=\"https://github.com/acme/shop/blob/9c1e5b77/deploy/id_rsa#L1-L27\"");
        Render(PageSamples.Failed()).ShouldNotContain("href=\"http");
        Render(PageSamples.Failed(), new SourceLinks("javascript:alert(1)//")).ShouldNotContain("javascript:");
    }

    [Fact]
    public void WhatTheChangesOwnRulesWouldSay_IsFoldedAway()
    {
        var own = Samples.OwnJudge();
        var page = Render(own with { ProposedResults = [own.Results[0] with { Mode = GateMode.Enforce, Verdict = Verdict.Failed }] });

        page.ShouldContain("<details class=\"own\"><summary><h2 id=\"own\">What this change's own rules would say (not binding)</h2></summary>");
        page.ShouldContain("<tr><th scope=\"row\">dlp-scan</th><td>warned</td><td>failed</td><td class=\"n\">1</td></tr>");
        page.ShouldContain("<li>deploy/run.sh:7:20 An AWS access key");
        Render(Samples.Red()).ShouldNotContain("class=\"own\"");
    }

    [Fact]
    public void GreenRun_AsksForNothing()
    {
        var page = Render(Samples.Green());
        page.ShouldNotContain("Next:");
        page.ShouldNotContain("id=\"filters\"");
        page.ShouldContain("104 files hold no secret");
    }

    [Fact]
    public void PageThatWouldGrowTooLarge_LeavesFindingsOutAndCountsThem()
    {
        var text = new string('<', 4_000);
        var findings = Enumerable.Range(1, 3_000).Select(number => Samples.Found(new Finding("r", Severity.Error, text, new Location("a", number)))).ToList();
        var page = Render(Samples.Run([
            Samples.Gate("g", "G", Verdict.Failed) with { Findings = findings },
            Samples.Gate("h", "H", Verdict.Failed) with { Findings = findings }
        ]));
        page.Length.ShouldBeLessThan(42_000_000);
        page.ShouldContain("more findings: see results.json");
        page.ShouldEndWith("</html>\n");
    }

    [Fact]
    public void SameRun_MakesTheSamePage() => Render(PageSamples.Failed()).ShouldBe(Render(PageSamples.Failed()));

    internal static string Render(RunReport report, SourceLinks? links = null)
    {
        using var stream = new MemoryStream();
        HtmlReporter.Write(report, links ?? SourceLinks.None, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
