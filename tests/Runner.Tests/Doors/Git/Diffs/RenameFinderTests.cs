using System.Text;
using Gates.Doors.Git.Diffs;
using Gates.Doors.Git.Objects;
using Shouldly;
using Xunit;

namespace Runner.Tests.Doors.Git.Diffs;

public sealed class RenameFinderTests
{
    /// <summary>What stands behind the last line feed is no line that files share; one byte of two would be half of each.</summary>
    [Theory]
    [InlineData("1\n", "2\n", false)]
    [InlineData("1", "2", false)]
    [InlineData("a\nb\n", "a\nc\n", true)]
    [InlineData("a\nbb\n", "a\ncc\n", false)]
    [InlineData("one\ntwo", "one\ntwo\n", true)]
    public void Find_FilesOfFewLines_AreRenamedFromHalfTheirBytesOn(string old, string now, bool expected)
    {
        var contents = new Contents(new Dictionary<string, string>(StringComparer.Ordinal) { ["VERSION"] = old, ["LEVEL"] = now });
        new RenameFinder(contents, contents).Find([contents.Entry("VERSION")], [contents.Entry("LEVEL")]).Count.ShouldBe(expected ? 1 : 0);
    }

    private sealed class Contents(Dictionary<string, string> files) : IFileContents
    {
        public TreeEntry Entry(string path) => new(path, TreeEntry.File, path, files[path].Length);

        public byte[]? Read(TreeEntry entry, byte[]? counterpart = null) => Encoding.UTF8.GetBytes(files[entry.Path]);
    }
}
