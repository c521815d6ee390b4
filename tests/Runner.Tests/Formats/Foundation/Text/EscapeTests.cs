using Gates.Formats.Foundation.Text;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Text;

public sealed class EscapeTests
{
    [Theory]
    [InlineData("plain text", "plain text")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\u001b[31mb", @"a\u{1B}[31mb")]
    [InlineData("a\u202eb", @"a\u{202E}b")]
    [InlineData("a\u0085b", @"a\u{85}b")]
    [InlineData("naïve 漢字 😀", "naïve 漢字 😀")]
    public void Terminal_ShowsWhatWouldHide(string text, string expected) => Escape.Terminal(text).ShouldBe(expected);

    [Fact]
    public void Terminal_ReplacesHalfASurrogatePair() => Escape.Terminal("a\ud800").ShouldBe("a\ufffd");

    [Fact]
    public void Xml_ShowsWhatXmlCannotCarryAndKeepsTheRest() => Escape.Xml("é\t😀\0\uffff\ud800").ShouldBe("é\t😀\\u{0}\\u{FFFF}\ufffd");

    [Theory]
    [InlineData("  ::error::x", "  : :error::x")]
    [InlineData("a ::error::x", "a ::error::x")]
    [InlineData("a ##[group]x", "a ## [group]x")]
    [InlineData("std::string", "std::string")]
    public void LogLine_IsNoCommand(string line, string expected) => Escape.LogLine(line).ShouldBe(expected);

    [Theory]
    [InlineData("src/a.txt", "src/a.txt")]
    [InlineData("a b/ü#?%.txt", "a%20b/%C3%BC%23%3F%25.txt")]
    [InlineData("a:b", "a%3Ab")]
    [InlineData("../a", null)]
    [InlineData("a/../../b", null)]
    [InlineData("/a", null)]
    [InlineData("", null)]
    public void RelativeUri_IsEncodedAndStaysInside(string path, string? expected) => Escape.RelativeUri(path).ShouldBe(expected);

    [Theory]
    [InlineData("@acme/team", "&#64;&#8203;acme/team")]
    [InlineData("see #12", "see &#35;&#8203;12")]
    [InlineData("alpine@sha256:012345", "alpine&#64;sha256:012345")]
    [InlineData("a/b@0123456789abcdef0123456789abcdef01234567 # v4", "a/b&#64;0123456789abcdef0123456789abcdef01234567 &#35;&#8203; v4")]
    [InlineData("a@0123456789abcdef0123456789abcdef01234567.example", "a&#64;&#8203;0123456789abcdef0123456789abcdef01234567.example")]
    [InlineData("@0123456789abcdef0123456789abcdef01234567", "&#64;&#8203;0123456789abcdef0123456789abcdef01234567")]
    [InlineData("a|b", "a&#124;b")]
    [InlineData("a\nb", "a<br>b")]
    [InlineData("https://x.y", "https&#58;//x.y")]
    [InlineData("Dockerfile:1 and 50% (ok)", "Dockerfile:1 and 50% (ok)")]
    [InlineData("&<>\"\\`*_{}[]|~$=^", "&#38;&#60;&#62;&#34;&#92;&#96;&#42;&#95;&#123;&#125;&#91;&#93;&#124;&#126;&#36;&#61;&#94;")]
    [InlineData("gh-12 and GH-3", "gh-&#8203;12 and GH-&#8203;3")]
    [InlineData("gh-x, h-1, -1", "gh-x, h-1, -1")]
    [InlineData("gh-", "gh-")]
    [InlineData("www.x.y WWW.x", "www&#46;x.y WWW&#46;x")]
    [InlineData("ww.x .y.", "ww.x .y.")]
    [InlineData("a.b:/c d: e:", "a.b&#58;/c d: e:")]
    [InlineData("a.b😀é\t", "a.b😀é")]
    public void Markdown_KeepsTextText(string text, string expected) => Escape.Markdown(text).ShouldBe(expected);

    [Theory]
    [InlineData("dlp-scan", "dlp-scan")]
    [InlineData("../x", "%2E.%2Fx")]
    [InlineData(".x", "%2Ex")]
    public void FileName_StaysInItsFolder(string id, string expected) => Escape.FileName(id).ShouldBe(expected);

    [Fact]
    public void Cut_SaysHowMuchIsMissingAndSplitsNoCharacter() => Escape.Cut("ab😀cd", 3).ShouldBe("ab… (4 more characters)");
}
