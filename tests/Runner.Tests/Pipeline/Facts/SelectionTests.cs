using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Pipeline.Unseen;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.Facts;

/// <summary>Globs that select nothing never pass unseen.</summary>
public sealed class SelectionTests
{
    private static readonly MemoryTree Tree = new(("k8s/a.yaml", "a: 1"), ("k8s/b.yml", "b: 1"), ("k8s/cd/e.yaml", "c: 1"), ("x.json", "{}"));

    [Theory]
    [InlineData("k8s/*.{yaml,yml}", "2 files")]
    [InlineData("k8s/?.yaml", "1 file")]
    [InlineData("k8s/[ab].y*ml", "2 files")]
    [InlineData("{k8s,a}/**", "3 files")]
    [InlineData("k8s", "3 files")]
    public async Task Inspect_EveryFormOfAGlob_SelectsFiles(string glob, string words) => (await CoverAsync(new() { ["yaml"] = [glob] })).Words.ShouldBe(words);

    [Fact]
    public async Task Inspect_NothingIsSelected_IsUnexpectedAndNamesTheGlobs()
    {
        var coverage = await CoverAsync(new() { ["yaml"] = ["nowhere/**", "!x/**"] });

        coverage.SawNothing.ShouldBeTrue();
        coverage.Problem.ShouldBe("it could not look at everything: facts that select nothing: `facts.yaml` nowhere/**. Mend the globs, or set `when-missing: skip` if there may be no such files");
    }

    [Fact]
    public async Task Inspect_OneOfTwoKindsSelectsNothing_IsUnexpectedWhereTheConfigurationWroteIt()
    {
        (await CoverAsync(new() { ["yaml"] = ["k8s/*"], ["toml"] = ["*.toml"] })).HasUnexpected.ShouldBeTrue();
        (await CoverAsync(new() { ["yaml"] = ["k8s/*"], ["toml"] = ["*.toml"] }, isDefault: true)).HasUnexpected.ShouldBeFalse();
        (await CoverAsync(new() { ["toml"] = ["*.toml"] }, isDefault: true)).HasUnexpected.ShouldBeTrue();
    }

    [Fact]
    public async Task Inspect_NothingIsSelectedAndMayBeMissing_IsNothingAtAll()
    {
        var coverage = await CoverAsync(new() { ["yaml"] = ["nowhere/**"] }, allowsMissing: true);

        (coverage.SawNothing, coverage.HasUnexpected).ShouldBe((true, false));
    }

    [Fact]
    public async Task Inspect_AGlobThatLeavesOut_IsNamed() =>
        (await CoverAsync(new() { ["yaml"] = ["k8s/**", "!k8s/cd/**"] })).Words.ShouldBe("2 files; 1 left out: exclude");

    [Theory]
    [InlineData("a.env", "text by its name, but binary")]
    [InlineData("a.bin", "binary")]
    public async Task Inspect_BinaryFiles_AreUnexpectedWhereTheirNamePromisesText(string name, string words) =>
        (await CoverAsync(new() { ["files"] = [name] }, tree: new MemoryTree((name, "TOKEN\0x")))).Words.ShouldBe($"0 files; 1 left out: {words}");

    [Fact]
    public async Task Inspect_TextThatIsCut_IsOverALimit() =>
        (await CoverAsync(
            new() { ["files"] = ["a.txt"] },
            tree: new MemoryTree(("a.txt", new string('x', 300_000))))).Problem.ShouldStartWith("it could not look at everything: over a limit: a.txt");

    private static async Task<CoverageSummary> CoverAsync(
        Dictionary<string, string[]> globs,
        bool isDefault = false,
        bool allowsMissing = false,
        ISourceTree? tree = null)
    {
        var selection = new FactSelection(globs.ToDictionary(
            one => one.Key,
            one => (IReadOnlyList<string>)one.Value,
            StringComparer.Ordinal))
        { IsDefault = isDefault };
        var context = new GateContext(tree ?? Tree, ChangeSet.None, default) { AllowsMissing = allowsMissing };
        await new FactsGate(selection).InspectAsync(context, TestContext.Current.CancellationToken);
        return context.Coverage.Summary()!;
    }
}
