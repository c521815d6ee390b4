using Gates.Formats.Foundation;
using Gates.Runner.Reports;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Reports;

public sealed class OutputPlaceTests : IDisposable
{
    private readonly TempFolder machine = new();

    public OutputPlaceTests()
    {
        Directory.CreateDirectory(At("work/app/inner"));
        Directory.CreateDirectory(At("elsewhere"));
        Directory.CreateSymbolicLink(At("work/app/link"), At("elsewhere"));
        Directory.CreateSymbolicLink(At("work/app/up"), "../..");
        Directory.CreateSymbolicLink(At("work/app/round"), "round");
        Directory.CreateSymbolicLink(At("work/app/same"), "inner");
        Directory.CreateSymbolicLink(At("alias"), At("work/app"));
    }

    public void Dispose() => machine.Dispose();

    [Theory]
    [InlineData("../../x", "lies outside the workspace")]
    [InlineData("..", "lies outside the workspace")]
    [InlineData("../app2", "lies outside the workspace")]
    [InlineData("inner/../../x", "lies outside the workspace")]
    [InlineData("/etc/gates", "lies outside the workspace")]
    [InlineData("link/x", "lies outside the workspace")]
    [InlineData("link", "lies outside the workspace")]
    [InlineData("up/elsewhere", "lies outside the workspace")]
    [InlineData("round/x", "leads through too many symbolic links")]
    [InlineData(".git/hooks", "belongs to git")]
    [InlineData("inner/.GIT/x", "belongs to git")]
    public void Place_OutsideTheWorkspaceOfAJob_IsRefused(string path, string reason)
    {
        Should.Throw<UsageException>(() => Demand(path)).Message.ShouldStartWith($"--out {path}: ");
        Should.Throw<UsageException>(() => Demand(path)).Message.ShouldContain(reason);
        Should.NotThrow(() => OutputPlace.Demand("--out", path, At("work/app"), _ => null), "outside a job every place may be named");
    }

    [Theory]
    [InlineData(".gates/out")]
    [InlineData("dist/../inner")]
    [InlineData("up/work/app/inner")]
    [InlineData("same/x")]
    [InlineData("")]
    [InlineData("..hidden")]
    public void Place_InsideTheWorkspaceOfAJob_MayBeNamed(string path) => Should.NotThrow(() => Demand(path));

    [Fact]
    public void Place_NamedInFull_MayLieInTheJobsWorkspaceBesideTheFolderThatIsJudged()
    {
        Should.NotThrow(() => OutputPlace.Demand("--out", At("work/app/out"), At("work/app/inner"), Job));
        Should.NotThrow(() => OutputPlace.Demand("--out", At("alias/out"), At("alias"), Job));
        Should.Throw<UsageException>(() => OutputPlace.Demand("--out", At("work/other"), At("work/app/inner"), Job));
    }

    private void Demand(string path) => OutputPlace.Demand("--out", path, At("work/app"), Job);

    private string? Job(string name) => name switch
    {
        "GITHUB_ACTIONS" => "true",
        "GITHUB_WORKSPACE" => At("work/app"),
        _ => null,
    };

    private string At(string path) => Path.Join(machine.Path, path);
}
