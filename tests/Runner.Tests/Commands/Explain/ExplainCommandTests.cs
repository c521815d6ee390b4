using Gates.Formats.Foundation;
using Gates.Runner.Commands.Explain;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands.Explain;

public sealed class ExplainCommandTests
{
    [Theory]
    [InlineData("a.py:3", "sub/a.py", 3)]
    [InlineData("a.py:3:14", "sub/a.py", 3)]
    [InlineData("../a:b.py:3", "a:b.py", 3)]
    [InlineData("./x/../a.py:1", "sub/a.py", 1)]
    public void A_place_is_relative_to_where_the_user_stands(string text, string path, int line) =>
        ExplainCommand.Parse(text, new DirectoryInfo("/work/sub"), new DirectoryInfo("/work")).ShouldBe((path, line));

    [Theory]
    [InlineData("a.py")]
    [InlineData("a.py:")]
    [InlineData("a.py:0")]
    [InlineData("12")]
    [InlineData(":x")]
    public void What_is_no_place_is_refused(string text) =>
        Should.Throw<UsageException>(() => ExplainCommand.Parse(text, new DirectoryInfo("/work"), new DirectoryInfo("/work")))
            .Message.ShouldEndWith("write for example src/client.py:12");
}
