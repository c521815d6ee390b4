using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Terminals;

/// <summary>
/// The walk in docs/images: what a newcomer sees in the first minutes, on a real terminal. Its text is compared each time; with <c>UPDATE_DOCS=1</c> the
/// picture is made anew.
/// </summary>
public sealed partial class WalkStory : IDisposable
{
    private const int Columns = 110;
    private const int Rows = 34;

    private readonly TempRepository repository = new();
    private readonly TerminalFilm film = new(Columns, Rows);
    private readonly List<string> transcript = [];

    public WalkStory()
    {
        repository.Write("Dockerfile", "FROM alpine:3.22\nCOPY . /app\n");
        repository.Write("config/app.env", $"GITHUB_TOKEN={Planted.GitHubToken}\n");
        repository.Write("k8s/app.yaml", "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n");
        repository.Write(".gitignore", ".gates/\n");
        repository.Commit();
    }

    [Fact]
    public async Task TheFirstMinutes()
    {
        Assert.SkipUnless(PseudoTerminal.IsHere, "script and stty are not here, so there is no terminal");

        await ShowAsync(1, 20, "run");
        repository.Delete("config/app.env").Commit();
        Add("git rm -q config/app.env && git commit -qm 'The token is revoked, and kept elsewhere'", "", 2);
        await ShowAsync(0, 14, "run");
        await ShowAsync(0, 12, "init");
        await ShowAsync(0, 14, "policy", "new", "owner-label");
        await ShowAsync(0, 8, "test");
        await ShowAsync(1, 10, "try", "policies/owner-label", "k8s/app.yaml");
        await ShowAsync(0, 14, "check");

        var text = string.Join("\n\n", transcript) + "\n";
        var svg = film.ToSvg("Gates on a terminal: a run finds a token, the token goes, gates init, a policy of one's own with its tests, gates check");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(Repository.Combine("docs", "images", "walk.txt"), text, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Repository.Combine("docs", "images", "walk.svg"), svg, TestContext.Current.CancellationToken);
        }

        text.ShouldBe(
            await File.ReadAllTextAsync(Repository.Combine("docs", "images", "walk.txt"), TestContext.Current.CancellationToken),
            "docs/images/walk.svg is stale: run this test once with UPDATE_DOCS=1, look at the picture and commit both");
    }

    public void Dispose() => repository.Dispose();

    private async Task ShowAsync(int code, double seconds, params string[] arguments)
    {
        using var terminal = PseudoTerminal.Start(repository.Path, arguments, Columns);
        (await terminal.EndAsync()).ShouldBe(code, terminal.Screen);
        Add($"gates {string.Join(' ', arguments)}", terminal.Raw, seconds);
    }

    private void Add(string command, string written, double seconds)
    {
        var screen = new TerminalScreen(written, Columns);
        film.Add(command, screen, seconds);
        transcript.Add($"$ {command}\n{Changing().Replace(screen.Text, "#")}".TrimEnd());
    }

    /// <summary>What differs from run to run: times, dates, digests, and what is written after them to fill a column.</summary>
    [GeneratedRegex(@"\d+(\.\d+)? m?s\b|\d{4}-\d\d-\d\d|\b[0-9a-f]{8,64}\b")]
    private static partial Regex Changing();
}
