using Gates.Doors.Files;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Files;

public sealed class RealPathTests
{
    [Fact]
    public void LinkWhoseTargetLiesBehindALink_IsFollowedToItsEnd()
    {
        using var folder = new TempFolder();
        folder.Write("real/bin/git", "");
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "alias"), Path.Combine(folder.Path, "real"));
        File.CreateSymbolicLink(Path.Combine(folder.Path, "git"), "alias/bin/git");

        RealPath.Of(Path.Combine(folder.Path, "git")).ShouldBe(Path.Combine(RealPath.Of(folder.Path)!, "real/bin/git"));
    }

    [Fact]
    public void LinksInACircle_HaveNoEnd()
    {
        using var folder = new TempFolder();
        File.CreateSymbolicLink(Path.Combine(folder.Path, "a"), "b");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "b"), "a");

        RealPath.Of(Path.Combine(folder.Path, "a")).ShouldBeNull();
    }
}
