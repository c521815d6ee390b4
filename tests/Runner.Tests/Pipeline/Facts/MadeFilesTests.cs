using Gates.Doors.Git;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Unseen;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Facts;

/// <summary>What a build makes is ignored by git, and looked at where a policy says so.</summary>
public sealed class MadeFilesTests
{
    [Theory]
    [InlineData("made:out/*.json", "1 file")]
    [InlineData("*.json", "1 file")]
    public async Task AnyKind_LooksAtIgnoredFilesOnRequest(string glob, string words) => (await CoverAsync(glob)).Words.ShouldBe(words);

    [Fact]
    public async Task AGlobWithoutTheWord_DoesNotGetThem_EvenBesideOneWithIt()
    {
        (await CoverAsync("made:out/a.json", "**/*.json")).Words.ShouldBe("2 files");
        (await CoverAsync("made:nowhere/*", "**/*.json")).Words.ShouldBe("1 file");
    }

    [Fact]
    public async Task WhoForgetsTheWord_IsTold() => (await CoverAsync("out/*.json")).Problem!.ShouldContain(
        "`facts.json` out/*.json (git ignores 1 of that name; write \"made:out/*.json\" to look at them)");

    private static async Task<CoverageSummary> CoverAsync(params string[] globs)
    {
        using var folder = new TempRepository();
        folder.Write(".gitignore", "out/\n").Write("own.json", "{}").Commit();
        folder.Write("out/a.json", "{}");
        using var workspace = await Workspace.OpenAsync(folder.Info, null, TestContext.Current.CancellationToken);
        var context = new GateContext(workspace.Tree, ChangeSet.None, default);
        await new FactsGate(new FactSelection(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["json"] = globs }))
            .InspectAsync(context, TestContext.Current.CancellationToken);
        return context.Coverage.Summary()!;
    }
}
