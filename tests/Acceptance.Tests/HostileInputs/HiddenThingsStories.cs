using System.Text.Json;
using Acceptance.Tests.HostilePolicies;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.HostileInputs;

/// <summary>Hundreds of hiding places in one repository: each is found, or the file is named as one that could not be read. None passes in silence.</summary>
public sealed class HiddenThingsStories : IDisposable
{
    private readonly TempRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void EveryHiddenSecret_IsFoundOrItsFileIsNamed()
    {
        foreach (var secret in HiddenSecret.All)
        {
            Write(secret.Path, secret.Bytes);
        }

        var (findings, unread) = Run("dlp-scan", "{ exclude: [] }");

        HiddenSecret.All
            .Where(secret => !findings.Any(finding => finding.Path == secret.Path) && !unread.Contains(secret.Path))
            .Select(secret => secret.Path)
            .ShouldBeEmpty();
    }

    [Fact]
    public void EveryHiddenImage_IsFoundOrItsFileIsNamed()
    {
        foreach (var image in HiddenImage.All)
        {
            Write(image.Path, image.Bytes);
        }

        var (findings, unread) = Run("base-image-allowlist", "{ allow: [\"good.example/*\"] }");

        HiddenImage.All.Where(image => !findings.Any(finding => finding.Message.Contains(image.Name, StringComparison.Ordinal)) && !unread.Contains(image.Path)
                && !findings.Any(finding => finding.Path == image.Path && finding.Rule is "unreadable" or "image-unresolved"))
            .Select(image => image.Path).ShouldBeEmpty();
    }

    [Fact]
    public void TheHostileSet_IsLarge() =>
        (HostileScripts.All.Count + HiddenSecret.All.Count + HiddenImage.All.Count).ShouldBeGreaterThanOrEqualTo(350);

    private void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(repository.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
    }

    private (IReadOnlyList<(string Rule, string Message, string? Path)> Findings, IReadOnlySet<string> Unread) Run(string gate, string options)
    {
        repository.Write(".github/gates.yml", $"version: 1\ngates:\n  {gate}: {{ with: {options} }}\n").Commit();

        var run = GatesProcess.Run(repository.Path, ["run", "--no-sign"]);

        run.ExitCode.ShouldBeOneOf([1, 3], run.Error);
        (run.Output + run.Error).ShouldNotContain("internal error");
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(repository.Path, ".gates/out/results.json")));
        var judged = results.RootElement.GetProperty("gates").EnumerateArray().Single(one => one.GetProperty("id").GetString() == gate);
        return (
            [.. judged.GetProperty("findings")
                .EnumerateArray()
                .Select(finding => (finding.GetProperty("rule").GetString()!, finding.GetProperty("message").GetString()!, PathOf(finding)))],
            judged.GetProperty("coverage").GetProperty("leftOut").EnumerateArray()
                .Where(group => !group.GetProperty("expected").GetBoolean())
                .SelectMany(group => group.GetProperty("paths").EnumerateArray()).Select(path => path.GetString()!).ToHashSet(StringComparer.Ordinal));
    }

    private static string? PathOf(JsonElement finding) =>
        finding.TryGetProperty("location", out var location) && location.ValueKind == JsonValueKind.Object ? location.GetProperty("path").GetString() : null;
}
