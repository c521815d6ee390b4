using Gates.Pipeline.Results;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Html;
using Microsoft.Playwright;
using Support;
using Xunit;

[assembly: AssemblyFixture(typeof(Runner.Tests.Reports.Html.Browser))]

namespace Runner.Tests.Reports.Html;

/// <summary>One Chromium for all tests, started by the first that asks for a page. Where there is none, that test is skipped and says so.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string? Program =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    private readonly TempFolder folder = new();
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Chromium)>> started = new(StartAsync);
    private int pages;

    public async ValueTask DisposeAsync()
    {
        if (started.IsValueCreated)
        {
            var (playwright, chromium) = await started.Value;
            await chromium.DisposeAsync();
            playwright.Dispose();
        }

        folder.Dispose();
    }

    /// <summary>Opens a run's page. Whatever the page asks a network for, or complains about, is in what is returned.</summary>
    internal async Task<OpenedPage> OpenAsync(RunReport report, BrowserNewPageOptions? options = null, SourceLinks? links = null, string hash = "")
    {
        Assert.SkipWhen(Program is null, "chromium is not installed");
        var file = Path.Join(folder.Path, $"{Interlocked.Increment(ref pages)}.html");
        using (var stream = File.Create(file))
        {
            HtmlReporter.Write(report, links ?? SourceLinks.None, stream);
        }

        var page = await (await started.Value).Chromium.NewPageAsync(options ?? new());
        var opened = new OpenedPage(page, file);
        await page.GotoAsync($"file://{file}{hash}");
        return opened;
    }

    /// <summary>An empty page.</summary>
    internal async Task<IPage> BlankAsync(BrowserNewPageOptions options)
    {
        Assert.SkipWhen(Program is null, "chromium is not installed");
        return await (await started.Value).Chromium.NewPageAsync(options);
    }

    private static async Task<(IPlaywright Playwright, IBrowser Chromium)> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments }));
    }
}
