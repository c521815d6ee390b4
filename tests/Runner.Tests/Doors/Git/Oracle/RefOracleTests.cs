using Gates.Doors.Git;
using Gates.Doors.Git.History;
using LibGit2Sharp;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>What names mean: branches, tags, heads and working directories.</summary>
[Collection(nameof(OracleOfCommits))]
public sealed class RefOracleTests(GeneratedHistories histories)
{
    [Fact]
    public async Task Tags_AreTheOracles_ThoseOfTagsAsWell()
    {
        foreach (var shelf in histories.Shelves)
        {
            var door = await new RepositoryHistory(shelf.Door, null, null, null).TagsAsync(1_000, CancellationToken.None);
            door.Count.ShouldBe(shelf.Histories.Sum(history => history.Seed % 4 == 0 ? 3 : 2));
            Compare(door, shelf.Oracle).ShouldBeEmpty();
        }

        await ContainedAsync(histories.Shelves[0]);
    }

    /// <summary>Branches with slashes, tags, parents, and what names nothing.</summary>
    [Fact]
    public async Task Names_StandForTheOraclesCommits()
    {
        foreach (var shelf in histories.Shelves)
        {
            var name = shelf.Histories[0].Name;
            string[] names = [name + "/line/1", $"refs/heads/{name}/line/2", name + "/light", name + "/of-a-tag", name + "/line/0~1", name + "/none"];
            foreach (var revision in names)
            {
                (await shelf.Door.CommitAsync(revision, CancellationToken.None)).ShouldBe(shelf.Oracle.Lookup<Commit>(revision + "^{commit}")?.Sha);
            }
        }
    }

    [Fact]
    public async Task Heads_OfLinkedWorkingDirectories_DetachedAndOnABranch_AreTheOracles()
    {
        foreach (var shelf in histories.Shelves.Where((_, index) => index % 4 == 0))
        {
            using var folder = new TempFolder();
            var history = shelf.Histories[0];
            string[] heads = [shelf.Commit(history, 2), history.Name + "/line/1"];
            foreach (var (index, head) in heads.Index())
            {
                var place = Path.Combine(folder.Path, FormattableString.Invariant($"tree{index}"));
                Witness.Ask(shelf.Path, ["worktree", "add", "-q", "-f", "--no-checkout", .. index == 0 ? new[] { "--detach" } : [], place, head]);
                Directory.CreateDirectory(Path.Combine(place, "sub"));
                var door = (await GitRepository.FindAsync(new DirectoryInfo(Path.Combine(place, "sub")), null, CancellationToken.None))!;
                using var oracle = OracleRepository.Open(place);

                door.Root.ShouldBe(place);
                oracle.Info.WorkingDirectory.ShouldBe(place + "/");
                oracle.Info.IsHeadDetached.ShouldBe(index == 0);
                (await door.HeadAsync(CancellationToken.None)).ShouldBe(oracle.Head.Tip.Sha);
                (await door.HeadAsync(CancellationToken.None)).ShouldNotBe(await shelf.Door.HeadAsync(CancellationToken.None));
                Compare(await new RepositoryHistory(door, null, null, null).TagsAsync(1_000, CancellationToken.None), oracle).ShouldBeEmpty();
            }
        }
    }

    /// <summary>Before the first commit there is no head, for both.</summary>
    [Fact]
    public async Task Head_OfARepositoryWithoutIt_IsNone()
    {
        var shelf = histories.Shelves[0];
        (await shelf.Door.HeadAsync(CancellationToken.None)).ShouldBeNull();
        shelf.Oracle.Head.Tip.ShouldBeNull();
    }

    [Fact]
    public async Task APlantedFault_IsSeen()
    {
        var shelf = histories.Shelves[0];
        var door = await new RepositoryHistory(shelf.Door, null, null, null).TagsAsync(1_000, CancellationToken.None);
        var annotated = door.First(tag => tag.Annotated);
        GitTag[] rest = [.. door.Where(tag => tag != annotated)];

        Compare(rest, shelf.Oracle).ShouldNotBeEmpty("a tag is missing");
        Compare([annotated with { Name = annotated.Name + "x" }, .. rest], shelf.Oracle).ShouldNotBeEmpty("another name");
        Compare([annotated with { Target = annotated.Name }, .. rest], shelf.Oracle).ShouldNotBeEmpty("another target");
        Compare([annotated with { Annotated = false }, .. rest], shelf.Oracle).ShouldNotBeEmpty("not annotated");
        Compare([annotated with { Message = annotated.Message.ToUpperInvariant() }, .. rest], shelf.Oracle).ShouldNotBeEmpty("another message");
        Compare([annotated with { Time = annotated.Time + TimeSpan.FromSeconds(1) }, .. rest], shelf.Oracle).ShouldNotBeEmpty("a second later");
    }

    private static async Task ContainedAsync(Shelf shelf)
    {
        foreach (var history in shelf.Histories.Take(5))
        {
            var head = shelf.Commit(history, history.Commits);
            var door = await shelf.Door.TagsAsync(1_000, head, CancellationToken.None);
            var oracle = shelf.Oracle.Tags.Where(tag => Contains(shelf.Oracle, head, tag.PeeledTarget.Sha)).Select(tag => tag.FriendlyName);
            door.Select(tag => tag.Name).Order(StringComparer.Ordinal).ShouldBe(oracle.Order(StringComparer.Ordinal));
        }
    }

    private static IReadOnlyList<string> Compare(IReadOnlyList<GitTag> door, LibGit2Sharp.Repository oracle) => Differences.Between(
        door.Select(tag => (tag.Name, tag.Target, tag.Annotated, tag.Message.TrimEnd('\n'), tag.Time, tag.Tagger?.Name, tag.Tagger?.Email)),
        oracle.Tags.Select(tag => (
            tag.FriendlyName,
            tag.PeeledTarget.Sha,
            tag.IsAnnotated,
            (tag.Annotation?.Message ?? "").TrimEnd('\n'),
            tag.Annotation?.Tagger.When,
            tag.Annotation?.Tagger.Name,
            tag.Annotation?.Tagger.Email)));

    private static bool Contains(LibGit2Sharp.Repository repository, string commit, string ancestor) =>
        repository.ObjectDatabase.FindMergeBase(repository.Lookup<Commit>(commit), repository.Lookup<Commit>(ancestor))?.Sha == ancestor;
}
