using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Private;

public sealed class PrivateGitFolderTests
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    public async Task Index_OfEveryVersion_ListsTheSameFiles(string version)
    {
        using var repository = new TempRepository().Write("a.txt", "1").Write("folder/" + new string('n', 200), "2").Write("ünï", "3");
        repository.Commit();
        repository.Write("intended.txt", "4").Git("add", "-N", "intended.txt");
        repository.Git("update-index", "--index-version", version);
        var found = (await GitRepository.FindAsync(repository.Info, null, None))!;
        (await found.IndexAsync(None))
            .Where(entry => entry.IsTracked)
            .Select(entry => entry.Path)
            .ShouldBe(repository.Git("-c", "core.quotePath=false", "ls-files").Split('\n'), ignoreOrder: true);
    }

    [Fact]
    public async Task Index_WithAFileMarkedUnchanged_DoesNotHideTheChange()
    {
        using var repository = new TempRepository().Write("a.txt", "1\n").Write("b.txt", "1\n");
        repository.Commit();
        repository.Git("update-index", "--assume-unchanged", "a.txt");
        repository.Git("update-index", "--skip-worktree", "b.txt");
        repository.Write("a.txt", "2\n");
        (await (await GitRepository.FindAsync(repository.Info, null, None))!.IsModifiedAsync(None)).ShouldBeTrue();
        repository.Write("a.txt", "1\n").Write("b.txt", "2\n");
        (await (await GitRepository.FindAsync(repository.Info, null, None))!.IsModifiedAsync(None)).ShouldBeTrue();
    }

    [Fact]
    public async Task Index_WrittenInTheSameMomentAsAnEdit_DoesNotHideTheEdit()
    {
        using var repository = new TempRepository().Write("a.txt", "1\n");
        repository.Commit();
        repository.Write("a.txt", "2\n");
        var moment = File.GetLastWriteTimeUtc(Path.Combine(repository.Path, ".git/index"));
        File.SetLastWriteTimeUtc(Path.Combine(repository.Path, "a.txt"), moment);
        (await (await GitRepository.FindAsync(repository.Info, null, None))!.IsModifiedAsync(None)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("split", "a split index is not read, because its entries are in another file; `git update-index --no-split-index` makes it one")]
    [InlineData("cut", "the index is damaged: its checksum does not fit; `git read-tree HEAD` makes it anew")]
    [InlineData("text", "the index is damaged: it does not begin with DIRC; `git read-tree HEAD` makes it anew")]
    [InlineData("reftable", "its refs are kept as reftable, and gates reads files; `git refs migrate --ref-format=files` makes them files")]
    [InlineData("extension", "it has extensions.newest, which gates does not know")]
    [InlineData("format", "its format is version 7, and gates reads 0 and 1")]
    [InlineData("head", "names neither a branch nor a commit")]
    public async Task Repository_OfAKindThatIsNotRead_SaysWhy(string kind, string message)
    {
        using var repository = new TempRepository().Write("a.txt", "1");
        repository.Commit();
        var git = Path.Combine(repository.Path, ".git");
        switch (kind)
        {
            case "split":
                repository.Git("update-index", "--split-index");
                break;
            case "cut":
                await File.WriteAllBytesAsync(Path.Combine(git, "index"), (await File.ReadAllBytesAsync(Path.Combine(git, "index"), None))[..^3], None);
                break;
            case "text":
                await File.WriteAllTextAsync(Path.Combine(git, "index"), new string('x', 100), None);
                break;
            case "reftable":
                repository.Git("config", "extensions.refStorage", "reftable");
                break;
            case "extension":
                repository.Git("config", "extensions.newest", "true");
                break;
            case "format":
                repository.Git("config", "core.repositoryformatversion", "7");
                break;
            default:
                await File.WriteAllTextAsync(Path.Combine(git, "HEAD"), "ref: ../../outside\n", None);
                break;
        }

        (await Should.ThrowAsync<EvaluationException>(() => GitRepository.FindAsync(repository.Info, null, None))).Message.ShouldEndWith(message);
    }

    [Fact]
    public async Task Pipe_WhereGitKeepsAFile_DoesNotHang()
    {
        using var repository = new TempRepository().Write("a.txt", "1");
        var sha = repository.Commit();
        foreach (var name in (string[])["refs/heads/pipe", "refs/tags/pipe", "FETCH_HEAD", "info/exclude", "shallow"])
        {
            File.Delete(Path.Combine(repository.Path, ".git", name));
            ExternalProgram.Run("mkfifo", [Path.Combine(repository.Path, ".git", name)]).ExitCode.ShouldBe(0);
        }

        var found = (await GitRepository.FindAsync(repository.Info, null, None))!;
        (await found.HeadAsync(None)).ShouldBe(sha);
        (await found.TagsAsync(10, null, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task WorkTree_AndItsUpstream_AreRead()
    {
        using var origin = new TempRepository().Write("a.txt", "1");
        var sha = origin.Commit();
        using var folder = new TempFolder();
        TempRepository.Run(folder.Path, "clone", "-q", origin.Path, "clone");
        TempRepository.Run(Path.Combine(folder.Path, "clone"), "worktree", "add", "-q", "-b", "topic", "../linked");
        TempRepository.Run(Path.Combine(folder.Path, "linked"), "branch", "-q", "--set-upstream-to", "origin/main");
        TempRepository.Run(Path.Combine(folder.Path, "linked"), "commit", "-q", "--allow-empty", "-m", "topic");
        TempRepository.Run(Path.Combine(folder.Path, "clone"), "pack-refs", "--all");
        var found = (await GitRepository.FindAsync(new DirectoryInfo(Path.Combine(folder.Path, "linked")), null, None))!;
        (await found.CommitAsync("@{upstream}", None)).ShouldBe(sha);
        (await found.HeadAsync(None)).ShouldBe(TempRepository.Run(Path.Combine(folder.Path, "linked"), "rev-parse", "HEAD"));
        (await found.CommitAsync("main", None)).ShouldBe(sha);
        (await found.IndexAsync(None)).Where(entry => entry.IsTracked).Select(entry => entry.Path).ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Sha256_AndItsBase_AreRead()
    {
        using var repository = new TempRepository("--object-format=sha256");
        repository.Write("a.txt", "1\n").Commit();
        repository.Write("a.txt", "2\n");
        using var workspace = await Workspace.OpenAsync(repository.Info, null, None);
        (await workspace.CompareWithAsync("HEAD", None)).Length.ShouldBe(64);
        workspace.Changes.Files.Single().Path.ShouldBe("a.txt");
    }

    [Fact]
    public async Task Grafts_Replacements_AndCommitGraphs_ChangeNothing()
    {
        using var repository = new TempRepository().Write("a.txt", "1");
        var first = repository.Commit();
        var second = repository.Write("a.txt", "2").Commit();
        var evil = repository.Write("a.txt", "3").Commit();
        repository.Git("replace", second, evil);
        await File.WriteAllTextAsync(Path.Combine(repository.Path, ".git/info/grafts"), evil + "\n", None);
        var found = (await GitRepository.FindAsync(repository.Info, null, None))!;
        (await found.MergeBaseAsync(first, evil, None)).ShouldBe(first);
        (await found.CommitsBetweenAsync(first, evil, 10, None)).ShouldBe([evil, second]);
    }
}
