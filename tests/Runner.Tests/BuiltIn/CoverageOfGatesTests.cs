using Gates.BuiltIn.BaseImageAllowlist;
using Gates.BuiltIn.DlpScan;
using Gates.BuiltIn.HermeticBuild;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Unseen;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn;

/// <summary>What the gates over files say that they looked at.</summary>
public sealed class CoverageOfGatesTests
{
    private static readonly ChangeSet Changes = new("1", "0", [new ChangedFile("src/a.txt", "src/a.txt", Deleted: false, [new LineRange(1, 1)])]);

    [Fact]
    public async Task DlpScan_NamesFiltersBinariesAndWhatIsUnchanged()
    {
        var tree = new MemoryTree(("src/a.txt", "x"), ("src/b.txt", "x"), ("vendor/c.txt", "x"), ("d.txt", "x"), ("src/e.png", "\0"), ("src/f.env", "\0"));
        var options = new DlpScanOptions { Paths = ["src/**", "vendor/**"], Exclude = ["vendor"] };

        (await CoverAsync(
            new DlpScanGate(options, TimeProvider.System),
            tree)).Words.ShouldBe("3 files; 3 left out: text by its name, but binary (1), exclude (1), outside its paths (1)");
        (await CoverAsync(
            new DlpScanGate(new DlpScanOptions { Scope = "diff" }, TimeProvider.System),
            tree,
            Changes)).Words.ShouldBe("1 file; 5 left out: not changed");
    }

    [Fact]
    public async Task BaseImageAllowlist_NamesWhatMayHoldImages()
    {
        var gate = new BaseImageAllowlistGate(new BaseImageAllowlistOptions { Exclude = ["old/**"] });

        (await CoverAsync(
            gate,
            new MemoryTree(
                ("Dockerfile", "FROM scratch\n"),
                ("k8s/a.yaml", "a: 1\n"),
                ("old/Dockerfile", "FROM x\n"),
                ("README.md", "x")))).Words.ShouldBe("2 files; 1 left out: exclude");
        (await CoverAsync(gate, new MemoryTree(("README.md", "x")))).Words.ShouldBe("0 files");
    }

    [Theory]
    [InlineData("image: a\0")]
    [InlineData("image: a\u0000b\n---\n")]
    public async Task BaseImageAllowlist_AYamlFileWithANulByte_IsUnexpected(string text) =>
        (await CoverAsync(
            new BaseImageAllowlistGate(new BaseImageAllowlistOptions()),
            new MemoryTree(("k8s/a.yaml", text)))).Words.ShouldBe("0 files; 1 left out: text by its name, but binary");

    [Fact]
    public async Task HermeticBuild_NamesWhatItWouldHaveRead()
    {
        var gate = new HermeticBuildGate(new HermeticBuildOptions());

        (await CoverAsync(
            gate,
            new MemoryTree(
                ("Dockerfile", "FROM scratch\n"),
                ("vendor/Dockerfile", "FROM x\n"),
                ("vendor/x.txt", "x")))).Words.ShouldBe("1 file; 1 left out: exclude");
    }

    [Theory]
    [InlineData("vendor/sub/", "0 files; 1 left out: exclude")]
    [InlineData("sub/", "0 files; 1 left out: submodule")]
    public async Task HermeticBuild_AFolderThatNobodyLookedInto_IsNamed(string folder, string words) =>
        (await CoverAsync(
            new HermeticBuildGate(new HermeticBuildOptions()),
            new GapTree(new UnseenFile(folder, UnseenReasons.Submodule)))).Words.ShouldBe(words);

    [Fact]
    public async Task HermeticBuild_AMissingFileOfNoInterest_IsNotNamed()
    {
        var tree = new GapTree(new UnseenFile("a.txt", UnseenReasons.Deleted), new UnseenFile("Dockerfile", UnseenReasons.Deleted));

        (await CoverAsync(new HermeticBuildGate(new HermeticBuildOptions()), tree)).LeftOut.Single().Paths.ShouldBe(["Dockerfile"]);
    }

    private static async Task<CoverageSummary> CoverAsync(IGate gate, ISourceTree tree, ChangeSet? changes = null)
    {
        var context = new GateContext(tree, changes ?? ChangeSet.None, new byte[32]);
        await gate.InspectAsync(context, TestContext.Current.CancellationToken);
        return context.Coverage.Summary()!;
    }

    /// <summary>A tree without files, and what is not among them.</summary>
    private sealed class GapTree(params UnseenFile[] unseen) : ISourceTree
    {
        public IReadOnlyList<SourceFile> Files => [];

        public IReadOnlyList<SourceFile> AllFiles => [];

        public IReadOnlyList<UnseenFile> Unseen => unseen;

        public bool Exists(string path) => false;

        public Stream Open(string path) => throw new EvaluationException(path);
    }
}
