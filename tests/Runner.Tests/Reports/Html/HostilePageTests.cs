using Gates.Formats.Foundation.Text;
using Gates.Pipeline.Results;
using Gates.Pipeline.Waivers;
using Gates.Policies;
using Gates.Runner.Reports;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports.Html;

/// <summary>Hostile text stays text in a real browser: whatever is said, the page is built of the same elements, and nothing runs.</summary>
public sealed class HostilePageTests(Browser browser)
{
    private const string Skeleton =
        "[...document.querySelectorAll('*')].map((element) => `${element.tagName} ${element.getAttributeNames().sort()}`).join('\\n')";

    [Fact]
    public async Task EveryHostileText_BuildsThePageOfAHarmlessOne()
    {
        var texts = Texts().Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        await using var harmless = await browser.OpenAsync(Run(texts.Select(_ => "x")));
        await using var hostile = await browser.OpenAsync(Run(texts));
        var expected = await harmless.Page.EvaluateAsync<string>(Skeleton);
        var built = await hostile.Page.EvaluateAsync<string>(Skeleton);
        built.Split('\n').Zip(expected.Split('\n')).Where(pair => pair.First != pair.Second).Take(3).ShouldBeEmpty();
        built.Length.ShouldBe(expected.Length);
        hostile.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task EveryHostileText_IsReadAsItIs()
    {
        var texts = Texts();
        await using var opened = await browser.OpenAsync(Run(texts));
        var shown = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[data-state=blocking] td > .text')].map((element) => element.textContent)");
        shown.ShouldBe(texts.Select(text => Escape.Plain(Escape.Cut(text, 4_000))));
    }

    [Fact]
    public async Task EveryLink_StaysInTheRepository()
    {
        await using var opened = await browser.OpenAsync(Run(Texts()), links: new SourceLinks("https://github.com/acme/shop/blob/main/"));
        var links = await opened.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[rel]')].map((element) => element.href)");
        links.ShouldNotBeEmpty();
        links.ShouldAllBe(link => link.StartsWith("https://github.com/acme/shop/blob/main/", StringComparison.Ordinal));
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task ScriptThatGotIn_WouldBeStoppedByThePagesOwnPolicy()
    {
        await using var opened = await browser.OpenAsync(Samples.Green());
        await opened.Page.EvaluateAsync("""
            () => {
              const script = document.createElement('script');
              try { script.text = 'window.ran = true'; } catch { script.append('window.ran = true'); }
              document.body.append(script);
              const image = document.createElement('img');
              image.src = 'https://example.com/x.png';
              document.body.append(image);
            }
            """);
        (await opened.Page.EvaluateAsync<bool>("'ran' in window")).ShouldBeFalse();
        opened.Complaints.ShouldContain(complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private static List<string> Texts()
    {
        List<string> texts = [];
        Hostile.Hold(texts.Add);
        return texts;
    }

    private static RunReport Run(IEnumerable<string> texts)
    {
        var runs = texts.Select(text => (Text: text, Report: HostileTextTests.Run(text)))
            .Select(run => run.Report with { Results = [.. run.Report.Results.Select(gate => gate with { Findings = [.. gate.Findings, Waived(run.Text)] })] })
            .ToList();
        return runs[0] with { Results = [.. runs.SelectMany(run => run.Results)], Notes = [.. runs.SelectMany(run => run.Notes).Take(50)], Proposed = null };
    }

    private static GateFinding Waived(string text) => Samples.Found(new Finding(text, Severity.Error, text), FindingState.Waived) with
    {
        Waiver = new Waiver
        {
            Gate = text,
            Path = text,
            Reason = text,
            Owner = text,
            Ticket = text,
            Added = new DateOnly(2026, 11, 1),
            Expires = new DateOnly(2027, 1, 31)
        },
    };
}
