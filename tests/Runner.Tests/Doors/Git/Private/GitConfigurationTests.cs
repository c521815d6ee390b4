using Gates.Doors.Git.Private;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Private;

public sealed class GitConfigurationTests
{
    /// <summary>git itself is asked for the same.</summary>
    [Theory]
    [InlineData("[core]\n\tbare = false\n[remote \"origin\"]\n\turl = https://example.com/a.git ; comment\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n")]
    [InlineData("\uFEFF# comment\r\n[Core]\r\n  FileMode\r\n  name = \"a # b\" # c\r\n")]
    [InlineData("[a] x = 1\n[a.Sub] y=2\n[a \"Sub\\\"d\\\\q\"]\n z = \\\"quoted\\\" \\ttab\\n\n")]
    [InlineData("[a]\nlong = one \\\n two\nempty =\nspaces = a   b  \nquoted = \"  a  \"  b  \n")]
    [InlineData("[a \"b.c\"]\n d-e = x\n[a]\n\n;\n")]
    public void Values_AreThoseThatGitReads(string text)
    {
        using var folder = new TempFolder();
        var listed = TempRepository.Run(folder.Path, "config", "--file", folder.Write("config", text), "--null", "--list");
        GitConfiguration.Parse(text, "config").Values.Select(value => $"{value.Key}\n{value.Value}")
            .ShouldBe(listed.Split(
                '\0',
                StringSplitOptions.RemoveEmptyEntries).Select(value => value.Contains('\n', StringComparison.Ordinal) ? value : value + "\ntrue"));
    }

    [Theory]
    [InlineData("[a]\nx = \"open\n", 2)]
    [InlineData("[a\nx = 1\n", 1)]
    [InlineData("x = 1\n", 1)]
    [InlineData("[a]\n= 1\n", 2)]
    [InlineData("[a]\nx = \\q\n", 2)]
    [InlineData("[a \"b\n\"]\n", 1)]
    public void Text_ThatGitWouldNotRead_IsRefusedWithItsPlace(string text, int line) =>
        Should.Throw<EvaluationException>(() => GitConfiguration.Parse(
            text,
            "c")).Message.ShouldMatch($"^c:[{line}{line + 1}]: not a line of a git configuration");

    [Fact]
    public void Text_OfOurs_IsQuotedSoThatItComesBack()
    {
        var text = PrivateGitConfiguration.Text(
            "sha1",
            GitConfiguration.Parse(
                "[branch \"main\"]\n\tremote = origin\n\tmerge = refs/heads/main\n[branch \"x\"]\n\tmerge = -evil\n[remote \"gates\"]\n\tfetch = refs/heads/a:refs/heads/b\n",
                "c"));
        var read = GitConfiguration.Parse(text, "ours");
        read.Find("branch.main.merge").ShouldBe("refs/heads/main");
        read.Find("branch.x.merge").ShouldBeNull();
        read.Find("remote.gates.fetch").ShouldBeNull();
        GitConfiguration.Parse($"[a]\nx = {GitConfiguration.Quote("a\"b\\c\nd #")}\n", "c").Find("a.x").ShouldBe("a\"b\\c\nd #");
    }
}
