using Gates.Doors.Git.Private;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Private;

public sealed class GitRefFilesTests : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly string one;
    private readonly string two;
    private readonly GitRefFiles refs;

    public GitRefFilesTests()
    {
        one = repository.Write("a", "1").Commit();
        two = repository.Write("a", "2").Commit();
        refs = new GitRefFiles(Path.Combine(repository.Path, ".git"));
    }

    public void Dispose() => repository.Dispose();

    [Fact]
    public void All_LooseAndPackedAndSymbolic_AreWhatGitSees()
    {
        repository.Git("tag", "-a", "-m", "t", "annotated", one);
        repository.Git("branch", "packed/deep", one);
        repository.Git("pack-refs", "--all");
        repository.Git("branch", "-f", "packed/deep", two);
        repository.Git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/heads/main");
        refs.All().Select(one => $"{one.Key} {(one.Value.StartsWith(GitRefFiles.Symbolic, StringComparison.Ordinal) ? refs.Read(one.Key) : one.Value)}")
            .ShouldBe(repository.Git("for-each-ref", "--format=%(refname) %(objectname)").Split('\n'), ignoreOrder: true);
        refs.Read("refs/remotes/origin/HEAD").ShouldBe(two);
        refs.Read("refs/heads/absent").ShouldBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Move_FromWhereItStands_IsSeenByGit(bool isPacked)
    {
        (await refs.MoveAsync("refs/heads/e/2026", null, one, default)).ShouldBeNull();
        if (isPacked)
        {
            repository.Git("pack-refs", "--all");
        }

        (await refs.MoveAsync("refs/heads/e/2026", null, two, default))!.ShouldContain($"is at {one}, not at nothing");
        (await refs.MoveAsync("refs/heads/e/2026", two, one, default))!.ShouldContain($"is at {one}, not at {two}");
        (await refs.MoveAsync("refs/heads/e/2026", one, two, default)).ShouldBeNull();
        repository.Git("rev-parse", "refs/heads/e/2026").ShouldBe(two);
        Directory.GetFiles(Path.Combine(repository.Path, ".git/refs"), "*.lock", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("refs/heads/main/below", "refs/heads/main/below cannot be there beside refs/heads/main")]
    [InlineData("refs/heads/a", "refs/heads/a cannot be there beside refs/heads/a/b")]
    [InlineData("refs/heads/../../config", "is no name of a ref")]
    [InlineData("refs/heads/x.lock", "is no name of a ref")]
    [InlineData("HEAD", "is no name of a ref")]
    public async Task Move_ToANameThatCannotBe_IsRefused(string name, string reason)
    {
        repository.Git("branch", "a/b");
        repository.Git("pack-refs", "--all");
        (await refs.MoveAsync(name, null, one, default))!.ShouldContain(reason);
    }

    [Fact]
    public async Task Move_BesideTheLockOfAKilledProcess_TakesItsPlace()
    {
        var path = Path.Combine(repository.Path, ".git/refs/heads/e.lock");
        File.WriteAllText(path, "");
        File.SetLastWriteTimeUtc(path, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        (await refs.MoveAsync("refs/heads/e", null, one, default)).ShouldBeNull();
        repository.Git("rev-parse", "refs/heads/e").ShouldBe(one);
        File.Exists(path).ShouldBeFalse();
    }

    [Fact]
    public async Task Move_BehindALink_WritesNothingElsewhere()
    {
        using var elsewhere = new TempFolder();
        Directory.CreateSymbolicLink(Path.Combine(repository.Path, ".git/refs/heads/linked"), elsewhere.Path);
        (await refs.MoveAsync("refs/heads/linked/2026", null, one, default))!.ShouldContain("cannot be there beside refs/heads/linked");
        Directory.GetFileSystemEntries(elsewhere.Path).ShouldBeEmpty();
    }

    [Fact]
    public async Task Move_ByManyAtOnce_LetsOneThrough()
    {
        var moves = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => refs.MoveAsync("refs/heads/e", null, one, default))));
        moves.Count(reason => reason is null).ShouldBe(1);
    }

    [Fact]
    public async Task Read_WhileItMoves_IsOneOrTheOther()
    {
        await refs.SetAsync("refs/heads/e", one, default);
        var moving = Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++)
            {
                await refs.SetAsync("refs/heads/e", i % 2 == 0 ? two : one, default);
            }
        });

        while (!moving.IsCompleted)
        {
            refs.Read("refs/heads/e").ShouldBeOneOf(one, two);
        }

        await moving;
    }
}
