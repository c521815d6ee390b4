using Gates.Runner.Commands.Publish.Suggestions;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Publish.Suggestions;

public sealed class DiffLinesTests
{
    [Fact]
    public void Of_SeveralHunks_NumbersTheRightSide()
    {
        const string Patch = "@@ -1,3 +1,4 @@ class A\n one\n-two\n+zwei\n+drei\n four\n"
            + "@@ -10 +11,2 @@\n-x\n+y\n+@@ -1 +1 @@ no header\n\\ No newline at end of file";

        DiffLines.Of(Patch).ShouldBe(
            new Dictionary<int, string> { [1] = "one", [2] = "zwei", [3] = "drei", [4] = "four", [11] = "y", [12] = "@@ -1 +1 @@ no header" },
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+a line before any hunk")]
    [InlineData("@@ what @@\n+a")]
    [InlineData("@@ -1 +99999999999 @@\n+a")]
    public void Of_NoPatch_ShowsNothing(string patch) => DiffLines.Of(patch).ShouldBeEmpty();
}
