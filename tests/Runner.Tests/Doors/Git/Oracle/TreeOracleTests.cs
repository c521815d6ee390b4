using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using LibGit2Sharp;
using Shouldly;
using Xunit;
using Entry = Gates.Doors.Git.Objects.TreeEntry;
using Repository = LibGit2Sharp.Repository;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>What a commit lists, and what its files hold.</summary>
[Collection(nameof(OracleOfFiles))]
public sealed class TreeOracleTests(GeneratedHistories histories)
{
    [Fact]
    public async Task AnyCommit_ListsWhatTheOracleLists() => await histories.HoldAsync([Known.NameOfBytes], (shelf, history, differences) =>
    {
        for (var number = 1; number <= history.Commits; number += number < 6 ? 5 : 3)
        {
            var commit = shelf.Commit(history, number);
            differences.Answers++;
            if (OracleListing.IsOfBytes(shelf.Oracle, commit))
            {
                differences.Meet(Known.NameOfBytes);
                Should.Throw<EvaluationException>(() => TreeReader.Read(shelf.Objects, commit)).Message
                    .ShouldBe("the file name \"caf\u00e9.txt\" is not UTF-8; rename it, gates cannot inspect it");
            }
            else if (Compare(shelf.List(history, number), OracleListing.Of(shelf.Oracle, commit)) is { Count: > 0 } found)
            {
                history.Fail($"the listing of {commit}:\n{string.Join('\n', found)}");
            }
        }

        return Task.CompletedTask;
    });

    [Fact]
    public async Task AnyBlob_HoldsWhatTheOracleReads() => await histories.HoldAsync([], (shelf, history, differences) =>
    {
        var files = OracleListing.Of(shelf.Oracle, shelf.Commit(history, history.Commits)).Where(entry => !entry.IsSubmodule).ToList();
        differences.Answers += files.Count;
        if (CompareContents(shelf.Objects.FindAll([.. files.Select(file => file.Id)], "blob"), files, shelf.Oracle).ToList() is { Count: > 0 } found)
        {
            history.Fail(string.Join('\n', found));
        }

        return Task.CompletedTask;
    });

    /// <summary>What gates see of a commit: files to read, links and submodules that are named as unseen.</summary>
    [Fact]
    public async Task GitTree_FilesLinksAndSubmodules_AreWhatTheOracleHas()
    {
        foreach (var shelf in histories.Shelves)
        {
            var commit = shelf.Merge(shelf.With(1).Select(history => (history, 1)));
            using var tree = await shelf.Door.TreeAsync(commit, CancellationToken.None);
            var entries = OracleListing.Of(shelf.Oracle, commit).OrderBy(entry => entry.Path, StringComparer.Ordinal).ToList();
            var files = entries.Where(entry => entry.IsFile).ToList();

            tree.AllFiles.ShouldBe(files.Select(file => new SourceFile(file.Path, file.Size) { IsExecutable = (file.Mode & 0x40) != 0 }));
            tree.Unseen.Select(unseen => unseen.Path).ShouldBe(
                entries.Where(entry => !entry.IsFile).Select(entry => entry.IsSubmodule ? entry.Path + "/" : entry.Path));
            CompareContents(tree.ReadAll([.. files.Select(file => file.Path)]), files, shelf.Oracle).ShouldBeEmpty();
            foreach (var entry in entries)
            {
                tree.Exists(entry.Path).ShouldBe(entry.IsFile, entry.Path);
                tree.IsFolder(entry.Path).ShouldBe(entry.IsSubmodule, entry.Path);
                tree.IsBehindLink(entry.Path + "/x").ShouldBe(entry.Mode == Entry.Link, entry.Path);
            }
        }
    }

    [Fact]
    public void APlantedFault_IsSeen()
    {
        var shelf = histories.Shelves[0];
        var door = shelf.List(shelf.Histories[0], 1);
        var oracle = OracleListing.Of(shelf.Oracle, shelf.Commit(shelf.Histories[0], 1));
        var first = door[0];
        Entry[] rest = [.. door.Skip(1)];

        Compare(door, oracle).ShouldBeEmpty();
        Compare(rest, oracle).ShouldNotBeEmpty("a file is missing");
        Compare([first, .. door], oracle).ShouldNotBeEmpty("a file twice");
        Compare([first with { Mode = first.Mode ^ 0x49 }, .. rest], oracle).ShouldNotBeEmpty("executable");
        Compare([first with { Size = first.Size + 1 }, .. rest], oracle).ShouldNotBeEmpty("one byte more");
        Compare([first with { Path = first.Path + " " }, .. rest], oracle).ShouldNotBeEmpty("a space more in its name");
        Compare([first with { Id = new string('0', 40) }, .. rest], oracle).ShouldNotBeEmpty("other content");
        var file = oracle.First(entry => entry is { IsFile: true, Size: > 0 });
        var bytes = shelf.Objects.FindAll([file.Id])[0];
        CompareContents([bytes], [file], shelf.Oracle).ShouldBeEmpty();
        CompareContents([bytes[1..]], [file], shelf.Oracle).ShouldNotBeEmpty("a byte is missing");
        CompareContents([null], [file], shelf.Oracle).ShouldNotBeEmpty("no content");
    }

    private static IReadOnlyList<string> Compare(IReadOnlyList<Entry> door, IReadOnlyList<Entry> oracle) => Differences.Between(door, oracle);

    private static IEnumerable<string> CompareContents(IReadOnlyList<byte[]?> door, IReadOnlyList<Entry> files, Repository oracle)
    {
        foreach (var (bytes, file) in door.Zip(files))
        {
            using var content = oracle.Lookup<Blob>(file.Id).GetContentStream();
            using var theirs = new MemoryStream();
            content.CopyTo(theirs);
            if (bytes is null || !theirs.ToArray().AsSpan().SequenceEqual(bytes))
            {
                yield return $"{file.Path}: the door reads {bytes?.Length} bytes, the oracle {theirs.Length}, or others";
            }
        }
    }
}
