using System.Security.Cryptography;
using System.Text;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Diffs;

/// <summary>What is on disk counts; the index of an earlier step cannot vouch for it.</summary>
public sealed class WorkingDirectoryTests : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly string sha;

    public WorkingDirectoryTests() => sha = repository.Write("a.txt", "1\n2\n3\n").Write("b.txt", "same\n").Commit();

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("--assume-unchanged")]
    [InlineData("--skip-worktree")]
    public async Task FlagsOfTheIndex_HideNoChange(string flag)
    {
        repository.Git("update-index", flag, "a.txt");
        repository.Write("a.txt", "1\n2\nnew\n3\n");

        (await ChangesAsync()).ShouldBe(["a.txt 3-3"]);
    }

    [Fact]
    public async Task SameSizeAndTimes_HideNoChange()
    {
        var path = Path.Combine(repository.Path, "a.txt");
        var written = File.GetLastWriteTimeUtc(path);
        repository.Git("config", "core.trustctime", "false");
        repository.Git("update-index", "--refresh");
        File.WriteAllText(path, "1\nX\n3\n");
        File.SetLastWriteTimeUtc(path, written);

        (await ChangesAsync()).ShouldBe(["a.txt 2-2"]);
    }

    [Fact]
    public async Task StagedAndPutBack_IsNoChange()
    {
        repository.Write("a.txt", "other\n").Git("add", "a.txt");
        repository.Write("a.txt", "1\n2\n3\n");

        (await ChangesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task SparseCheckout_WhatIsLeftOutStandsAsStaged()
    {
        repository.Git("sparse-checkout", "set", "--no-cone", "/b.txt");
        File.Exists(Path.Combine(repository.Path, "a.txt")).ShouldBeFalse();

        (await ChangesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task DeletedUntrackedAndForgottenFiles_AreTold()
    {
        repository.Delete("a.txt").Write("new.txt", "x\n");
        repository.Git("rm", "-q", "--cached", "b.txt");

        (await ChangesAsync()).ShouldBe(["a.txt deleted", "b.txt deleted", "b.txt 1-2147483647 untracked", "new.txt 1-2147483647 untracked"]);
    }

    [Fact]
    public async Task IntentToAdd_AndUnresolvedMerges_AreReadFromDisk()
    {
        repository.Git("checkout", "-q", "-b", "other");
        repository.Write("a.txt", "1\ntheirs\n3\n").Git("commit", "-q", "-m", "theirs", "a.txt");
        repository.Git("checkout", "-q", "main");
        repository.Write("a.txt", "1\nours\n3\n").Git("commit", "-q", "-m", "ours", "a.txt");
        Should.Throw<InvalidOperationException>(() => repository.Git("merge", "-q", "other"));
        repository.Write("new.txt", "x\ny\n").Git("add", "-N", "new.txt");

        (await ChangesAsync()).ShouldBe(["a.txt 2-6", "new.txt 1-2"]);
    }

    [Fact]
    public async Task FileBehindALink_IsGone()
    {
        var inner = repository.Write("folder/c.txt", "x\n").Commit();
        using var outside = new TempFolder();
        outside.Write("c.txt", "x\n");
        Directory.Delete(Path.Combine(repository.Path, "folder"), recursive: true);
        Directory.CreateSymbolicLink(Path.Combine(repository.Path, "folder"), outside.Path);

        (await ChangesAsync(inner)).ShouldBe(["folder/c.txt deleted", "folder 1-2147483647 untracked"]);
    }

    [Fact]
    public async Task LineEndingsOfACheckout_AreNoChange_ThoseOfACommitAre()
    {
        repository.Git("config", "core.autocrlf", "true");
        repository.Delete("a.txt").Git("checkout", "-q", "--", "a.txt");
        (await File.ReadAllTextAsync(Path.Combine(repository.Path, "a.txt"))).ShouldBe("1\r\n2\r\n3\r\n");
        (await ChangesAsync()).ShouldBeEmpty();

        repository.Write("a.txt", "1\r\n2\r\nnew\r\n3\r\n");
        (await ChangesAsync()).ShouldBe(["a.txt 3-3"]);

        repository.Git("add", "a.txt");
        (await ChangesAsync()).ShouldBe(["a.txt 3-3"]);

        repository.Git("config", "core.autocrlf", "false");
        repository.Git("add", "--renormalize", "a.txt");
        (await ChangesAsync()).ShouldBe(["a.txt 1-4"]);
    }

    [Fact]
    public async Task LargeFilesOfLfs_AreUnchangedOnlyWhenTheyAreWhatTheirPointerNames()
    {
        const string Content = "a large file\n";
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));
        var from = repository.Write(
            "big.txt",
            FormattableString.Invariant($"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {Content.Length}\n")).Commit();

        repository.Write("big.txt", Content);
        (await ChangesAsync(from)).ShouldBeEmpty();

        repository.Write("big.txt", "b large file\n");
        (await ChangesAsync(from)).ShouldBe(["big.txt 1-1"]);
    }

    [Fact]
    public async Task FilesThatCannotBeRead_CountWhole()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root reads everything");
        File.SetUnixFileMode(Path.Combine(repository.Path, "a.txt"), UnixFileMode.None);

        (await ChangesAsync()).ShouldBe(["a.txt 1-2147483647"]);
    }

    [Fact]
    public async Task LargeFiles_CountWhole()
    {
        var from = repository.Write("large.txt", new string('x', 16 << 20)).Commit();
        repository.Write("large.txt", new string('x', 16 << 20) + "\nnew\n");

        (await ChangesAsync(from)).ShouldBe(["large.txt 1-2147483647"]);
    }

    [Fact]
    public async Task Sha256Repository_IsReadAlike()
    {
        using var other = new TempRepository("--object-format=sha256");
        var from = other.Write("a.txt", "1\n2\n").Write("same.txt", "1\n2\n").Commit();
        other.Write("a.txt", "1\nnew\n2\n");
        using var workspace = await Workspace.OpenAsync(other.Info, token: null, CancellationToken.None);

        (await workspace.CompareWithAsync(from, CancellationToken.None)).Length.ShouldBe(64);

        workspace.Changes.Files.Select(Text).ShouldBe(["a.txt 2-2"]);
        using var reader = new StreamReader(workspace.BaseTree!.Open("a.txt"));
        (await reader.ReadToEndAsync()).ShouldBe("1\n2\n");
    }

    [Fact]
    public async Task PartialClone_MissingObject_IsAClearErrorWithWhatToDo()
    {
        repository.Git("config", "uploadpack.allowFilter", "true");
        repository.Write("a.txt", "1\n2\n").Commit();
        using var folder = new TempFolder();
        TempRepository.Run(folder.Path, "clone", "-q", "--filter=blob:none", "file://" + repository.Path, "c");
        var clone = Path.Combine(folder.Path, "c");
        TempRepository.Run(clone, "config", "remote.origin.url", "file:///nowhere");
        var opened = (await GitRepository.FindAsync(new DirectoryInfo(clone), null, CancellationToken.None))!;

        var error = await Should.ThrowAsync<EvaluationException>(() => opened.ChangesSinceAsync(sha, null, CancellationToken.None));

        error.Message.ShouldContain("is missing from this clone, which is a partial or a damaged one");
        error.Message.ShouldContain("`filter:`");
    }

    private Task<List<string>> ChangesAsync() => ChangesAsync(sha);

    private async Task<List<string>> ChangesAsync(string from)
    {
        var opened = (await GitRepository.FindAsync(repository.Info, null, CancellationToken.None))!;
        return [.. (await opened.ChangesSinceAsync(from, null, CancellationToken.None)).Select(Text)];
    }

    private static string Text(ChangedFile file) =>
        $"{file.Path} {(file.Deleted ? "deleted" : string.Join(',', file.Added.Select(range => $"{range.First}-{range.Last}")))}{(file.IsUntracked ? " untracked" : "")}";
}
