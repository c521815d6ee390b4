using Gates.Doors.Git;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git;

/// <summary>What a working directory does not hold is said, each with its reason.</summary>
public sealed class UnseenTests
{
    [Theory]
    [InlineData(false, "sparse-on-desk")]
    [InlineData(true, "sparse")]
    public async Task OpenAsync_SparseCheckout_SaysWhatIsNotThere(bool isJob, string reason)
    {
        using var repository = new TempRepository().Write("a.txt", "1").Write("d/a.env", "2");
        repository.Commit();
        repository.Git("sparse-checkout", "set", "--no-cone", "/*", "!d");

        (await UnseenAsync(repository, isJob)).ShouldBe([$"d/a.env {reason}"]);
    }

    [Theory]
    [InlineData(false, "skip-worktree-on-desk")]
    [InlineData(true, "skip-worktree")]
    public async Task OpenAsync_SkipWorktree_SaysSo(bool isJob, string reason)
    {
        using var repository = new TempRepository().Write("a.txt", "1").Write("b.txt", "2");
        repository.Commit();
        repository.Git("update-index", "--skip-worktree", "b.txt");
        File.Delete(Path.Combine(repository.Path, "b.txt"));

        (await UnseenAsync(repository, isJob)).ShouldBe([$"b.txt {reason}"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task OpenAsync_PipeInPlaceOfAFile_IsNoFile(bool isJob)
    {
        using var repository = new TempRepository().Write("a.txt", "1").Write("empty.txt", "").Write("b.txt", "2");
        repository.Commit();
        repository.Delete("b.txt");
        ExternalProgram.Run("mkfifo", [Path.Combine(repository.Path, "b.txt")]).Succeeded();

        (await UnseenAsync(repository, isJob)).ShouldBe(["b.txt not-a-file"]);
        UnseenReasons.NotAFile.IsExpected.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false, "deleted-on-desk")]
    [InlineData(true, "deleted")]
    public async Task OpenAsync_DeletedFile_IsAChangeOnADeskOnly(bool isJob, string reason)
    {
        using var repository = new TempRepository().Write("a.txt", "1").Write("b.txt", "2");
        repository.Commit();
        File.Delete(Path.Combine(repository.Path, "b.txt"));

        (await UnseenAsync(repository, isJob)).ShouldBe([$"b.txt {reason}"]);
        UnseenReasons.Of(reason).IsExpected.ShouldBe(!isJob);
    }

    [Theory]
    [InlineData(false, "behind-link-on-desk")]
    [InlineData(true, "behind-link")]
    public async Task OpenAsync_FolderThatBecameALink_SaysWhatIsBehindIt(bool isJob, string reason)
    {
        using var repository = new TempRepository().Write("d/a.txt", "1").Write("other/a.txt", "2");
        repository.Commit();
        Directory.Delete(Path.Combine(repository.Path, "d"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(repository.Path, "d"), Path.Combine(repository.Path, "other"));

        (await UnseenAsync(repository, isJob)).ShouldBe(["d link", $"d/a.txt {reason}"]);
    }

    [Fact]
    public async Task OpenAsync_FolderInPlaceOfATrackedFile_IsNoFile()
    {
        using var repository = new TempRepository().Write("a", "1");
        repository.Commit();
        File.Delete(Path.Combine(repository.Path, "a"));
        repository.Write("a/b", "2");

        (await UnseenAsync(repository, isJob: true)).ShouldBe(["a not-a-file"]);
    }

    [Fact]
    public async Task OpenAsync_SubmodulesAndEmbeddedRepositories_AreNamed()
    {
        using var repository = new TempRepository().Write("a.txt", "1");
        repository.Commit();
        using var other = new TempRepository().Write("x", "1");
        other.Commit();
        repository.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other.Path, "sub");
        repository.Git("commit", "--quiet", "-m", "sub");
        repository.Git("init", "--quiet", "inner");
        repository.Write("inner/x", "1");
        repository.Git("-C", "inner", "add", "x");
        repository.Git("-C", "inner", "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "--quiet", "-m", "x");

        (await UnseenAsync(repository, isJob: true)).ShouldBe(["inner/ embedded-repository", "sub/ submodule"]);
    }

    [Fact]
    public async Task OpenAsync_TrackedFilesOfOurOwnFolder_AreLookedAt()
    {
        using var repository = new TempRepository().Write(".gates/config.env", "1");
        repository.Git("add", "-f", ".gates/config.env");
        repository.Git("commit", "--quiet", "-m", "x");
        repository.Write(".gates/out/results.json", "{}");
        using var workspace = await Workspace.OpenAsync(repository.Info, null, TestContext.Current.CancellationToken);

        workspace.Tree.Files.Select(file => file.Path).ShouldBe([".gates/config.env"]);
        workspace.Tree.WithIgnored.Files.Select(file => file.Path).ShouldContain(".gates/config.env");
        workspace.Tree.Unseen.Select(Words).ShouldBe([".gates/ own-folder"]);
    }

    [Fact]
    public async Task OpenAsync_NoRepository_NamesLinksAndItsOwnFolder()
    {
        using var folder = new TempFolder();
        folder.Write("a.txt", "1");
        folder.Write(".gates/out/run.json", "{}");
        File.CreateSymbolicLink(Path.Combine(folder.Path, "l"), "a.txt");
        using var workspace = await Workspace.OpenAsync(folder.Info, null, TestContext.Current.CancellationToken);

        workspace.Tree.Files.Select(file => file.Path).ShouldBe(["a.txt"]);
        workspace.Tree.Unseen.Select(Words).ShouldBe([".gates/ own-folder", "l link"]);
    }

    [Fact]
    public async Task TreeAsync_LinksAndSubmodulesOfACommit_AreNamed()
    {
        using var repository = new TempRepository().Write("a.txt", "1");
        File.CreateSymbolicLink(Path.Combine(repository.Path, "l"), "a.txt");
        repository.Git("add", "-A");
        repository.Git("update-index", "--add", "--cacheinfo", "160000,1234567890123456789012345678901234567890,sub");
        repository.Git("commit", "--quiet", "-m", "x");
        var git = await GitRepository.FindAsync(repository.Info, null, TestContext.Current.CancellationToken);
        using var tree = await git!.TreeAsync(repository.Git("rev-parse", "HEAD").Trim(), TestContext.Current.CancellationToken);

        tree.Files.Select(file => file.Path).ShouldBe(["a.txt"]);
        tree.Unseen.Select(Words).ShouldBe(["l link", "sub/ submodule"]);
    }

    [Theory]
    [InlineData("? a b\tc", "a b\tc", "", false)]
    [InlineData("H 100644 1234 0\ta\tb", "a\tb", "100644", false)]
    [InlineData("S 100644 1234 0\ta", "a", "100644", true)]
    [InlineData("s 120000 1234 0\ta", "a", "120000", true)]
    public void Parse_OneField_IsTakenApart(string field, string path, string mode, bool skipped) =>
        IndexEntry.Parse([field]).ShouldBe([new IndexEntry(path, mode, skipped)]);

    [Fact]
    public void Parse_AnUnmergedPath_IsOneEntry() => IndexEntry.Parse(["M 100644 1 1\ta", "M 100644 2 2\ta"]).Count.ShouldBe(1);

    private static async Task<IReadOnlyList<string>> UnseenAsync(TempRepository repository, bool isJob)
    {
        using var workspace = await Workspace.OpenAsync(repository.Info, null, TestContext.Current.CancellationToken, isJob);
        return [.. workspace.Tree.Unseen.Select(Words)];
    }

    private static string Words(UnseenFile unseen) => $"{unseen.Path} {unseen.Reason.Id}";
}
