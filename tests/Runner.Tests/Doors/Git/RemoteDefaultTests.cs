using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git;

/// <summary>Whoever may push can push a branch that is called like a default one: only what origin or the job says is believed.</summary>
public sealed class RemoteDefaultTests : IDisposable
{
    private readonly TempRepository upstream = new();
    private readonly TempRepository clone = new();

    public void Dispose()
    {
        upstream.Dispose();
        clone.Dispose();
    }

    [Fact]
    public void What_origin_says_counts_whatever_else_is_pushed()
    {
        Clone("origin", "main", "master");
        clone.Git("remote", "set-head", "origin", "master");

        Find(null).ShouldBe("refs/remotes/origin/HEAD");
    }

    [Fact]
    public void Among_several_branches_none_is_guessed_and_the_job_knows()
    {
        Clone("origin", "develop", "main");

        Should.Throw<UsageException>(() => Find(null)).Message.ShouldBe(
            "this clone has 2 branches of origin, develop, main, and does not know which is the default one, whose keyring would be trusted; "
            + "`git remote set-head origin -a` asks origin");
        Find("develop").ShouldBe("refs/remotes/origin/develop");
        Should.Throw<UsageException>(() => Find("nowhere"));
    }

    [Theory]
    [InlineData("main", "refs/remotes/origin/main")]
    [InlineData("master", "refs/remotes/origin/master")]
    [InlineData("topic", null)]
    public void The_only_branch_counts_when_it_is_called_as_default_branches_are(string branch, string? expected)
    {
        Clone("origin", branch, "gates-evidence/2026");

        Find(null).ShouldBe(expected);
    }

    [Fact]
    public void A_clone_of_another_remotes_name_has_no_such_branch_and_a_repository_without_remote_is_its_own()
    {
        Clone("upstream", "main");

        Find(null).ShouldBeNull();
        RemoteDefault.Find(upstream.Path, null, IsOurs).ShouldBe("HEAD");
    }

    private void Clone(string remote, params string[] branches)
    {
        upstream.Write("a.txt", "a").Commit();
        upstream.Git("checkout", "-q", "--detach");
        upstream.Git("branch", "-q", "-D", "main");
        foreach (var branch in branches)
        {
            upstream.Git("branch", "-q", branch);
        }

        clone.Git("remote", "add", remote, upstream.Path);
        clone.Git("fetch", "-q", remote);
    }

    private string? Find(string? told) => RemoteDefault.Find(clone.Path, told, IsOurs);

    private static bool IsOurs(string branch) => branch.StartsWith("gates-evidence/", StringComparison.Ordinal);
}
