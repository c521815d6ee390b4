using Gates.Doors.Files;
using Gates.Formats.Foundation.Trees;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Folders;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Configuration.Folders;

public sealed class FolderFilesTests
{
    private static readonly GatesConfiguration Root = ConfigurationReader.Read("version: 1\ngates: { dlp-scan: {} }\n", ".github/gates.yml");

    [Fact]
    public void BothNames_InEveryFolder_AndNoOtherFiles() =>
        Find(new MemoryTree(
                ("a/.gates.yml", ""), ("a/b/.gates.yaml", ""), ("a/gates.yml", ""), ("a/x.gates.yml", ""), ("b/.gates.yml/x", ""), (".github/gates.yml", "")))
            .Paths.ShouldBe(["a/.gates.yml", "a/b/.gates.yaml"]);

    [Fact]
    public void TheCasesOfPolicies_AreNoFolders() => Find(new MemoryTree(("policies/p/cases/c/files/.gates.yml", ""))).Paths.ShouldBeEmpty();

    [Fact]
    public void AConfigurationThatIsCalledLikeAFolders_IsTheRoots() =>
        FolderFiles.Find(new MemoryTree((".gates.yml", "")), Root with { Source = ".gates.yml" }).ShouldSatisfyAllConditions(
            files => files.Paths.ShouldBeEmpty(),
            files => files.Problems.ShouldBeEmpty());

    [Theory]
    [InlineData(".gates.yml", ".gates.yml: this file is for a folder; what holds for the whole repository stands in .github/gates.yml")]
    [InlineData(".github/.gates.yml", ".github/.gates.yml: .github is no folder of a team; what holds for it stands in .github/gates.yml")]
    [InlineData(".github/x/.gates.yml", ".github/x/.gates.yml: .github is no folder of a team; what holds for it stands in .github/gates.yml")]
    [InlineData("!a/.gates.yml", "!a/.gates.yml: its folder's name starts with !, which only globs may do, and once")]
    public void WhereThereIsNoFolder_TheFileIsRefused(string path, string problem) =>
        Find(new MemoryTree((path, ""))).Problems.ShouldBe([problem]);

    [Fact]
    public void TwoInOneFolder_AreOneTooMany() =>
        Find(new MemoryTree(("a/.gates.yml", ""), ("a/.gates.yaml", ""))).Problems.ShouldBe(["a/.gates.yaml: a/.gates.yml exists as well; keep one of them"]);

    [Fact]
    public void MoreThanAnyoneNeeds_AreRefused()
    {
        var files = Enumerable.Range(0, FolderFiles.MaxCount + 1).Select(i => (FormattableString.Invariant($"f{i}/.gates.yml"), "")).ToArray();

        Find(new MemoryTree(files)).Problems.ShouldBe(
            ["2001 folders have a file of their own (.gates.yml); at most 2000 are possible, and `folders` says which count"]);
    }

    [Theory]
    [InlineData("folders: [\"services/*\"]", "services/pay/.gates.yml")]
    [InlineData("folders: [\"**\", \"!vendor/**\", \"!**/deep\"]", "services/pay/.gates.yml")]
    [InlineData("folders: []", "")]
    public void TheRootSaysWhichFoldersCount(string key, string expected)
    {
        var root = ConfigurationReader.Read($"version: 1\n{key}\ngates: {{ dlp-scan: {{}} }}\n", ".github/gates.yml");
        var tree = new MemoryTree(("services/pay/.gates.yml", ""), ("services/pay/deep/.gates.yml", ""), ("vendor/x/.gates.yml", ""));

        string.Join(' ', FolderFiles.Find(tree, root).Paths).ShouldBe(expected);
    }

    [Fact]
    public void WhatGitDoesNotTrack_DoesNotCount_AndIsNamed()
    {
        using var folder = Folder("a/.gates.yml", "b/.gates.yml", "c/.gates.yml");

        var files = Find(WorkingTree.From(
            folder.Path,
            [Tracked("a/.gates.yml"), new IndexEntry("b/.gates.yml", "", false), new IndexEntry("c/.gates.yml", "", false)],
            isJob: false,
            isSparse: false));

        files.Paths.ShouldBe(["a/.gates.yml"]);
        files.Notes.ShouldBe(["b/.gates.yml and c/.gates.yml are not tracked by git, so they do not count; `git add` them"]);
    }

    [Fact]
    public void WithoutGit_AllCount()
    {
        using var folder = Folder("a/.gates.yml");

        Find(WorkingTree.Walk(folder.Path)).Paths.ShouldBe(["a/.gates.yml"]);
    }

    [Fact]
    public void ALink_IsRefused()
    {
        using var folder = Folder("a/real.yml");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "a/.gates.yml"), "real.yml");

        Find(WorkingTree.Walk(folder.Path)).Problems
            .ShouldBe(["a/.gates.yml is a symbolic link, or behind one, which is not followed; commit the file itself"]);
    }

    [Fact]
    public void WhatAJobDoesNotCheckOut_IsNamed()
    {
        using var folder = Folder("a/.gates.yml");

        var files = Find(WorkingTree.From(
            folder.Path, [Tracked("a/.gates.yml"), new IndexEntry("b/.gates.yml", "100644", IsSkipped: true)], isJob: true, isSparse: true));

        files.Problems.ShouldBeEmpty();
        files.Notes.ShouldBe(["b/.gates.yml is not checked out here, so it does not count"]);
    }

    private static FolderFiles Find(ISourceTree tree) => FolderFiles.Find(tree, Root);

    private static IndexEntry Tracked(string path) => new(path, "100644", IsSkipped: false);

    private static TempFolder Folder(params string[] paths)
    {
        var folder = new TempFolder();
        foreach (var path in paths)
        {
            folder.Write(path, "x\n");
        }

        return folder;
    }
}
