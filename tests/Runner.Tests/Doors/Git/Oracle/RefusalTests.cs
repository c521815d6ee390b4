using Gates.Doors.Git;
using Gates.Formats.Foundation;
using LibGit2Sharp;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>What the oracle does not read, or obeys, and the door answers: this is why the product keeps the git program.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Sha256Repository_IsReadByTheDoorAlone()
    {
        Witness.Ask(folder.Path, "init", "-q", "-b", "main", "--object-format=sha256");
        var head = Commit("a.txt", "1\n");
        var door = await OpenAsync();

        Should.Throw<LibGit2SharpException>(() => OracleRepository.Open(folder.Path)).Message.ShouldContain("sha256");
        (await door.HeadAsync(CancellationToken.None)).ShouldBe(head);
        using var tree = await door.TreeAsync(head, CancellationToken.None);
        tree.AllFiles.ShouldHaveSingleItem().Path.ShouldBe("a.txt");
    }

    [Fact]
    public async Task SparseIndex_IsReadByTheDoorAlone()
    {
        Witness.Ask(folder.Path, "init", "-q", "-b", "main");
        Commit("in/a.txt", "1\n");
        Commit("out/b.txt", "1\n");
        Witness.Ask(folder.Path, "sparse-checkout", "set", "--cone", "--sparse-index", "in");
        using var oracle = OracleRepository.Open(folder.Path);

        Should.Throw<LibGit2SharpException>(() => oracle.Index.Count).Message.ShouldContain("unsupported mandatory extension");
        var listed = (await (await OpenAsync()).IndexAsync(CancellationToken.None)).Select(entry => (entry.Path, entry.IsSkipped));
        listed.ShouldBe([("in/a.txt", false), ("out/b.txt", true)]);
    }

    /// <summary>The door refuses it, too: its entries are in another file. It says how to make one of it; the oracle does not say what it lacks.</summary>
    [Fact]
    public async Task SplitIndex_IsRefusedByBoth_AndTheDoorSaysWhatToDo()
    {
        Witness.Ask(folder.Path, "init", "-q", "-b", "main");
        Commit("a.txt", "1\n");
        Witness.Ask(folder.Path, "update-index", "--split-index");
        using var oracle = OracleRepository.Open(folder.Path);

        Should.Throw<LibGit2SharpException>(() => oracle.Index.Count).Message.ShouldContain("unsupported mandatory extension: 'link'");
        (await Should.ThrowAsync<EvaluationException>(OpenAsync)).Message.ShouldContain("`git update-index --no-split-index` makes it one");
    }

    [Fact]
    public async Task PartialClone_WhatIsMissing_IsFetchedByTheDoorAlone()
    {
        Witness.Ask(folder.Path, "init", "-q", "-b", "main");
        Witness.Ask(folder.Path, "config", "uploadpack.allowFilter", "true");
        var first = Commit("a.txt", "1\n");
        var second = Commit("a.txt", "1\n2\n");
        using var clones = new TempFolder();
        Witness.Ask(clones.Path, "clone", "-q", "--no-checkout", "--filter=blob:none", "file://" + folder.Path, "clone");
        var place = Path.Combine(clones.Path, "clone");
        using var oracle = OracleRepository.Open(place);
        var (old, now) = (oracle.Lookup<Commit>(first).Tree, oracle.Lookup<Commit>(second).Tree);

        oracle.Lookup<Blob>(now["a.txt"].Target.Id).ShouldBeNull();
        Should.Throw<LibGit2SharpException>(() => oracle.Diff.Compare<Patch>(old, now).LinesAdded);
        var door = (await GitRepository.FindAsync(new DirectoryInfo(place), null, CancellationToken.None))!;
        await door.CompleteAsync([first, second], CancellationToken.None);
        (await door.ChangesBetweenAsync(first, second, CancellationToken.None)).ShouldHaveSingleItem().Added.ShouldBe(1);
    }

    /// <summary>Whoever can write a repository's configuration leads the oracle to another working directory.</summary>
    [Fact]
    public async Task ConfigurationOfTheRepository_IsObeyedByTheOracleAlone()
    {
        Witness.Ask(folder.Path, "init", "-q", "-b", "main");
        Commit("a.txt", "1\n");
        using var other = new TempFolder();
        Witness.Ask(folder.Path, "config", "core.worktree", other.Path);
        using var oracle = OracleRepository.Open(folder.Path);

        oracle.Info.WorkingDirectory.ShouldBe(other.Path + "/");
        oracle.RetrieveStatus().IsDirty.ShouldBeTrue();
        var door = await OpenAsync();
        door.Root.ShouldBe(folder.Path);
        (await door.IsModifiedAsync(CancellationToken.None)).ShouldBeFalse();
    }

    private async Task<GitRepository> OpenAsync() => (await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!;

    private string Commit(string path, string content)
    {
        folder.Write(path, content);
        Witness.Ask(folder.Path, "add", "-A");
        Witness.Ask(folder.Path, "commit", "-q", "-m", "x");
        return Witness.Ask(folder.Path, "rev-parse", "HEAD");
    }
}
