using System.Collections.Concurrent;
using Microsoft.Playwright;
using Support;

namespace Runner.Tests.Reports.Html;

/// <summary>A page in the browser, and what it did that it must not.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = new();

    public OpenedPage(IPage page, string file)
    {
        Page = page;
        page.Request += (_, request) => Note(request.Url == "file://" + file || request.Url.StartsWith($"file://{file}#", StringComparison.Ordinal)
            ? null
            : $"request: {request.Url}");
        page.Console += (_, message) => Note(message.Type is "error" or "warning" ? $"console: {message.Text}" : null);
        page.PageError += (_, error) => Note($"error: {error}");
        page.Dialog += (_, dialog) => Note($"dialog: {dialog.Message}");
    }

    public IPage Page { get; }

    /// <value>Requests other than for the page itself, script errors, policy violations, dialogs.</value>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Keeps a picture of the page for people, in <c>artifacts/screenshots</c>.</summary>
    public Task ShootAsync(string name, bool whole = false) =>
        Page.ScreenshotAsync(new() { Path = Repository.Combine("artifacts", "screenshots", name + ".png"), FullPage = whole, Caret = ScreenshotCaret.Initial });

    public ValueTask DisposeAsync() => new(Page.CloseAsync());

    private void Note(string? complaint)
    {
        if (complaint is not null)
        {
            complaints.Enqueue(complaint);
        }
    }
}
