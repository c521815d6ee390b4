using System.Text;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Runs;

/// <summary>A pull request that scans only what it adds, and tries to make an added line look like an old one.</summary>
public sealed class DiffStories : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly TempFolder job = new();

    public DiffStories() =>
        repository.Write(".github/gates.yml", "version: 1\ngates:\n  dlp-scan: { with: { scope: diff } }\n").Write("aaa", "one\n").Write("b.txt", Numbers());

    public void Dispose()
    {
        repository.Dispose();
        job.Dispose();
    }

    [Theory]
    [InlineData("a file becomes a link")]
    [InlineData("a file becomes a submodule")]
    [InlineData("attribute -diff")]
    [InlineData("bigFileThreshold")]
    [InlineData("assume-unchanged")]
    [InlineData("UTF-16")]
    [InlineData("replaced")]
    public void AddedToken_IsFound(string trick)
    {
        var sha = repository.Commit();
        var content = Numbers().Replace("30\n", $"token={Planted.GitHubToken}\n30\n", StringComparison.Ordinal);
        repository.Write("b.txt", content);
        Play(trick, content, sha);

        var run = Run(sha);

        run.ExitCode.ShouldBe(1, run.ToString());
        run.Output.ShouldContain("file=b.txt");
    }

    [Fact]
    public void AddedToken_BesideAZeroByte_IsFoundAndTheFileIsNamed()
    {
        var sha = repository.Commit();
        repository.Write("b.txt", "\0" + Numbers().Replace("30\n", $"token={Planted.GitHubToken}\n30\n", StringComparison.Ordinal));
        repository.Commit();

        var run = Run(sha);

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Output.ShouldContain("file=b.txt");
        run.Output.ShouldContain("text by its name, but binary");
    }

    [Fact]
    public void ForgedBase_CannotBeEvaluated()
    {
        var sha = repository.Commit();
        repository.Write("b.txt", Numbers().Replace("30\n", $"token={Planted.GitHubToken}\n30\n", StringComparison.Ordinal));
        var head = repository.Commit();
        var forged = repository.Git("rev-parse", sha + ":b.txt");
        File.Copy(ObjectPath(repository.Git("rev-parse", head + ":b.txt")), ObjectPath(forged), overwrite: true);

        var run = Run(sha);

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Error.ShouldContain($"the object {forged} of this clone does not hold what its id says");
    }

    private static string Numbers() => string.Concat(Enumerable.Range(1, 50).Select(i => FormattableString.Invariant($"{i}\n")));

    private void Play(string trick, string content, string sha)
    {
        var file = Path.Combine(repository.Path, "b.txt");
        var aaa = Path.Combine(repository.Path, "aaa");
        switch (trick)
        {
            case "a file becomes a link":
                File.Delete(aaa);
                File.CreateSymbolicLink(aaa, "b.txt");
                break;
            case "a file becomes a submodule":
                File.Delete(aaa);
                repository.Git("update-index", "--add", "--cacheinfo", $"160000,{sha},aaa");
                repository.Git("add", "b.txt");
                repository.Git("commit", "-q", "-m", "change");
                Directory.CreateDirectory(aaa);
                return;
            case "attribute -diff":
                repository.Write(".gitattributes", "* -diff\n");
                break;
            case "bigFileThreshold":
                repository.Git("config", "core.bigFileThreshold", "1");
                break;
            case "assume-unchanged":
                repository.Git("update-index", "--assume-unchanged", "b.txt");
                return;
            case "UTF-16":
                File.WriteAllText(file, content, Encoding.Unicode);
                break;
            case "replaced":
                repository.Git("replace", repository.Git("rev-parse", sha + ":b.txt"), repository.Git("hash-object", "-w", "b.txt"));
                break;
        }

        repository.Commit();
    }

    private string ObjectPath(string id)
    {
        var path = Path.Combine(repository.Path, ".git/objects", id[..2], id[2..]);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    private GatesOutput Run(string baseSha) =>
        GatesProcess.Run(repository.Path, ["run"], JobVariables.PullRequest(job, baseSha, ("GITHUB_WORKSPACE", repository.Path)));
}
