using Gates.Doors.Files;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Files;

public sealed class NameTests
{
    [Fact]
    public void A_name_that_is_not_UTF8_is_said_and_hides_no_other()
    {
        using var folder = new TempFolder();
        ExternalProgram.Run("sh", ["-c", "echo x >\"$(printf 'bad\\377.txt')\"; echo x >good.txt"], folder.Path).Succeeded();

        var tree = WorkingTree.Walk(folder.Path);

        // .NET could not delete it.
        ExternalProgram.Run("sh", ["-c", "rm bad*"], folder.Path).Succeeded();
        tree.Files.Select(file => file.Path).ShouldBe(["good.txt"]);
        tree.Unseen.ShouldBe([new UnseenFile("bad\uFFFD.txt", UnseenReasons.Unreadable)]);
    }
}
