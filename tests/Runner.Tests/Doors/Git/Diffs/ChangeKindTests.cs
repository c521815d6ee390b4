using System.Text;
using Gates.Doors.Git;
using Gates.Formats.Foundation.Trees;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Diffs;

/// <summary>What a hostile or unusual change can look like, as commits and in the working directory.</summary>
public sealed class ChangeKindTests : IDisposable
{
    private static readonly LineRange[] Whole = [new LineRange(1, int.MaxValue)];

    private readonly TempRepository repository = new();

    public ChangeKindTests() => repository.Write("aaa", "one\n").Write("text.txt", "1\n2\n3\n");

    public void Dispose() => repository.Dispose();

    [Theory]
    [InlineData("file to link")]
    [InlineData("link to file")]
    [InlineData("file to submodule")]
    [InlineData("submodule to file")]
    [InlineData("file to folder")]
    [InlineData("mode")]
    public async Task TypeChange_ShiftsNothing(string kind)
    {
        Make(kind == "mode" ? "file" : kind.Split(' ')[0]);
        var from = repository.Commit();
        Remove();
        Make(kind.Split(' ')[^1]);
        repository.Write("text.txt", "1\nnew\n2\n3\n");
        var to = repository.Commit();

        foreach (var changes in await BothWaysAsync(from, to))
        {
            changes["text.txt"].Added.ShouldBe([new LineRange(2, 2)]);
            changes[kind == "file to folder" ? "aaa/inner" : "aaa"].Added.ShouldBe(kind is "file to folder" or "mode" ? [] : Whole);
            changes.Count.ShouldBe(2);
        }
    }

    [Theory]
    [InlineData("text.txt -diff\n")]
    [InlineData("text.txt binary\n")]
    [InlineData("* diff=evil -text\n")]
    [InlineData("* filter=evil\n")]
    [InlineData("*.txt ident eol=crlf working-tree-encoding=UTF-16\n")]
    public async Task Attributes_HaveNoSay(string attributes)
    {
        var from = repository.Commit();
        repository.Write(".gitattributes", attributes).Write("text.txt", "1\nnew\n2\n3\n");
        repository.Git("-c", "core.attributesFile=/dev/null", "update-index", "--add", "--cacheinfo", $"100644,{Blob("1\nnew\n2\n3\n")},text.txt");
        repository.Git("add", ".gitattributes");
        repository.Git("commit", "-q", "-m", "changed");

        foreach (var changes in await BothWaysAsync(from, repository.Git("rev-parse", "HEAD")))
        {
            changes["text.txt"].Added.ShouldBe([new LineRange(2, 2)]);
        }
    }

    [Fact]
    public async Task LimitsOfTheConfiguration_HaveNoSay()
    {
        var from = repository.Commit();
        var to = repository.Write("text.txt", "1\nnew\n2\n3\n").Commit();
        foreach (var (key, value) in new[]
        {
            ("core.bigFileThreshold", "1"),
            ("diff.renameLimit", "1"),
            ("diff.renames", "copies"),
            ("diff.noprefix", "true"),
            ("diff.ignoreSubmodules", "all"),
            ("core.quotePath", "true")
        })
        {
            repository.Git("config", key, value);
        }

        foreach (var changes in await BothWaysAsync(from, to))
        {
            changes["text.txt"].Added.ShouldBe([new LineRange(2, 2)]);
        }
    }

    [Theory]
    [InlineData("zero byte", "1\0\n2\n")]
    [InlineData("line separator", "1\u2028x\n2\n")]
    [InlineData("carriage return", "1\rx\n2\n")]
    public async Task LinesThatAreNotKnown_CountWhole(string name, string content)
    {
        var from = repository.Commit();
        var to = repository.Write("text.txt", content).Write("added.txt", content).Commit(name);

        foreach (var changes in await BothWaysAsync(from, to))
        {
            changes["text.txt"].Added.ShouldBe(Whole);
            changes["added.txt"].Added.ShouldBe(Whole);
        }
    }

    [Fact]
    public async Task Utf16_CountsWhole_AlsoWhereOneSideWasPlain()
    {
        File.WriteAllText(Path.Combine(repository.Path, "utf16.txt"), "1\n2\n", Encoding.Unicode);
        var from = repository.Commit();
        File.WriteAllText(Path.Combine(repository.Path, "utf16.txt"), "1\n2\n3\n", Encoding.Unicode);
        File.WriteAllText(Path.Combine(repository.Path, "text.txt"), "1\n2\n3\n", Encoding.BigEndianUnicode);
        var to = repository.Commit();

        foreach (var changes in await BothWaysAsync(from, to))
        {
            changes["utf16.txt"].Added.ShouldBe(Whole);
            changes["text.txt"].Added.ShouldBe(Whole);
        }
    }

    [Theory]
    [InlineData("1\n2\n3", "1\n2\n3\n", 3, 3)]
    [InlineData("1\n2\n3\n", "1\n2\n3", 3, 3)]
    [InlineData("1\n2\n3\n", "1\n2\n3\n4", 4, 4)]
    [InlineData("1\n2\n3\n", "1\r\n2\r\n3\r\n", 1, 3)]
    [InlineData("", "1\n", 1, 1)]
    public async Task Ends_AreLinesLikeGits(string old, string now, int first, int last)
    {
        var from = repository.Write("text.txt", old).Commit();
        var to = repository.Write("text.txt", now).Commit();

        foreach (var changes in await BothWaysAsync(from, to))
        {
            changes["text.txt"].Added.ShouldBe([new LineRange(first, last)]);
        }
    }

    [Fact]
    public async Task Renames_AreFollowed_AlsoWhereOnlyTheCaseChanges()
    {
        var lines = string.Concat(Enumerable.Range(0, 20).Select(i => FormattableString.Invariant($"line {i}\n")));
        var from = repository.Write("Readme.md", lines).Write("edited.md", lines + "end\n").Write("other/name.md", "short\n").Commit();
        repository.Git("mv", "Readme.md", "README.md");
        repository.Git("mv", "edited.md", "moved.md");
        repository.Git("mv", "other/name.md", "name.md");
        var to = repository.Write("moved.md", "first\n" + lines + "end\n").Write("name.md", "quite\ndifferent\n").Commit();

        foreach (var changes in await BothWaysAsync(from, to))
        {
            changes["README.md"].ShouldSatisfyAllConditions(file => file.OldPath.ShouldBe("Readme.md"), file => file.Added.ShouldBeEmpty());
            changes["moved.md"].ShouldSatisfyAllConditions(file => file.OldPath.ShouldBe("edited.md"), file => file.Added.ShouldBe([new LineRange(1, 1)]));
            changes["name.md"].ShouldSatisfyAllConditions(file => file.OldPath.ShouldBeNull(), file => file.Added.ShouldBe([new LineRange(1, 2)]));
            changes["other/name.md"].Deleted.ShouldBeTrue();
        }
    }

    private void Remove()
    {
        var path = Path.Combine(repository.Path, "aaa");
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }

        File.Delete(path);
    }

    private void Make(string kind)
    {
        switch (kind)
        {
            case "link":
                Remove();
                File.CreateSymbolicLink(Path.Combine(repository.Path, "aaa"), "text.txt");
                break;
            case "folder":
                repository.Write("aaa/inner", "one\n");
                break;
            case "submodule":
                Remove();
                repository.Git("update-index", "--add", "--cacheinfo", $"160000,{new string('e', 40)},aaa");
                Directory.CreateDirectory(Path.Combine(repository.Path, "aaa"));
                TempRepository.Run(Path.Combine(repository.Path, "aaa"), "init", "-q");
                File.WriteAllText(Path.Combine(repository.Path, "aaa", "inner"), "one\n");
                TempRepository.Run(Path.Combine(repository.Path, "aaa"), "add", "inner");
                TempRepository.Run(Path.Combine(repository.Path, "aaa"), "commit", "-q", "-m", "x");
                break;
            case "mode":
                repository.Write("aaa", "one\n");
                File.SetUnixFileMode(Path.Combine(repository.Path, "aaa"), (UnixFileMode)0b111_101_101);
                break;
            default:
                repository.Write("aaa", "one\n");
                break;
        }
    }

    private string Blob(string content)
    {
        repository.Write(".git/blob", content);
        return repository.Git("hash-object", "-w", "--no-filters", ".git/blob");
    }

    /// <summary>As two commits, and as a commit and what is checked out.</summary>
    private async Task<IReadOnlyList<Dictionary<string, ChangedFile>>> BothWaysAsync(string from, string to)
    {
        var opened = (await GitRepository.FindAsync(repository.Info, null, CancellationToken.None))!;
        IReadOnlyList<ChangedFile>[] both = [
            await opened.ChangesSinceAsync(from, to, CancellationToken.None),
            await opened.ChangesSinceAsync(from, null, CancellationToken.None)
        ];
        return [.. both.Select(files => files.ToDictionary(file => file.Path))];
    }
}
