using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git;

public sealed class StagedTests
{
    [Fact]
    public async Task OfIndex_PartlyStagedFile_IsReadAsItIsStagedAndComparedWithHead()
    {
        using var repository = new TempRepository().Write("a.txt", "one\n").Write("gone.txt", "x\n");
        var head = repository.Commit();
        repository.Write("a.txt", "one\ntwo\n").Git("add", "a.txt");
        repository.Write("a.txt", "one\ntwo\nthree\n").Write("untracked.txt", "y\n").Git("rm", "-q", "--cached", "gone.txt");
        using var workspace = await OpenAsync(repository);

        workspace.Tree.Files.Select(file => file.Path).ShouldBe(["a.txt"]);
        Read(workspace.Tree, "a.txt").ShouldBe("one\ntwo\n");
        (workspace.Changes.HeadSha, workspace.Changes.BaseSha).ShouldBe((head, head));
        workspace.Changes.Files.Select(file => (file.Path, file.Deleted)).ShouldBe([("a.txt", false), ("gone.txt", true)]);
        workspace.Changes.Files[0].Added.ShouldBe([new LineRange(2, 2)]);
        Read(workspace.BaseTree!, "a.txt").ShouldBe("one\n");
        (await workspace.IsModifiedAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task OfIndex_BeforeTheFirstCommit_HasNothingToCompareWith()
    {
        using var repository = new TempRepository().Write("a.txt", "one\n");
        repository.Git("add", "a.txt");
        using var workspace = await OpenAsync(repository);

        workspace.Tree.Files.Select(file => file.Path).ShouldBe(["a.txt"]);
        (workspace.Changes.HasBase, workspace.BaseTree).ShouldBe((false, null));
    }

    [Fact]
    public async Task OfIndex_OnlyPromisedFile_IsNotWhatACommitWouldHold()
    {
        using var repository = new TempRepository().Write("a.txt", "one\n");
        repository.Git("add", "--intent-to-add", "a.txt");
        using var workspace = await OpenAsync(repository);

        workspace.Tree.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task OfIndex_Conflicts_AreRefused()
    {
        using var repository = new TempRepository().Write("a.txt", "one\n");
        repository.Commit();
        repository.Git("switch", "-q", "-c", "other");
        repository.Write("a.txt", "two\n").Commit();
        repository.Git("switch", "-q", "main");
        repository.Write("a.txt", "three\n").Commit();
        Should.Throw<InvalidOperationException>(() => repository.Git("merge", "-q", "other"));

        (await Should.ThrowAsync<EvaluationException>(async () => await OpenAsync(repository))).Message
            .ShouldBe("the index holds conflicts, so nothing can be committed yet: a.txt. Resolve them, then `git add` the files");
    }

    [Fact]
    public async Task OfIndex_TheirRepository_StaysAsItIs()
    {
        using var repository = new TempRepository().Write("a.txt", "one\n");
        repository.Commit();
        repository.Write("a.txt", "two\n").Git("add", "a.txt");
        var before = Files(repository);
        using (await OpenAsync(repository))
        {
            Files(repository).ShouldBe(before);
        }
    }

    [Fact]
    public async Task OfIndex_TheIndexThatGitNamesToItsHook_IsTheOneThatIsRead()
    {
        using var repository = new TempRepository().Write("a.txt", "one\n").Write("b.txt", "one\n");
        repository.Commit();
        var usual = Path.Combine(repository.Path, ".git/index");
        var saved = File.ReadAllBytes(usual);
        repository.Write("a.txt", "two\n").Git("add", "a.txt");
        File.Move(usual, Path.Combine(repository.Path, ".git/next-index-12.lock"));
        File.WriteAllBytes(usual, saved);
        using var workspace = await OpenAsync(repository, Path.Combine(repository.Path, ".git/next-index-12.lock"));

        workspace.Changes.Files.Select(file => file.Path).ShouldBe(["a.txt"]);
    }

    [Theory]
    [InlineData("elsewhere")]
    [InlineData(".git/none")]
    [InlineData(".git/objects/x")]
    [InlineData(".git/link")]
    public async Task OfIndex_AnIndexThatIsNotGits_IsRefused(string path)
    {
        using var repository = new TempRepository().Write("a.txt", "one\n");
        repository.Commit();
        File.Copy(Path.Combine(repository.Path, ".git/index"), Path.Combine(repository.Path, "elsewhere"));
        File.Copy(Path.Combine(repository.Path, ".git/index"), Path.Combine(repository.Path, ".git/objects/x"));
        File.CreateSymbolicLink(Path.Combine(repository.Path, ".git/link"), Path.Combine(repository.Path, "elsewhere"));

        (await Should.ThrowAsync<UsageException>(async () => await OpenAsync(repository, Path.Combine(repository.Path, path)))).Message
            .ShouldStartWith("GIT_INDEX_FILE is " + Path.Combine(repository.Path, path));
    }

    [Fact]
    public async Task OfIndex_NoRepository_IsRefused()
    {
        using var folder = new TempFolder();

        (await Should.ThrowAsync<UsageException>(() => Workspace.OfIndexAsync(folder.Info, null, null, TestContext.Current.CancellationToken))).Message
            .ShouldEndWith("is in no git repository, so nothing is staged");
    }

    private static Task<Workspace> OpenAsync(TempRepository repository, string? index = null) => Workspace.OfIndexAsync(
        repository.Info, StagedIndex.From(name => name == StagedIndex.Variable ? index : null), null, TestContext.Current.CancellationToken);

    private static string[] Files(TempRepository repository) =>
        [.. Directory.GetFiles(Path.Combine(repository.Path, ".git"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string Read(ISourceTree tree, string path)
    {
        using var reader = new StreamReader(tree.Open(path));
        return reader.ReadToEnd();
    }
}
