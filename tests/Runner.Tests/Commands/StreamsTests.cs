using Gates.Runner.Commands;
using Shouldly;
using Xunit;

namespace Runner.Tests.Commands;

public sealed class StreamsTests
{
    [Theory]
    [InlineData("LANG=C.UTF-8", true)]
    [InlineData("LANG=de_DE.utf8", true)]
    [InlineData("LANG=C", false)]
    [InlineData("LANG=", false)]
    [InlineData("", false)]
    [InlineData("LANG=de_DE.ISO-8859-1", false)]
    [InlineData("LC_ALL=C LANG=C.UTF-8", false)]
    [InlineData("LC_CTYPE=C.UTF-8 LANG=C", true)]
    [InlineData("LC_ALL= LC_CTYPE=POSIX LANG=C.UTF-8", false)]
    public void Locale_TheFirstVariableThatIsSetDecides(string variables, bool expected)
    {
        var set = variables.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('='))
            .ToDictionary(one => one[0], one => one[1], StringComparer.Ordinal);

        Streams.IsUtf8(name => set.GetValueOrDefault(name)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("sha256:…, 1 → 2 ≤ 3", "sha256:..., 1 -> 2 <= 3")]
    [InlineData("näme.txt", "n\\u00e4me.txt")]
    [InlineData("日本", "\\u65e5\\u672c")]
    [InlineData("😀!", "\\U0001f600!")]
    public void Ascii_LosesNothing(string text, string expected) => PlainText.Encoding.GetString(PlainText.Encoding.GetBytes(text)).ShouldBe(expected);

    [Theory]
    [InlineData("xterm-256color", null, true, true)]
    [InlineData("xterm-256color", "1", true, false)]
    [InlineData("xterm-256color", "", true, true)]
    [InlineData("dumb", null, false, false)]
    [InlineData("unknown", null, false, false)]
    [InlineData("", null, false, false)]
    [InlineData(null, null, false, false)]
    public void Terminal_IsTakenForWhatItSaysItIs(string? term, string? noColor, bool clever, bool colored)
    {
        string? Variables(string name) => name == "TERM" ? term : name == "NO_COLOR" ? noColor : null;

        (Terminal.IsClever(Variables), Terminal.IsColored(Variables)).ShouldBe((clever, colored));
    }

    [Fact]
    public void StandardErrorThatIsGone_FailsNothing()
    {
        var closed = new StreamWriter(new MemoryStream()) { AutoFlush = true };
        closed.Dispose();
        using var writer = new UnbreakableWriter(closed);

        writer.WriteLine("one");
        writer.Write("two");
        writer.Write('3');
        writer.Flush();
    }
}
