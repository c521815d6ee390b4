using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git;

public sealed class WorkspaceTests
{
    [Fact]
    public async Task OpenAsync_OddNames_AreListedAndRead()
    {
        using var repository = new TempRepository().Write("with space.txt", "1")
            .Write("-dash", "2")
            .Write("new\nline", "3")
            .Write("ünï/çødé.txt", "4")
            .Write(".hidden", "5");
        repository.Commit();
        using var workspace = await OpenAsync(repository.Info);

        workspace.Tree.Files.Select(file => file.Path).ShouldBe(["-dash", ".hidden", "new\nline", "with space.txt", "ünï/çødé.txt"]);
        Read(workspace.Tree, "new\nline").ShouldBe("3");
    }

    [Fact]
    public async Task OpenAsync_LinksThatLeaveTheWorkspace_AreNotFollowed()
    {
        using var outside = new TempFolder();
        outside.Write("secret.txt", "outside");
        using var repository = new TempRepository().Write("real/secret.txt", "inside");
        repository.Commit();
        File.CreateSymbolicLink(Path.Combine(repository.Path, "link.txt"), Path.Combine(outside.Path, "secret.txt"));
        Directory.Delete(Path.Combine(repository.Path, "real"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(repository.Path, "real"), outside.Path);
        using var workspace = await OpenAsync(repository.Info);

        workspace.Tree.Files.ShouldBeEmpty();
        Should.Throw<EvaluationException>(() =>
            workspace.Tree.Open("real/secret.txt")).Message.ShouldBe("real/secret.txt: no such file in the working directory");
        Should.Throw<EvaluationException>(() => workspace.Tree.Open("../" + outside.Info.Name + "/secret.txt"));
    }

    [Fact]
    public async Task OpenAsync_IgnoredFilesAndOwnFolder_AreLeftOutUntrackedOnesAreNot()
    {
        using var repository = new TempRepository().Write(".gitignore", "*.log\n")
            .Write("a.log", "x")
            .Write("b.txt", "x")
            .Write(".gates/out/results.json", "{}");
        using var workspace = await OpenAsync(repository.Info);

        workspace.Tree.Files.Select(file => file.Path).ShouldBe([".gitignore", "b.txt"]);
        workspace.Changes.HeadSha.ShouldBeNull();
    }

    [Fact]
    public async Task OpenAsync_NoRepository_WalksTheFolder()
    {
        using var folder = new TempFolder();
        folder.Write("a/b.txt", "x");
        using var workspace = await OpenAsync(folder.Info);

        workspace.Repository.ShouldBeNull();
        workspace.Tree.Files.Select(file => file.Path).ShouldBe(["a/b.txt"]);
        (await Should.ThrowAsync<UsageException>(() => workspace.CompareWithAsync(
            "main",
            CancellationToken.None))).Message.ShouldContain("is not in a git repository");
    }

    [Fact]
    public async Task OpenAsync_FolderInsideARepository_StandsForTheWholeRepository()
    {
        using var repository = new TempRepository().Write("sub/a.txt", "x").Write("b.txt", "x");
        using var workspace = await OpenAsync(new DirectoryInfo(Path.Combine(repository.Path, "sub")));

        workspace.Root.FullName.ShouldBe(repository.Path);
        workspace.Tree.Files.Count.ShouldBe(2);
    }

    [Fact]
    public async Task OpenAsync_Submodule_IsLeftOut()
    {
        using var inner = new TempRepository().Write("inner.txt", "x");
        inner.Commit();
        using var repository = new TempRepository().Write("a.txt", "x");
        repository.Git("submodule", "add", "-q", inner.Path, "module");
        repository.Commit();
        using var workspace = await OpenAsync(repository.Info);
        await workspace.CompareWithAsync("HEAD", CancellationToken.None);

        workspace.Tree.Files.Select(file => file.Path).ShouldBe([".gitmodules", "a.txt"]);
        workspace.BaseTree!.Files.Select(file => file.Path).ShouldBe([".gitmodules", "a.txt"]);
    }

    [Fact]
    public async Task CompareWithAsync_Changes_NamesLinesRenamesAndDeletions()
    {
        using var repository = new TempRepository().Write("edit.txt", "1\n2\n3\n")
            .Write("old name.txt", "a\nb\nc\nd\ne\n")
            .Write("gone.txt", "quite different\nand longer\n")
            .Write("tricky.txt", "1\n2\n");
        var sha = repository.Commit();
        repository.Write("edit.txt", "1\n2b\n3\n4\n").Delete("gone.txt").Write("added.txt", "x\ny\n").Write("tricky.txt", "1\n+++ b/x\n-- y\n@@ -1 +1 @@\n2\n");
        repository.Git("mv", "old name.txt", "new\tname.txt");
        repository.Git("add", "-A");
        repository.Git("commit", "-q", "-m", "changed");
        repository.Write("untracked.txt", "x\n");
        using var workspace = await OpenAsync(repository.Info);

        (await workspace.CompareWithAsync(sha[..12], CancellationToken.None)).ShouldBe(sha);

        var files = workspace.Changes.Files.ToDictionary(file => file.Path);
        files["edit.txt"].Added.ShouldBe([new LineRange(2, 2), new LineRange(4, 4)]);
        files["added.txt"].ShouldSatisfyAllConditions(f => f.OldPath.ShouldBeNull(), f => f.Added.ShouldBe([new LineRange(1, 2)]));
        files["gone.txt"].Deleted.ShouldBeTrue();
        files["new\tname.txt"].OldPath.ShouldBe("old name.txt");
        files["tricky.txt"].Added.ShouldBe([new LineRange(2, 4)]);
        files["untracked.txt"].Added.Single().Contains(1_000_000).ShouldBeTrue();
        Read(workspace.BaseTree!, "gone.txt").ShouldBe("quite different\nand longer\n");
        Read(workspace.BaseTree!, "old name.txt").ShouldBe("a\nb\nc\nd\ne\n");
    }

    [Fact]
    public async Task CompareWithAsync_BaseMovedOn_ComparesWithWhereTheyParted()
    {
        using var repository = new TempRepository().Write("a.txt", "1\n");
        var parted = repository.Commit();
        repository.Git("checkout", "-q", "-b", "feature");
        repository.Write("feature.txt", "x\n").Commit();
        repository.Git("checkout", "-q", "main");
        var tip = repository.Write("a.txt", "2\n").Commit();
        repository.Git("checkout", "-q", "feature");
        using var workspace = await OpenAsync(repository.Info);

        (await workspace.CompareWithAsync("main", CancellationToken.None)).ShouldBe(tip);

        workspace.Changes.BaseSha.ShouldBe(parted);
        workspace.Changes.Files.Select(file => file.Path).ShouldBe(["feature.txt"]);
    }

    [Fact]
    public async Task CompareWithAsync_ShallowCloneWithoutTheBase_FetchesItById()
    {
        using var origin = new TempRepository().Write("a.txt", "1\n");
        var sha = origin.Commit();
        origin.Git("config", "uploadpack.allowAnySHA1InWant", "true");
        origin.Write("a.txt", "2\n").Commit();
        using var clone = new TempFolder();
        TempRepository.Run(clone.Path, "clone", "-q", "--depth=1", "file://" + origin.Path, "c");
        using var workspace = await OpenAsync(new DirectoryInfo(Path.Combine(clone.Path, "c")));

        await workspace.CompareWithAsync(sha, CancellationToken.None);

        workspace.Changes.Files.Single().Added.ShouldBe([new LineRange(1, 1)]);
    }

    [Fact]
    public async Task CompareWithAsync_PartialClone_BringsWhatIsComparedAndRunsNoProgramOfItsConfiguration()
    {
        using var origin = new TempRepository().Write("a.txt", "1\n").Write("folder/b.txt", "1\n");
        var sha = origin.Commit();
        origin.Git("config", "uploadpack.allowFilter", "true");
        origin.Write("a.txt", "2\n").Commit();
        using var clone = new TempFolder();
        TempRepository.Run(clone.Path, "clone", "-q", "--filter=blob:none", "file://" + origin.Path, "c");
        var marker = Path.Combine(clone.Path, "owned");
        TempRepository.Run(Path.Combine(clone.Path, "c"), "config", "remote.origin.uploadpack", $"touch {marker}; git-upload-pack");
        using var workspace = await OpenAsync(new DirectoryInfo(Path.Combine(clone.Path, "c")));

        await workspace.CompareWithAsync(sha, CancellationToken.None);

        workspace.Changes.Files.Single().Added.ShouldBe([new LineRange(1, 1)]);
        Read(workspace.BaseTree!, "a.txt").ShouldBe("1\n");
        File.Exists(marker).ShouldBeFalse();
    }

    [Fact]
    public async Task CompareWithAsync_RemoteThatIsRefused_SaysWhichCommandFetchesTheBase()
    {
        using var repository = new TempRepository().Write("a.txt", "1\n");
        repository.Commit();
        repository.Git("remote", "add", "origin", "ext::sh -c evil");
        using var workspace = await OpenAsync(repository.Info);
        var sha = new string('a', 40);

        (await Should.ThrowAsync<EvaluationException>(() => workspace.CompareWithAsync(sha, CancellationToken.None))).Message
            .ShouldContain($"(gates does not connect to the remote ext::sh -c evil: it is no address of a repository; run `git fetch origin {sha}` before gates)");
    }

    [Fact]
    public async Task IsModifiedAsync_SubmoduleWithAConfigurationOfItsOwn_RunsNothingOfIt()
    {
        using var inner = new TempRepository().Write("inner.txt", "x").Write(".gitattributes", "* filter=evil\n");
        inner.Commit();
        using var repository = new TempRepository().Write("a.txt", "x");
        repository.Git("submodule", "add", "-q", inner.Path, "module");
        repository.Commit();
        var marker = Path.Combine(repository.Path, "..", Path.GetFileName(repository.Path) + ".owned");
        TempRepository.Run(Path.Combine(repository.Path, "module"), "config", "filter.evil.clean", $"touch {marker}; cat");
        TempRepository.Run(Path.Combine(repository.Path, "module"), "config", "core.fsmonitor", $"touch {marker} #");
        repository.Write("module/inner.txt", "y");
        using var workspace = await OpenAsync(repository.Info);

        await workspace.IsModifiedAsync(CancellationToken.None);

        File.Exists(marker).ShouldBeFalse();
    }

    [Fact]
    public async Task CompareWithAsync_BaseThatNobodyHas_NamesTheLineToAdd()
    {
        using var repository = new TempRepository().Write("a.txt", "1\n");
        repository.Commit();
        using var workspace = await OpenAsync(repository.Info);

        var error = await Should.ThrowAsync<EvaluationException>(() => workspace.CompareWithAsync(new string('a', 40), CancellationToken.None));

        error.Message.ShouldContain("is not in this clone and could not be fetched");
        error.Message.ShouldEndWith("Add `fetch-depth: 2` to the `with:` of your actions/checkout step.");
    }

    [Fact]
    public async Task OpenAsync_HostileGitConfiguration_RunsNothing()
    {
        using var repository = new TempRepository().Write("a.txt", "1\n").Write(".gitattributes", "*.txt diff=evil\n");
        var sha = repository.Commit();
        var marker = Path.Combine(repository.Path, "owned");
        foreach (var key in (string[])["core.fsmonitor", "diff.external", "diff.evil.textconv", "diff.evil.command", "core.pager", "core.sshCommand"])
        {
            repository.Git("config", key, $"touch {marker} #");
        }

        File.WriteAllText(Path.Combine(repository.Path, "a.txt"), "2\n");
        using var workspace = await OpenAsync(repository.Info);
        await workspace.CompareWithAsync(sha, CancellationToken.None);

        workspace.Changes.Files.ShouldNotBeEmpty();
        File.Exists(marker).ShouldBeFalse();
    }

    private static Task<Workspace> OpenAsync(DirectoryInfo folder) => Workspace.OpenAsync(folder, token: null, CancellationToken.None);

    private static string Read(ISourceTree tree, string path)
    {
        using var reader = new StreamReader(tree.Open(path));
        return reader.ReadToEnd();
    }
}
