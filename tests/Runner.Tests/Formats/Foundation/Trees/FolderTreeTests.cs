using Gates.Formats.Foundation.Trees;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Trees;

public sealed class FolderTreeTests
{
    private static readonly MemoryTree Whole = new(("a-b/x", "1"), ("a/x", "2"), ("a/y/z", "3"), ("a0", "4"), ("package-lock.json", "5"));

    [Theory]
    [InlineData("a/", "a/x a/y/z")]
    [InlineData("a/y/", "a/y/z")]
    [InlineData("b/", "")]
    [InlineData("", "a-b/x a/x a/y/z a0 package-lock.json")]
    public void OnlyTheFolder_IsInspected(string folder, string expected) =>
        string.Join(' ', FolderTree.Below(Whole.AllFiles, folder).Select(file => file.Path)).ShouldBe(expected);

    [Fact]
    public void WhatStandsBeside_CanBeAskedFor_UnlessTheFolderIsAll()
    {
        new FolderTree(Whole, "a/", isAll: false).AllFiles.Count.ShouldBe(5);
        new FolderTree(Whole, "a/", isAll: true).AllFiles.Select(file => file.Path).ShouldBe(["a/x", "a/y/z"]);
        new FolderTree(Whole, "a/", isAll: false).Exists("package-lock.json").ShouldBeTrue();
    }

    [Fact]
    public void WhatWasNotSeen_CountsInTheFolder_AndAboveIt()
    {
        using var folder = new TempFolder();
        folder.Write("a/b/x", "x");
        var tree = Gates.Doors.Files.WorkingTree.From(
            folder.Path,
            [
                new IndexEntry("a/b/x", "100644", false), new IndexEntry("a/b/gone", "100644", true),
                new IndexEntry("a/other", "100644", true), new IndexEntry("a/b/c", "160000", false),
            ],
            isJob: true,
            isSparse: true);

        new FolderTree(tree, "a/b/", isAll: true).Unseen.Select(unseen => unseen.Path).ShouldBe(["a/b/c/", "a/b/gone"]);
        new FolderTree(tree, "a/b/c/d/", isAll: true).Unseen.Select(unseen => unseen.Path).ShouldBe(["a/b/c/"]);
    }

    [Fact]
    public void FilesOfThen_HaveTheirNamesOfNow()
    {
        var renamed = new RenamedTree(
            new MemoryTree(("a/x", "1"), ("b/x", "2"), ("c", "3")),
            new Dictionary<string, string> { ["a/x"] = "b/x", ["b/x"] = "d/x" });

        renamed.AllFiles.Select(file => file.Path).ShouldBe(["b/x", "c", "d/x"]);
        Text(renamed, "b/x").ShouldBe("1");
        Text(renamed, "d/x").ShouldBe("2");
        renamed.Exists("a/x").ShouldBeFalse();
    }

    private static string Text(ISourceTree tree, string path)
    {
        using var reader = new StreamReader(tree.Open(path));
        return reader.ReadToEnd();
    }
}
