using System.Globalization;
using System.Text;
using Gates.Doors.Git;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Objects;

public sealed class CommitGraphTests : IDisposable
{
    private readonly TempRepository repository = new();

    public void Dispose() => repository.Dispose();

    /// <summary>Random merges, with clocks that go wrong: git is the judge of what is shared and best.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task MergeBaseAsync_AnyHistory_IsOneThatGitFinds(int seed)
    {
        var random = new Random(seed);
        var stream = new StringBuilder();
        for (var i = 1; i <= 40; i++)
        {
            var time = 1_700_000_000 + (random.Next(4) == 0 ? random.Next(100) : i);
            stream.Append(
                CultureInfo.InvariantCulture,
                $"reset refs/heads/b{i}\ncommit refs/heads/b{i}\nmark :{i}\ncommitter T <t@example.invalid> {time} +0000\ndata 1\nx\n");
            if (i > 3)
            {
                var from = random.Next(Math.Max(1, i - 8), i);
                var merged = random.Next(Math.Max(1, i - 12), i);
                stream.Append(
                    CultureInfo.InvariantCulture,
                    $"from :{from}\n").Append(random.Next(3) == 0 && merged != from ? FormattableString.Invariant($"merge :{merged}\n") : "");
            }

            stream.Append('\n');
        }

        repository.Import(Encoding.UTF8.GetBytes(stream.ToString()));
        var opened = await OpenAsync();
        var found = 0;
        for (var i = 0; i < 60; i++)
        {
            var (one, other) = (Tip(random.Next(1, 41)), Tip(random.Next(1, 41)));
            var all = Try("merge-base", "--all", one, other);
            var ours = await opened.MergeBaseAsync(one, other, CancellationToken.None);
            (ours ?? "none").ShouldBeOneOf(all.Length == 0 ? ["none"] : all.Split('\n'));
            found += ours is null ? 0 : 1;
        }

        found.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task MergeBaseAsync_Grafts_DoNotMoveIt()
    {
        var first = repository.Write("a", "1").Commit();
        var main = repository.Write("a", "2").Commit();
        repository.Git("checkout", "-q", "-b", "feature", first);
        var head = repository.Write("b", "1").Commit();
        repository.Write(".git/info/grafts", $"{main} {head}\n");
        repository.Git("commit-graph", "write", "--reachable");
        repository.Git("-c", "core.commitGraph=false", "merge-base", main, head).ShouldBe(head, "git believes the graft");

        (await (await OpenAsync()).MergeBaseAsync(main, head, CancellationToken.None)).ShouldBe(first);
    }

    [Fact]
    public async Task MergeBaseAsync_BehindTheEndOfTheHistory_IsNotGuessed()
    {
        repository.Write("a", "1").Commit();
        var parted = repository.Write("a", "2").Commit();
        var main = repository.Write("a", "3").Commit();
        repository.Git("checkout", "-q", "-b", "feature", parted);
        var head = repository.Write("b", "1").Commit();
        using var folder = new TempFolder();
        TempRepository.Run(folder.Path, "clone", "-q", "--depth=1", "--no-single-branch", "file://" + repository.Path, "c");
        var clone = (await GitRepository.FindAsync(new DirectoryInfo(Path.Combine(folder.Path, "c")), null, CancellationToken.None))!;

        (await clone.MergeBaseAsync(main, head, CancellationToken.None)).ShouldBeNull();
        (await clone.MergeBaseAsync(head, head, CancellationToken.None)).ShouldBe(head);

        TempRepository.Run(Path.Combine(folder.Path, "c"), "fetch", "-q", "--deepen=1");
        (await clone.MergeBaseAsync(main, head, CancellationToken.None)).ShouldBe(parted);
    }

    private async Task<GitRepository> OpenAsync() => (await GitRepository.FindAsync(repository.Info, null, CancellationToken.None))!;

    private string Tip(int number) => repository.Git("rev-parse", FormattableString.Invariant($"refs/heads/b{number}"));

    private string Try(params string[] arguments)
    {
        try
        {
            return repository.Git(arguments);
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
