using Gates.Runner;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Html;
using Microsoft.Playwright;
using Support;
using Xunit;

namespace Runner.Tests.Reports.Html;

/// <summary>A Chromium for the tests of one class. Where there is none, the test that asks for a page is skipped and says so.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string? Program =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private readonly TemporaryFolder folder = new();
    private IPlaywright? playwright;
    private IBrowser? chromium;
    private int pages;

    public async ValueTask InitializeAsync()
    {
        if (Program is not null)
        {
            playwright = await Playwright.CreateAsync();
            chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (chromium?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
        folder.Dispose();
    }

    /// <summary>Opens a run's page. Whatever the page asks a network for, or complains about, is in what is returned.</summary>
    internal async Task<OpenedPage> OpenAsync(RunReport report, BrowserNewPageOptions? options = null, SourceLinks? links = null, string hash = "")
    {
        Assert.SkipWhen(chromium is null, "chromium is not installed");
        var file = Path.Join(folder.Path, $"{Interlocked.Increment(ref pages)}.html");
        using (var stream = File.Create(file))
        {
            HtmlReporter.Write(report, links ?? SourceLinks.None, stream);
        }

        var page = await chromium!.NewPageAsync(options ?? new());
        var opened = new OpenedPage(page, file);
        await page.GotoAsync($"file://{file}{hash}");
        return opened;
    }
}
