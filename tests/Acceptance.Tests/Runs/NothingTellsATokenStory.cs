using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>A token that stands where other gates than dlp-scan look: none of them repeats it, on no screen and in no file.</summary>
public sealed class NothingTellsATokenStory : IDisposable
{
    private readonly TempRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void CommandsImagesAndActions_AreToldWithoutTheTokenInThem()
    {
        var token = Planted.GitHubToken;
        repository
            .Write(
                "Dockerfile",
                $"FROM registry.example.com/{token}/app:1\nADD https://dl.example.com/{token}/app.tgz /app\n"
                + $"RUN wget https://x.example.com/{token}.sh && sh {token}.sh\n")
            .Write(
                ".github/workflows/ci.yml",
                $"on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    container: ghcr.io/acme/app:{token}\n    steps:\n      - uses: acme/x@{token}\n")
            .Commit();
        using var job = new TempFolder();
        var (before, after) = (new string('0', 40), repository.Git("rev-parse", "HEAD"));
        var push = new { @ref = "refs/heads/main", before, after, created = true, forced = false, deleted = false };
        var variables = JobVariables.Event(job, "push", push, ("GITHUB_REF", "refs/heads/main"));

        var run = GatesProcess.Run(repository.Path, ["run"], variables);
        var json = GatesProcess.Run(repository.Path, ["run", "--format", "json"]);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("https://dl.example.com/•••/app.tgz");
        run.ToString().ShouldNotContain(token);
        json.ToString().ShouldNotContain(token);
        var written = Directory.GetFiles(Path.Combine(repository.Path, ".gates"), "*", SearchOption.AllDirectories);
        written.Length.ShouldBeGreaterThan(8);
        written.Where(file => File.ReadAllText(file).Contains(token, StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
