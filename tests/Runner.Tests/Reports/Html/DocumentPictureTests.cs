using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Runner.Reports;
using Gates.Runner.Reports.Html;
using Gates.Runner.Reports.Review;
using Microsoft.Playwright;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Reports.Html;

/// <summary>
/// The pictures in <c>docs/images</c>. Beside them stands the digest of the text that each was made from, which is compared each time; with
/// <c>UPDATE_DOCS=1</c> a stale picture is made anew, by Chromium.
/// </summary>
public sealed class DocumentPictureTests(Browser browser)
{
    private const int Width = 900;
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly SourceLinks Links = new("https://github.com/acme/shop/blob/9c1e5b77/");
    private static readonly string Digests = Repository.Combine("docs", "images", "sources.json");

    [Theory]
    [InlineData("comment")]
    [InlineData("page")]
    [InlineData("annotation")]
    public async Task ThePictureShowsWhatTheProgramMakes(string name)
    {
        var html = Html(name);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(html)));
        var recorded = File.Exists(Digests)
            ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(await File.ReadAllTextAsync(Digests, TestContext.Current.CancellationToken))!
            : [];
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1" && recorded.GetValueOrDefault(name) != digest)
        {
            await ShootAsync(name, html);
            recorded[name] = digest;
            var text = JsonSerializer.Serialize(recorded, Indented) + "\n";
            await File.WriteAllTextAsync(Digests, text, TestContext.Current.CancellationToken);
        }

        File.Exists(Repository.Combine("docs", "images", name + ".png")).ShouldBeTrue();
        recorded.GetValueOrDefault(name)
            .ShouldBe(digest, $"docs/images/{name}.png is stale: run this class once with UPDATE_DOCS=1, look at the picture and commit both");
    }

    private static string Html(string name) => name switch
    {
        "comment" => Body($"""<div id="markdown" hidden>{WebUtility.HtmlEncode(Comment())}</div><article class="markdown-body"></article>"""),
        "annotation" => Body(Note(Annotation.Of(Samples.Red()).First(note => note.Place is not null))),
        _ => Page(),
    };

    private static string Comment() => CommentPage.Render(new ReviewInput { Report = Samples.Red(), Links = Links });

    private static string Page()
    {
        using var stream = new MemoryStream();
        HtmlReporter.Write(PageSamples.Failed(), Links, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>As GitHub shows one below the line of a change.</summary>
    private static string Note(Annotation note) => $$"""
        <style>
        .change { border: 1px solid #d1d9e0; border-radius: 6px; overflow: hidden; font: 14px/1.5 sans-serif; color: #1f2328 }
        .change header { padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; font: 12px monospace }
        .change pre { margin: 0; padding: 4px 16px; background: #dafbe1; font: 12px monospace }
        .change section { margin: 12px 16px; border: 1px solid #d1d9e0; border-left: 4px solid #cf222e; border-radius: 6px; padding: 10px 16px }
        .change p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere } .change b { color: #cf222e }
        </style>
        <div class="change"><header>{{WebUtility.HtmlEncode(note.Place!.Path)}}</header>
        <pre>{{note.Place.Line}}  +  GITHUB_TOKEN=•••</pre>
        <section><p><b>✖ Check failure on line {{note.Place.Line}}</b> &nbsp;<strong>{{WebUtility.HtmlEncode(note.Title)}}</strong></p>
        <p>{{WebUtility.HtmlEncode(note.Message)}}</p></section></div>
        """;

    private static string Body(string html) => $"""<!doctype html><html lang="en"><meta charset="utf-8"><body style="margin:24px">{html}</body></html>""";

    private async Task ShootAsync(string name, string html)
    {
        Assert.SkipWhen(ToolPackages.Missing is not null, ToolPackages.Missing ?? "");
        var size = name == "page" ? new ViewportSize { Width = 1280, Height = 900 } : new ViewportSize { Width = Width, Height = 100 };
        var page = await browser.BlankAsync(new() { ViewportSize = size, DeviceScaleFactor = 1.5f });
        await page.SetContentAsync(html);
        if (name == "comment")
        {
            string[] modules = [ToolPackages.Folder, "node_modules"];
            await page.AddStyleTagAsync(new() { Path = Path.Combine([.. modules, "github-markdown-css", "github-markdown-light.css"]) });
            await page.AddScriptTagAsync(new() { Path = Path.Combine([.. modules, "marked", "lib", "marked.umd.js"]) });
            await page.EvaluateAsync("document.querySelector('article').innerHTML = marked.parse(document.getElementById('markdown').textContent)");
        }

        await page.ScreenshotAsync(new() { Path = Repository.Combine("docs", "images", name + ".png"), FullPage = name != "page" });
        await page.CloseAsync();
    }
}
