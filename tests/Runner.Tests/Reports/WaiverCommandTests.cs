using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Reports;
using Shouldly;
using Xunit;

namespace Runner.Tests.Reports;

public sealed class WaiverCommandTests
{
    private const string End = " --reason '…' --owner @you --expires 2027-02-20";

    private const string Six =
        "gates waive v2:0000000000000001 v2:0000000000000002 v2:0000000000000003 v2:0000000000000004 v2:0000000000000005 v2:0000000000000006 --gate g";

    [Theory]
    [InlineData("gates waive v2:0000000000000001 --gate g", "a.txt")]
    [InlineData("gates waive v2:0000000000000001 v2:0000000000000002 --gate g", "a.txt", "b.txt")]
    [InlineData("gates waive --gate g --rule r --path 'src/a.txt'", "src/a.txt", "src/a.txt", "src/a.txt", "src/a.txt", "src/a.txt", "src/a.txt")]
    [InlineData("gates waive --gate g --rule r --path 'src/**'", "src/a", "src/b/c", "src/b/d", "src/e", "src/f", "src/g")]
    [InlineData("gates waive --gate g --rule r --path 'app/**'", "app/[id]/a", "app/[id]/b", "app/[id]/c", "app/[id]/d", "app/[id]/e", "app/[id]/f")]
    [InlineData(Six, "src/a", "b", "c", "d", "e", "f")]
    [InlineData(Six, "it's/a", "it's/b", "it's/c", "it's/d", "it's/e", "it's/f")]
    [InlineData(Six, "[a]", "[a]", "[a]", "[a]", "[a]", "[a]")]
    public void FewAreNamedAndManyMeantByRule_WithoutAWordThatAShellCouldMisread(string command, params string[] paths) =>
        WaiverCommand.For(Group("r", paths), Samples.Start).ShouldBe(command + End);

    [Fact]
    public void RuleThatAShellCouldMisread_IsNeverWritten() =>
        WaiverCommand.For(Group("r; rm -rf", "a", "b", "c", "d", "e", "f"), Samples.Start).ShouldNotContain("rm");

    private static FindingGroup Group(string rule, params string[] paths) => new(
        Samples.Gate("g", "G", Verdict.Failed),
        [
            .. paths.Select((path, index) => new GroupedFinding(
                Samples.Found(new Finding(rule, Severity.Error, "m", new Location(path, 1)), number: index + 1), "")),
        ]);
}
