using System.Security.Cryptography;
using Gates.Doors.Files;
using Gates.Formats.Foundation;
using Gates.Pipeline.RunFolder;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Pipeline.RunFolder;

public sealed class OutputFolderTests : IDisposable
{
    private readonly TempFolder workspace = new();

    [Fact]
    public void DefaultFolder_IsMadeWithItsOwnGitIgnore()
    {
        var folder = Create(".gates/out");
        folder.DisplayName.ShouldBe(".gates/out");
        File.ReadAllText(At(".gates/.gitignore")).ShouldBe("*\n");
        Directory.Exists(At(".gates/out")).ShouldBeTrue();
    }

    [Fact]
    public void FolderOutsideTheWorkspace_IsNamedInFull()
    {
        using var other = new TempFolder();
        var folder = Create(Path.Join(other.Path, "reports"));
        folder.NameOf("results.json").ShouldBe(Path.Join(other.Path, "reports/results.json"));
    }

    [Fact]
    public void TrackedFolder_IsRefused()
    {
        var asked = "";
        Should.Throw<UsageException>(() => OutputFolder.Create("docs/out", workspace.Path, path => (asked = path).Length > 0))
            .Message.ShouldStartWith("--out docs/out: git tracks files there");
        asked.ShouldBe("docs/out");
    }

    [Theory]
    [InlineData("link")]
    [InlineData("link/out")]
    [InlineData("dangling/out")]
    public void FolderReachedThroughALink_IsRefused(string path)
    {
        using var other = new TempFolder();
        Directory.CreateSymbolicLink(At("link"), other.Path);
        Directory.CreateSymbolicLink(At("dangling"), Path.Join(other.Path, "nothing"));
        Should.Throw<UsageException>(() => Create(path)).Message.ShouldContain("is a symbolic link");
        Directory.EnumerateFileSystemEntries(other.Path).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(".", "is the workspace itself")]
    [InlineData("..", "is the workspace itself or holds it")]
    [InlineData(".git/out", "belongs to git")]
    [InlineData("file", "is a file")]
    [InlineData("file/out", "is a file")]
    [InlineData("full", "holds files that are not from an earlier run")]
    public void UnusableFolder_IsRefusedWithAReason(string path, string reason)
    {
        File.WriteAllText(At("file"), "");
        Directory.CreateDirectory(At("full"));
        File.WriteAllText(At("full/run.json"), """{ "mine": true }""");
        Should.Throw<UsageException>(() => Create(path)).Message.ShouldContain(reason);
        File.Exists(At("full/run.json")).ShouldBeTrue();
    }

    [Fact]
    public void FilesOfAnEarlierRun_AreRemovedAndNothingElse()
    {
        var earlier = Create("out");
        earlier.Write("results.json", stream => stream.WriteByte(1));
        earlier.Write("evidence/gone.json", stream => stream.WriteByte(1));
        File.WriteAllText(At("out/mine.txt"), "mine");
        Create("out");
        Directory.EnumerateFileSystemEntries(At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["mine.txt", "run.json"]);
    }

    [Fact]
    public void LinksPlantedInTheFolder_AreReplacedAndNeverFollowed()
    {
        using var other = new TempFolder();
        var victim = Path.Join(other.Path, "victim");
        File.WriteAllText(victim, "safe");
        Create("out");
        File.CreateSymbolicLink(At("out/results.json"), victim);
        Directory.CreateSymbolicLink(At("out/evidence"), other.Path);
        var folder = Create("out");
        folder.Write("results.json", stream => stream.WriteByte(1));
        folder.Write("evidence/victim", stream => stream.WriteByte(1));
        File.ReadAllText(victim).ShouldBe("safe");
    }

    [Fact]
    public void GitIgnorePlantedAsALink_IsNotFollowed()
    {
        using var other = new TempFolder();
        Directory.CreateDirectory(At(".gates"));
        File.CreateSymbolicLink(At(".gates/.gitignore"), Path.Join(other.Path, "victim"));
        Create(".gates/out");
        Directory.EnumerateFileSystemEntries(other.Path).ShouldBeEmpty();
    }

    [Fact]
    public void WriteThatFails_LeavesTheOldFileWhole()
    {
        var folder = Create("out");
        folder.Write("a.json", stream => stream.Write("whole"u8));
        Should.Throw<InvalidOperationException>(() => folder.Write("a.json", stream =>
        {
            stream.Write("half"u8);
            throw new InvalidOperationException();
        }));
        File.ReadAllText(At("out/a.json")).ShouldBe("whole");
    }

    [Fact]
    public void WrittenFiles_AreKnownByTheirDigest()
    {
        var folder = Create("out");
        folder.Write("a.json", stream => stream.Write("whole"u8));
        folder.Written["a.json"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData("whole"u8)));
    }

    [Fact]
    public void FilesWrittenAsRoot_AreHandedToTheOwnerOfTheWorkspace()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can give files away");
        new Owner(1001, 1002).Take(workspace.Path);
        var folder = Create(".gates/out");
        folder.Write("evidence/a.json", stream => stream.WriteByte(1));
        foreach (var path in new[] { ".gates", ".gates/.gitignore", ".gates/out", ".gates/out/run.json", ".gates/out/evidence", ".gates/out/evidence/a.json" })
        {
            Owner.Of(At(path)).ShouldBe(new Owner(1001, 1002), path);
        }
    }

    public void Dispose() => workspace.Dispose();

    private OutputFolder Create(string path) => OutputFolder.Create(path, workspace.Path, _ => false);

    private string At(string path) => Path.Join(workspace.Path, path);
}
