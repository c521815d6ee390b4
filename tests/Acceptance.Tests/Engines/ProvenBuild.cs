using System.Text.Json;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Engines;

/// <summary>What stories of proven builds share: a repository, the program, and a look at what is left on the engine.</summary>
public abstract class ProvenBuild : IDisposable
{
    protected const string Image = "local/busybox:1";

    private readonly TempRepository repository = new();

    protected ProvenBuild()
    {
        Assert.SkipUnless(
            ExternalProgram.Exists("docker") && ExternalProgram.Run("docker", ["version"]).ExitCode == 0,
            "needs a running Docker Engine, and docker (Debian: docker.io)");
        Assert.SkipUnless(
            ExternalProgram.Run("docker", ["image", "inspect", Image]).ExitCode == 0,
            $"needs the image {Image}: `docker import` of a tar with busybox and its links");
    }

    protected TempRepository Sources => repository;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            repository.Dispose();
        }
    }

    protected static string Docker(params string[] arguments)
    {
        var run = ExternalProgram.Run("docker", arguments, environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["DOCKER_BUILDKIT"] = "0" });
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Trim();
    }

    protected static string Left() =>
        (ExternalProgram.Run("docker", ["ps", "-aq", "--filter", "label=gates.run"]).Output
            + ExternalProgram.Run("docker", ["images", "-aq", "--filter", "label=gates.run"]).Output).Trim();

    protected static void NothingIsLeft() => Left().ShouldBeEmpty();

    protected void Build(string build, params (string Path, string Text)[] files)
    {
        repository.Write(".github/gates.yml", $"version: 1\ngates:\n  hermetic-build:\n    mode: enforce\n    with:\n      build: {build}\n");
        foreach (var (path, text) in files)
        {
            repository.Write(path, text);
        }

        repository.Commit();
    }

    protected GatesOutput Run(IReadOnlyDictionary<string, string>? environment = null) =>
        GatesProcess.Run(repository.Path,
            ["run", "--gates", "hermetic-build", .. environment?.ContainsKey("GATES_EVIDENCE_KEY_FILE") == true ? Array.Empty<string>()
                : ["--no-sign"]], environment);

    protected string Out(string name) => Path.Combine(repository.Path, ".gates/out", name);

    protected JsonElement Facts(string name)
    {
        using var evidence = JsonDocument.Parse(File.ReadAllText(Out("evidence/hermetic-build.json")));
        return evidence.RootElement.GetProperty("facts").GetProperty("builds").EnumerateArray()
            .Single(build => build.GetProperty("name").GetString() == name).Clone();
    }

    protected JsonElement Finding(string rule)
    {
        using var results = JsonDocument.Parse(File.ReadAllText(Out("results.json")));
        return All(results.RootElement).First(one => one.TryGetProperty("rule", out var value) && value.GetString() == rule).Clone();
    }

    private static IEnumerable<JsonElement> All(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => All(member.Value)).Prepend(element),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(All),
        _ => [],
    };
}
