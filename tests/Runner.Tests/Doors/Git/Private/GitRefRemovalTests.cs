using Gates.Doors.Git.Private;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Private;

public sealed class GitRefRemovalTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ref_RemovedWhereItStands_IsGoneForGitToo(bool isPacked)
    {
        using var repository = new TempRepository();
        var commit = repository.Commit();
        repository.Git("branch", "one");
        repository.Git("branch", "other");
        repository.Git("tag", "-m", "t", "annotated");
        if (isPacked)
        {
            repository.Git("pack-refs", "--all");
        }

        var removal = new GitRefRemoval(Path.Combine(repository.Path, ".git"));
        var refused = await removal.RemoveAsync("refs/heads/one", new string('1', 40), CancellationToken.None);
        refused.ShouldNotBeNull().ShouldStartWith($"refs/heads/one is at {commit}, not at 1111");
        (await removal.RemoveAsync("refs/heads/one", commit, CancellationToken.None)).ShouldBeNull();
        repository.Git("for-each-ref", "--format=%(refname)").ShouldBe("refs/heads/main\nrefs/heads/other\nrefs/tags/annotated");
        repository.Git("fsck").ShouldNotContain("error");
        Directory.GetFiles(Path.Combine(repository.Path, ".git"), "*.lock", SearchOption.AllDirectories).ShouldBeEmpty();
    }
}
