using System.IO.Compression;
using System.Text;
using Gates.Doors.Git;
using Gates.Doors.Git.Objects;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Objects;

/// <summary>git believes what a file among its objects says; an earlier step of a job can write such files.</summary>
public sealed class ForgedObjectTests : IDisposable
{
    private readonly TempRepository repository = new();
    private readonly string sha;

    public ForgedObjectTests() => sha = repository.Write("gates.yml", "strict\n").Write("policies/p.js", "strict policy\n").Commit();

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("HEAD", "commit")]
    [InlineData("HEAD^{tree}", "tree")]
    [InlineData("HEAD:policies", "tree")]
    public async Task TreeAsync_ForgedCommitOrTree_IsRefusedByName(string name, string type)
    {
        var id = repository.Git("rev-parse", name);
        repository.Write("policies/p.js", "lax\n").Commit("forged");
        Forge(id, type, Raw(name));

        (await Should.ThrowAsync<EvaluationException>(() => TreeAsync())).Message
            .ShouldBe($"the object {id} of this clone does not hold what its id says: it was forged, or is damaged. Do not trust this clone; clone anew");
    }

    [Fact]
    public async Task Open_ForgedFile_IsRefusedByName()
    {
        var id = repository.Git("rev-parse", "HEAD:gates.yml");
        Forge(id, "blob", "lax\n"u8.ToArray());
        repository.Git("show", sha + ":gates.yml").ShouldBe("lax", "git believes it");
        using var tree = await TreeAsync();

        Should.Throw<EvaluationException>(() => tree.Open("gates.yml")).Message.ShouldContain($"the object {id} of this clone does not hold what its id says");
        Should.Throw<EvaluationException>(() => tree.ReadAll(["gates.yml"])).Message.ShouldContain(id);
        using var other = new StreamReader(tree.Open("policies/p.js"));
        other.ReadToEnd().ShouldBe("strict policy\n", "the next question gets its own answer");
    }

    [Fact]
    public async Task ChangesSinceAsync_ForgedBase_HidesNothing()
    {
        repository.Write("gates.yml", "lax\n");
        Forge(repository.Git("rev-parse", "HEAD:gates.yml"), "blob", "lax\n"u8.ToArray());

        (await Should.ThrowAsync<EvaluationException>(async () => await (await OpenAsync()).ChangesSinceAsync(
            sha,
            null,
            CancellationToken.None))).Message.ShouldContain("it was forged");
    }

    [Fact]
    public async Task TreeAsync_ReplacedAndGraftedObjects_ChangeNothing()
    {
        var own = repository.Git("rev-parse", "HEAD:gates.yml");
        var other = repository.Write("gates.yml", "lax\n").Commit();
        repository.Git("replace", own, repository.Git("rev-parse", "HEAD:gates.yml"));
        repository.Git("replace", sha, other);
        repository.Write(".git/info/grafts", $"{sha} {other}\n");
        using var tree = await TreeAsync();

        using var reader = new StreamReader(tree.Open("gates.yml"));
        (await reader.ReadToEndAsync()).ShouldBe("strict\n");
        (await (await OpenAsync()).ChangesSinceAsync(sha, other, CancellationToken.None)).ShouldHaveSingleItem().Path.ShouldBe("gates.yml");
    }

    [Fact]
    public async Task Objects_PacksAndAlternates_AreReadAndHashedAlike()
    {
        repository.Git("repack", "-q", "-a", "-d");
        using var folder = new TempFolder();
        TempRepository.Run(folder.Path, "clone", "-q", "--shared", repository.Path, "c");
        var clone = (await GitRepository.FindAsync(new DirectoryInfo(Path.Combine(folder.Path, "c")), null, CancellationToken.None))!;
        using (var tree = await clone.TreeAsync(sha, CancellationToken.None))
        {
            tree.ReadAll(["gates.yml", "none"]).Select(bytes => bytes is null ? null : Encoding.UTF8.GetString(bytes)).ShouldBe(["strict\n", null]);
        }

        var lacking = repository.Write("later.yml", "later\n").Commit();
        Forge(repository.Git("rev-parse", "HEAD:later.yml"), "blob", "forged"u8.ToArray());
        using var later = await clone.TreeAsync(lacking, CancellationToken.None);
        Should.Throw<EvaluationException>(() => later.Open("later.yml")).Message.ShouldContain("it was forged");
    }

    [Fact]
    public async Task Objects_GarbageInAFile_IsAClearError()
    {
        var id = repository.Git("rev-parse", "HEAD:gates.yml");
        File.Delete(PathOf(id));
        File.WriteAllText(PathOf(id), "garbage");
        using var tree = await TreeAsync();

        Should.Throw<EvaluationException>(() => tree.Open("gates.yml")).Message.ShouldContain(id);
    }

    [Fact]
    public async Task Objects_TreesThatNoFileSystemHolds_AreRefused()
    {
        foreach (var name in (string[])["..", "a/b", "", "."])
        {
            var blob = Convert.FromHexString(repository.Git("rev-parse", "HEAD:gates.yml"));
            var tree = Write("tree", [.. Encoding.ASCII.GetBytes("100644 " + name), 0, .. blob]);
            var commit = Write("commit", Encoding.ASCII.GetBytes($"tree {tree}\nauthor a <a> 1 +0000\ncommitter a <a> 1 +0000\n\nx\n"));

            (await Should.ThrowAsync<EvaluationException>(async () => await (await OpenAsync()).TreeAsync(commit, CancellationToken.None))).Message
                .ShouldBe($"the tree {tree} has the name \"{name}\", which no file can have");
        }
    }

    [Fact]
    public async Task CommitAsync_BranchNamedLikeAnId_NeverStandsForTheCommit()
    {
        var absent = new string('b', 64);
        repository.Git("update-ref", "refs/heads/" + absent, "HEAD");
        repository.Git("update-ref", "refs/heads/" + sha, repository.Write("gates.yml", "lax\n").Commit());
        var opened = await OpenAsync();

        (await opened.CommitAsync(sha, CancellationToken.None)).ShouldBe(sha);
        (await opened.CommitAsync(absent, CancellationToken.None)).ShouldBeNull();
        (await opened.CommitAsync("refs/heads/" + absent, CancellationToken.None)).ShouldBe(sha);
        (await Should.ThrowAsync<EvaluationException>(() => opened.TreeAsync(
            "main",
            CancellationToken.None))).Message.ShouldBe("\"main\" is not the full id of a commit: 40 or 64 lower-case hex digits");
    }

    private async Task<GitTree> TreeAsync() => await (await OpenAsync()).TreeAsync(sha, CancellationToken.None);

    private async Task<GitRepository> OpenAsync() => (await GitRepository.FindAsync(repository.Info, null, CancellationToken.None))!;

    private byte[] Raw(string name) => [.. Inflate(File.ReadAllBytes(PathOf(repository.Git("rev-parse", name)))).SkipWhile(value => value != 0).Skip(1)];

    private string Write(string type, byte[] content)
    {
        var id = ObjectId.Of(type, content, 40);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(id))!);
        Forge(id, type, content);
        return id;
    }

    private void Forge(string id, string type, byte[] content)
    {
        File.Delete(PathOf(id));
        using var file = File.Create(PathOf(id));
        using var deflated = new ZLibStream(file, CompressionLevel.Fastest);
        deflated.Write([.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"{type} {content.Length}")), 0, .. content]);
    }

    private static byte[] Inflate(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var result = new MemoryStream();
        stream.CopyTo(result);
        return result.ToArray();
    }

    private string PathOf(string id) => Path.Combine(repository.Path, ".git/objects", id[..2], id[2..]);
}
