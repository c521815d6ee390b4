using System.Text;
using Gates.Doors.Git;
using Gates.Doors.Git.Objects;
using LibGit2Sharp;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>A mode that git wrote once. <c>git fast-import</c> refuses it, so that no generated history has it.</summary>
public sealed class OldModeTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task GroupWritableFile_IsListedAsItIsStored_AndItsCheckoutIsClean_ByTheDoorAlone()
    {
        var (_, old) = CheckOut();
        var door = (await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!;
        using var objects = door.OpenObjects();
        using var oracle = OracleRepository.Open(folder.Path);

        Convert.ToString(TreeReader.Read(objects, old).ShouldHaveSingleItem().Mode, 8).ShouldBe("100664");
        Convert.ToString(OracleListing.Of(oracle, old).ShouldHaveSingleItem().Mode, 8).ShouldBe("100644", Known.OldMode.Why);
        Witness.Ask(folder.Path, "cat-file", "tree", old + ":").ShouldStartWith("100664 a.txt\0");
        (await door.IsModifiedAsync(CancellationToken.None)).ShouldBeFalse();
        oracle.RetrieveStatus().IsDirty.ShouldBeTrue(Known.OldMode.Why);
        Witness.Ask(folder.Path, "status", "--porcelain").ShouldBeEmpty();
    }

    [Fact]
    public async Task GroupWritableFile_ThatIsNoLonger_CountsAsChangedWithoutALine_ForBothButNotForGit()
    {
        var (plain, old) = CheckOut();
        var door = (await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!;
        using var oracle = OracleRepository.Open(folder.Path);
        var (first, second) = (oracle.Lookup<Commit>(plain).Tree, oracle.Lookup<Commit>(old).Tree);

        var between = (await door.ChangesBetweenAsync(plain, old, CancellationToken.None)).ShouldHaveSingleItem();
        (between.Status, between.Added, between.Deleted, between.Binary).ShouldBe(("modified", 0, 0, false));
        oracle.Diff.Compare<TreeChanges>(first, second).ShouldHaveSingleItem().Status.ShouldBe(ChangeKind.Modified);
        Witness.Ask(folder.Path, "diff-tree", "-r", plain, old).ShouldBeEmpty(Known.ChangeFromAnOldMode.Why);

        (await door.ChangesSinceAsync(old, null, CancellationToken.None)).ShouldHaveSingleItem().Added.ShouldBeEmpty();
        oracle.Diff.Compare<TreeChanges>(second, DiffTargets.WorkingDirectory).ShouldHaveSingleItem().Status.ShouldBe(ChangeKind.Modified);
        Witness.Ask(folder.Path, "diff", "--raw", old).ShouldBeEmpty(Known.ChangeFromAnOldMode.Why);
    }

    /// <summary>Two commits of the same file; the second is checked out.</summary>
    private (string Plain, string Old) CheckOut()
    {
        Witness.Ask(folder.Path, "init", "-q", "-b", "main");
        var (plain, old) = (Commit("100644"), Commit("100664"));
        Witness.Ask(folder.Path, "reset", "-q", "--hard", old);
        return (plain, old);
    }

    /// <summary>Of one file.</summary>
    private string Commit(string mode)
    {
        var blob = Convert.FromHexString(Write("blob", "1\n2\n"u8.ToArray()));
        return Witness.Ask(folder.Path, "commit-tree", "-m", mode, Write("tree", [.. Encoding.ASCII.GetBytes(mode + " a.txt\0"), .. blob]));
    }

    private string Write(string type, byte[] content)
    {
        var path = Path.Combine(folder.Path, ".git", "object");
        File.WriteAllBytes(path, content);
        return Witness.Ask(folder.Path, "hash-object", "-w", "--no-filters", "-t", type, path);
    }
}
