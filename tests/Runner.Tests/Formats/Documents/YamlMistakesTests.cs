using Gates.Formats.Documents;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Documents;

/// <summary>Files as people break them: the message names the line that they have to mend, in words that are not a parser's.</summary>
public sealed class YamlMistakesTests
{
    [Theory]
    [InlineData("a: \"open\nb: 1\n", "1:4: not valid YAML: the quote \" that opens here is not closed on its line; add the closing \"")]
    [InlineData("a: 'open\nb: 'x'\n", "1:4: not valid YAML: the quote ' that opens here is not closed on its line; add the closing '")]
    [InlineData("# \"\na: it's\nb: \"x\n", "3:4: not valid YAML: the quote \" that opens here is not closed on its line; add the closing \"")]
    [InlineData("a: 1\n\"b: 2\n", "2:1: not valid YAML: the quote \" that opens here is not closed on its line; add the closing \"")]
    [InlineData("a: [x, \"y]\nb: 1\n", "1:8: not valid YAML: the quote \" that opens here is not closed on its line; add the closing \"")]
    [InlineData("a: [1, 2\nb: 3\n", "1:4: not valid YAML: the [ that opens here is not closed; add the closing ]")]
    [InlineData("a: [1, 2\n", "1:4: not valid YAML: the [ that opens here is not closed; add the closing ]")]
    [InlineData("a: {b: 1\nc: 2\n", "1:4: not valid YAML: the { that opens here is not closed; add the closing }")]
    [InlineData("a: [\n  b,\n  c\nd: 1\n", "1:4: not valid YAML: the [ that opens here is not closed; add the closing ]")]
    [InlineData("a: &a [x\n", "1:7: not valid YAML: the [ that opens here is not closed; add the closing ]")]
    [InlineData("a: \"two\n  lines\"\nb: [x\n", "3:4: not valid YAML: the [ that opens here is not closed; add the closing ]")]
    [InlineData("a: [1, 2}\n", "1:9: not valid YAML: this } stands where the [ of line 1, column 4, wants its ]")]
    [InlineData("a: [1]]\n", "1:7: not valid YAML: this ] closes nothing; remove it, or add the [ that it belongs to")]
    [InlineData("{a: 1}}\n", "1:7: not valid YAML: this } closes nothing; remove it, or add the { that it belongs to")]
    [InlineData("a: ]\n", "1:4: not valid YAML: this ] closes nothing; remove it, or add the [ that it belongs to")]
    [InlineData("a: [1 2, \"x\" y]\n", "1:14: not valid YAML: a comma or a closing bracket is missing before this place")]
    [InlineData(
        "a: 1\n b: 2\n",
        "2:2: not valid YAML: this key is indented deeper than the line above, which already has a value; give both the same indentation")]
    [InlineData(
        "a:\n    b: 1\n  c: 2\n",
        "3:3: not valid YAML: the indentation fits no line above; the keys of one map stand in one column, and the items of a list each begin with `- `")]
    [InlineData(
        "a:\n  - b\n - c\n",
        "3:2: not valid YAML: a list item cannot stand here; give the items of a list one indentation, on lines of their own below its key")]
    [InlineData("version:1\ngates: {}\n", "1:1: not valid YAML: a space is missing after `version:`; write `version: 1`")]
    [InlineData("a:\n  mode:warn\n  b: 5m\n", "2:3: not valid YAML: a space is missing after `mode:`; write `mode: warn`")]
    [InlineData("a: @b\n", "1:4: not valid YAML: a value cannot start with @; quote it")]
    [InlineData("a: %b\n", "1:4: not valid YAML: a value cannot start with %; quote it")]
    [InlineData("a: `b`\n", "1:4: not valid YAML: a value cannot start with `; quote it")]
    [InlineData("a: *.yml\n", "1:4: the alias *.yml names no anchor that is complete before it; if it is a glob, quote it: \"*.yml\"")]
    [InlineData("a: [*x.yml]\n", "1:5: the alias *x.yml names no anchor that is complete before it; if it is a glob, quote it: \"*x.yml\"")]
    [InlineData("a: [!a/**]\n", "1:5: not valid YAML: a value that begins with ! is a tag; quote it: \"!a/**\"")]
    [InlineData("a: {{ x }}\n", "1:5: a key must be plain text; a value with {{ … }} must be quoted")]
    [InlineData("a: [${{ x }}]\n", "1:6: not valid YAML: a value with {{ … }} must be quoted: \"${{ … }}\"")]
    [InlineData("a: b: c\n", "1:4: not valid YAML: a value cannot hold a colon and a space; quote it: \"b: c\"")]
    [InlineData("a: 'x' y\n", "1:7: not valid YAML: after the closing quote stands \"y\"; put it inside the quotes, or quote the whole value")]
    [InlineData("a: \"\\d\"\n", "1:4: not valid YAML: a backslash in double quotes begins an escape, and this is none; write `\\\\`, or use single quotes")]
    [InlineData("a: >= 1\n", "1:4: not valid YAML: a value that begins with > is the beginning of a block of text; quote it: \">=\"")]
    [InlineData("%YAML 9.9\n---\na: 1\n", "1:1: not valid YAML: the file asks for a version of YAML that is not read here; remove the line with %YAML")]
    [InlineData("just text\nmore: 1\n", "2:5: not valid YAML: the text before this is neither `key: value` nor an item `- value`")]
    [InlineData("a: ,\n", "1:4: not valid YAML: a value is missing before this place")]
    public void TheLineToMendIsNamed(string yaml, string expected) =>
        Should.Throw<DocumentException>(() => YamlReader.Read(yaml, "x.yml")).Message.ShouldBe("x.yml:" + expected);

    /// <summary>What a parser calls things helps nobody who writes a configuration.</summary>
    [Theory]
    [InlineData("key: |9x\n  text\n")]
    [InlineData("a: !<tag:x 1\n")]
    [InlineData("...\n...\n}")]
    [InlineData("- a\nb: 1\n")]
    [InlineData("a: - b\n")]
    [InlineData("a: {x: 1}\nb: -\n c: 1\n")]
    [InlineData("- - -\n  x: [\n")]
    [InlineData("a\n  b: c\n d\n: [\n")]
    public void NoWordOfTheParserIsLeft(string yaml)
    {
        var message = Should.Throw<DocumentException>(() => YamlReader.Read(yaml, "x.yml")).Message;

        message.ShouldNotContain("While ");
        message.ShouldNotContain("token");
        message.ShouldNotContain("scalar");
        message.ShouldNotContain("flow");
    }

    [Fact]
    public void AMistakeAtTheEndOfAHugeFileIsFoundInTime()
    {
        var lines = Enumerable.Range(0, 100_000).Select(number => FormattableString.Invariant($"key{number}: [\"a\", 'b', {{c: d}}]\n"));
        var text = string.Concat(lines) + "last: [x\n";

        Should.Throw<DocumentException>(() => YamlReader.Read(text, "x.yml", new DocumentLimits { Nodes = 10_000_000 })).Message
            .ShouldBe("x.yml:100001:7: not valid YAML: the [ that opens here is not closed; add the closing ]");
    }
}
