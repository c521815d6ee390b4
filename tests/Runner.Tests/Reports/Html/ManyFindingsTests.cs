using Gates.Runner.Reports;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports.Html;

/// <summary>Ten thousand findings. Times are told, not judged: a busy machine would fail them for nothing; what makes them good is checked.</summary>
public sealed class ManyFindingsTests(Browser browser, ITestOutputHelper output)
{
    [Fact]
    public async Task TenThousandFindings_AreFilteredAndLaidOutOnlyInSight()
    {
        await using var opened = await browser.OpenAsync(Samples.Many(10_000), links: new SourceLinks("https://github.com/acme/shop/blob/9c1e5b77/"));
        var page = opened.Page;
        var paint = await page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime");
        await Assertions.Expect(page.Locator("html[data-ready]")).ToHaveCountAsync(1);
        var strokes = await page.EvaluateAsync<double[]>("""
            async () => {
              const field = document.querySelector('#q'), times = [];
              await new Promise((done) => requestIdleCallback(done, { timeout: 3000 }));
              for (const text of ['f', 'fi', 'file1', 'file12', 'file123', 'file12', '']) {
                const start = performance.now();
                field.value = text;
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                document.body.getBoundingClientRect();
                await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
                times.push(performance.now() - start);
              }
              return times;
            }
            """);
        output.WriteLine(FormattableString.Invariant($"first paint {paint:0} ms; key strokes {string.Join(", ", strokes.Select(time => $"{time:0}"))} ms, until painted"));
        await page.FillAsync("#q", "file1008.txt");
        await Assertions.Expect(page.Locator(".chunk:not([hidden]) tbody tr:not([hidden])")).ToHaveCountAsync(9);
        await opened.ShootAsync("many-filtered");
        await page.FillAsync("#q", "");
        await page.EvaluateAsync("document.querySelector('#gate-1').scrollIntoView()");
        await opened.ShootAsync("many");
        (await page.EvaluateAsync<int>("[...document.querySelectorAll('.long')].filter((chunk) => chunk.checkVisibility({ contentVisibilityAuto: true })).length")).ShouldBeLessThan(250);
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.long')).contentVisibility")).ShouldBe("auto");
        opened.Complaints.ShouldBeEmpty();
    }
}
