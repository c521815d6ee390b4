using Gates.Attestation.Controls;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Controls;

public sealed class ReleaseHistoryTests : IDisposable
{
    private readonly TempRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public async Task Read_FirstRelease_CountsFromTheVeryBeginning()
    {
        var first = repository.Commit("one");
        var second = repository.Commit("two");
        repository.Git("tag", "v1.0.0");

        var scope = await ReadAsync("v1.0.0");

        scope.PreviousTag.ShouldBeNull();
        scope.Population.Changes.ShouldBe([second, first]);
        scope.Population.Releases.ShouldBe(["v1.0.0"]);
    }

    [Fact]
    public async Task Read_TagsOfOtherProducts_AreNotItsReleases()
    {
        repository.Commit("one");
        repository.Git("tag", "web/v1.0");
        repository.Commit("two");
        repository.Git("tag", "api/v7.0");
        repository.Git("tag", "nightly");
        var last = repository.Commit("three");
        repository.Git("tag", "-a", "web/v1.1", "-m", "second");

        var scope = await ReadAsync("web/v1.1");

        scope.Commit.ShouldBe(last);
        scope.PreviousTag.ShouldBe("web/v1.0");
        scope.Population.Prefix.ShouldBe("web/v");
        scope.Population.Releases.ShouldBe(["web/v1.0", "web/v1.1"]);
        scope.Population.Changes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Read_MergedBranch_CountsOnceAsItsMerge()
    {
        repository.Commit("one");
        repository.Git("tag", "v1.0.0");
        repository.Git("checkout", "-q", "-b", "side");
        repository.Commit("side one");
        repository.Commit("side two");
        repository.Git("checkout", "-q", "main");
        repository.Git("merge", "-q", "--no-ff", "side", "-m", "merge");
        repository.Git("tag", "v1.1.0");

        (await ReadAsync("v1.1.0")).Population.Changes.ShouldBe([repository.Git("rev-parse", "HEAD")]);
    }

    [Fact]
    public async Task Read_ReleaseOfAnotherBranch_IsNoPredecessor()
    {
        repository.Commit("one");
        repository.Git("tag", "v1.0.0");
        repository.Git("checkout", "-q", "-b", "maintenance");
        repository.Commit("fix");
        repository.Git("tag", "v1.0.1");
        repository.Git("checkout", "-q", "main");
        repository.Commit("two");
        repository.Git("tag", "v1.1.0");

        (await ReadAsync("v1.1.0")).PreviousTag.ShouldBe("v1.0.0");
    }

    [Fact]
    public async Task Read_UnknownTag_SaysWhichComesNearest()
    {
        repository.Commit("one");
        repository.Git("tag", "v1.0.0");

        (await Should.ThrowAsync<UsageException>(() => ReadAsync("v1.0.1"))).Message
            .ShouldBe("\"v1.0.1\" is not a tag of a commit in this clone; did you mean \"v1.0.0\"? a tag that only the remote has comes with `git fetch --tags`");
    }

    private async Task<ReleaseScope> ReadAsync(string tag)
    {
        var found = await GitRepository.FindAsync(repository.Info, null, TestContext.Current.CancellationToken);
        return await new ReleaseHistory(found!).ReadAsync(tag, "acme/shop", TestContext.Current.CancellationToken);
    }
}
