using System.Text.RegularExpressions;
using Gates.Pipeline.Results;
using Gates.Policies;
using Microsoft.Playwright;
using Shouldly;
using Xunit;
using Location = Gates.Policies.Location;

namespace Runner.Tests.Reports.Html;

/// <summary>How a person finds their way through the page.</summary>
public sealed class ReadingTests(Browser browser)
{
    private const string Rows = ".findings tbody tr";

    [Fact]
    public async Task Search_LeavesTheFindingsThatHoldEveryWord()
    {
        await using var opened = await browser.OpenAsync(PageSamples.Failed());
        var page = opened.Page;
        await page.FillAsync("#q", "token github");
        await Visible(page, 2);
        await Count(page, "2 of 7 findings");
        (await page.Locator("#gate-2").IsVisibleAsync()).ShouldBeFalse("image-tags has no finding");
        await page.FillAsync("#q", "no such thing");
        await Visible(page, 0);
        await Count(page, "0 of 7 findings");
        await page.Locator("#clear").ClickAsync();
        await Visible(page, 5);
        await Count(page, "7 findings");
    }

    [Fact]
    public async Task FoldedFindings_OpenWhenAFilterFindsThemAndCloseAgain()
    {
        await using var opened = await browser.OpenAsync(PageSamples.Failed());
        var page = opened.Page;
        await page.FillAsync("#q", "setup.sh");
        await Visible(page, 1);
        await page.FillAsync("#q", "");
        await Visible(page, 5);
    }

    [Fact]
    public async Task GateSeverityAndState_NarrowTogetherAndStayInTheAddress()
    {
        await using var opened = await browser.OpenAsync(PageSamples.Failed());
        var page = opened.Page;
        await page.SelectOptionAsync("select[name=gate]", new SelectOptionValue { Label = "dlp-scan" });
        await page.UncheckAsync("input[value=warning]");
        await page.UncheckAsync("input[value=existing]");
        await Visible(page, 3);
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("#gate=gate-1&severity=error%2Cnote&state=blocking%2Cnew%2Cwaived$"));
        await page.ReloadAsync();
        await Visible(page, 3);
        (await page.IsCheckedAsync("input[value=warning]")).ShouldBeFalse();
    }

    [Fact]
    public async Task AddressWithAFilter_ShowsItAtOnce()
    {
        await using var opened = await browser.OpenAsync(PageSamples.Failed(), hash: "#q=dockerfile&state=new&order=rule&severity=nonsense,error");
        await Visible(opened.Page, 1);
        (await opened.Page.InputValueAsync("#q")).ShouldBe("dockerfile");
        opened.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Order_SortsPlacesAsPeopleDo()
    {
        var findings = new[] { "b:1", "a:10", "a:9", "a2:1", "a10:1" }.Select(place => place.Split(':'))
            .Select(place => Samples.Found(new Finding("r" + place[1], Severity.Error, "m", new Location(place[0], int.Parse(place[1]))))).ToList();
        await using var opened = await browser.OpenAsync(Samples.Run([Samples.Gate("g", "G", Verdict.Failed) with { Findings = findings }]));
        await opened.Page.SelectOptionAsync("select[name=order]", "place");
        (await opened.Page.Locator(".findings .where").AllInnerTextsAsync()).ShouldBe(["a:9", "a:10", "a2:1", "a10:1", "b:1"]);
        await opened.Page.SelectOptionAsync("select[name=order]", "rule");
        (await opened.Page.Locator(".findings .rule").AllInnerTextsAsync()).ShouldBe(["r1", "r1", "r1", "r9", "r10"]);
    }

    [Fact]
    public async Task Keyboard_ReachesTheVerdictTheSearchAndBack()
    {
        await using var opened = await browser.OpenAsync(PageSamples.Failed());
        var page = opened.Page;
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.textContent")).ShouldBe("Skip to the verdict");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
        await page.Keyboard.PressAsync("/");
        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("q");
        await page.Keyboard.TypeAsync("a/b");
        (await page.InputValueAsync("#q")).ShouldBe("a/b");
        await page.Keyboard.PressAsync("Escape");
        (await page.InputValueAsync("#q")).ShouldBe("");
        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("gate");
    }

    [Fact]
    public async Task Theme_SwitchesAndIsRemembered()
    {
        await using var opened = await browser.OpenAsync(PageSamples.Failed(), new() { ColorScheme = ColorScheme.Light });
        (await Background(opened.Page)).ShouldBe("rgb(255, 255, 255)");
        await opened.Page.GetByText("Dark theme").ClickAsync();
        (await Background(opened.Page)).ShouldBe("rgb(15, 19, 23)");
        await opened.Page.ReloadAsync();
        (await Background(opened.Page)).ShouldBe("rgb(15, 19, 23)");
    }

    [Fact]
    public async Task WithoutScript_EverythingIsReadableAndTheFiltersAreGone()
    {
        await using var opened = await browser.OpenAsync(PageSamples.Failed(), new() { JavaScriptEnabled = false });
        (await opened.Page.Locator(Rows).CountAsync()).ShouldBe(7);
        (await opened.Page.Locator("#filters").IsVisibleAsync()).ShouldBeFalse();
        (await opened.Page.Locator("#theme").IsVisibleAsync()).ShouldBeFalse();
        await opened.Page.Locator("summary", new() { HasText = "Waived" }).ClickAsync();
        (await opened.Page.GetByText("A card number (4111…1111).").IsVisibleAsync()).ShouldBeTrue();
    }

    private static Task Visible(IPage page, int rows) =>
        Assertions.Expect(page.Locator(Rows).Locator("visible=true")).ToHaveCountAsync(rows);

    private static Task Count(IPage page, string text) => Assertions.Expect(page.Locator("#count")).ToHaveTextAsync(text);

    private static Task<string> Background(IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
