using Gates.Pipeline.Results;
using Gates.Runner.Reports;
using Microsoft.Playwright;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Reports.Html;

/// <summary>The page as a browser shows it: kept as a picture in <c>artifacts/screenshots</c>, and free of what a program can find wrong with it.</summary>
public sealed class PictureTests(Browser browser)
{
    private static readonly SourceLinks Links = new("https://github.com/acme/shop/blob/9c1e5b77/");

    [Theory]
    [InlineData("failed", ColorScheme.Light, 1280)]
    [InlineData("failed", ColorScheme.Dark, 1280)]
    [InlineData("failed", ColorScheme.Light, 390)]
    [InlineData("grouped", ColorScheme.Light, 1280)]
    [InlineData("grouped", ColorScheme.Dark, 390)]
    [InlineData("could-not-evaluate", ColorScheme.Light, 1280)]
    [InlineData("green", ColorScheme.Light, 1280)]
    [InlineData("green", ColorScheme.Dark, 390)]
    [InlineData("rollout", ColorScheme.Light, 1280)]
    [InlineData("rollout", ColorScheme.Dark, 390)]
    public async Task Page_IsAccessibleFitsAndAsksForNothing(string run, ColorScheme scheme, int width)
    {
        await using var opened = await browser.OpenAsync(Run(run), Size(width, scheme), Links);
        await opened.ShootAsync(FormattableString.Invariant($"{run}-{scheme}-{width}").ToLowerInvariant(), whole: true);
        (await opened.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("the page is wider than the window");
        opened.Complaints.ShouldBeEmpty();
        (await Violations(opened.Page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Printed_EverythingIsLight()
    {
        await using var opened = await browser.OpenAsync(PageSamples.Failed(), Size(800, ColorScheme.Dark), Links);
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        await opened.ShootAsync("printed", whole: true);
        (await opened.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).ShouldBe("rgb(255, 255, 255)");
        (await opened.Page.Locator("#filters").IsVisibleAsync()).ShouldBeFalse();
    }

    private static RunReport Run(string name) => name switch
    {
        "failed" => PageSamples.Failed(),
        "green" => Samples.Green(),
        "grouped" => Samples.Grouped(),
        "rollout" => Samples.Rollout(),
        _ => Samples.CouldNotEvaluate(),
    };

    private static BrowserNewPageOptions Size(int width, ColorScheme scheme) =>
        new() { ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme };

    /// <summary>What axe finds, with its best practices; the page's own policy would not let it in, so it comes through the debugger.</summary>
    private static async Task<string[]> Violations(IPage page)
    {
        Assert.SkipWhen(ToolPackages.Missing is not null, ToolPackages.Missing ?? "");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(ToolPackages.Folder, "node_modules", "axe-core", "axe.min.js")));
        return await page.EvaluateAsync<string[]>("""
            async () => {
              for (const folded of document.querySelectorAll('details')) folded.open = true;
              const { violations } = await axe.run(document, { resultTypes: ['violations'] });
              return violations.map((rule) => `${rule.id}: ${rule.help}: ${rule.nodes.map((node) => node.target).slice(0, 3).join(', ')}`);
            }
            """);
    }
}
