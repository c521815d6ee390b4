using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Gates.Formats.Documents;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Documents;

public sealed class YamlReaderTests
{
    [Fact]
    public void Values_have_the_types_of_the_core_schema_and_their_places()
    {
        var root = Read("a: 1\nb: 1.5\nc: yes\nd: true\ne: ~\nf: \"2\"\ng: 2027-01-15\nh: 0x10\ni: off\n");

        root.Entries.Select(e => e.Node.Value).ShouldBe([1L, 1.5, "yes", true, null, "2", "2027-01-15", "0x10", "off"]);
        root.Entries.Select(e => (e.Line, e.Column, e.Node.Line, e.Node.Column)).First().ShouldBe((1, 1, 1, 4));
    }

    [Fact]
    public void Several_documents_are_read_and_empty_ones_left_out() =>
        YamlReader.Read("a: 1\n---\n---\nb: 2\n", "x.yml").Select(d => d.Entries[0].Key).ShouldBe(["a", "b"]);

    [Theory]
    [InlineData("a: 1\nb: 2\na: 3\n", "x.yml:3:1: the key \"a\" stands twice in this map")]
    [InlineData("a:\n  b: {c: 1, c: 2}\n", "x.yml:2:13: the key \"c\" stands twice in this map")]
    [InlineData("gates:\n\tdlp-scan: {}\n", "x.yml:2:1: not valid YAML: the line is indented with a tab; indent with spaces")]
    [InlineData("gates:\n  dlp-scan:\n  \tmode: warn\n", "x.yml:3:3: not valid YAML: the line is indented with a tab; indent with spaces")]
    [InlineData("gates:\n  - a\n\t- b\n", "x.yml:3:1: not valid YAML: the line is indented with a tab; indent with spaces")]
    [InlineData("gates:\n  a:\n    mode: warn\n\tb: 1\n", "x.yml:4:1: not valid YAML: the line is indented with a tab; indent with spaces")]
    [InlineData("a: *nowhere\n", "x.yml:1:4: the alias *nowhere names no anchor that is complete before it")]
    [InlineData("a: &a [*a]\n", "x.yml:1:8: the alias *a names no anchor that is complete before it")]
    [InlineData("? [a]\n: 1\n", "x.yml:1:3: a key must be plain text")]
    [InlineData("a: @b\n", "x.yml:1:4: not valid YAML: a value cannot start with @; quote it")]
    [InlineData("a: `b`\n", "x.yml:1:4: not valid YAML: a value cannot start with `; quote it")]
    public void What_is_not_right_is_refused_with_its_place(string yaml, string message) =>
        Should.Throw<DocumentException>(() => Read(yaml)).Message.ShouldBe(message);

    [Theory]
    [InlineData("a: [1, 2\n")]
    [InlineData("a: \"open\n")]
    [InlineData("a: b: c\n")]
    [InlineData("a: 1\n b: 2\n")]
    [InlineData("- a\nb: 1\n")]
    [InlineData("%YAML 9.9\n---\na: 1\n")]
    [InlineData("a: !<tag:x 1\n")]
    [InlineData("key: |9x\n  text\n")]
    [InlineData("a: \"\\q\"\n")]
    [InlineData("{a: 1}}\n")]
    [InlineData("a: 'x' y\n")]
    [InlineData("...\n...\n}")]
    public void What_is_not_YAML_is_refused_in_one_line_with_a_place(string yaml)
    {
        var message = Should.Throw<DocumentException>(() => Read(yaml)).Message;

        message.ShouldMatch("^x\\.yml:[0-9]+:[0-9]+: not valid YAML: [^\\n]+$");
        message.ShouldNotContain("Idx");
    }

    [Fact]
    public void An_alias_bomb_is_refused_before_it_is_expanded()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            yaml.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Should.Throw<DocumentException>(() => Read(yaml.ToString())).Message.ShouldBe("x.yml:6:25: more than 500,000 values once aliases are expanded");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Deep_nesting_is_refused_at_its_limit(string open) =>
        Should.Throw<DocumentException>(() => Read(string.Concat(Enumerable.Repeat(open, 100_000)))).Message.ShouldEndWith(": nested deeper than 100 levels");

    [Fact]
    public void A_file_above_ten_megabytes_is_refused_while_it_is_read()
    {
        using var stream = new MemoryStream(new byte[10_000_001]);

        Should.Throw<DocumentException>(() => DocumentText.Read(
            stream,
            "x.yml",
            new DocumentLimits())).Message.ShouldBe("x.yml:1:1: the file is larger than 10 MB");
    }

    [Theory]
    [InlineData(new byte[] { (byte)'a', (byte)'\n', 0xff, 0xfe }, 2)]
    [InlineData(new byte[] { 0xff, 0xfe, (byte)'a', 0 }, 1)]
    [InlineData(new byte[] { (byte)'a', (byte)':', (byte)' ', 0xe9 }, 1)]
    public void A_file_that_is_not_UTF8_is_refused_with_its_line(byte[] bytes, int line)
    {
        using var stream = new MemoryStream(bytes);

        Should.Throw<DocumentException>(() => DocumentText.Read(stream, "x.yml", new DocumentLimits()))
            .Message.ShouldBe($"x.yml:{line}:1: the file is not UTF-8; save it as UTF-8");
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_text()
    {
        using var stream = new MemoryStream([0xef, 0xbb, 0xbf, (byte)'a']);

        DocumentText.Read(stream, "x.yml", new DocumentLimits()).ShouldBe("a");
    }

    [Fact]
    public void Whatever_is_done_to_a_document_it_is_read_or_refused_and_never_crashes()
    {
        const string Model = "a: &x {b: [1, 'two', \"three\"], c: |\n  text\n}\n? d\n: *x\n---\n- !!str e # f\n- >-\n  g\n...\n";
        const string Pieces = "{}[],:?-|>&*!%@`'\"#\t\n \\~.x0\u0001\ufeff\u2028é";
        var edit = Gen.Choose(0, Model.Length).SelectMany(_ => Gen.Choose(0, Pieces.Length + 2), (at, piece) => (at, piece));
        Prop.ForAll(
            edit.NonEmptyListOf().ToArbitrary(),
            edits =>
            {
                var text = new StringBuilder(Model);
                foreach (var (at, piece) in edits.Take(6))
                {
                    var place = at % text.Length;
                    _ = piece < Pieces.Length
                        ? text.Insert(place, Pieces[piece])
                        : text.Remove(place, Math.Min(piece - Pieces.Length + 1, text.Length - place));
                }

                return IsReadOrRefused(text.ToString());
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(20_261_122, 1));
    }

    private static bool IsReadOrRefused(string text)
    {
        try
        {
            return YamlReader.Read(text, "x.yml").All(document => document.Line > 0);
        }
        catch (DocumentException e)
        {
            return e.Message.StartsWith("x.yml:", StringComparison.Ordinal);
        }
    }

    private static DocumentNode Read(string yaml) => YamlReader.Read(yaml, "x.yml")[0];
}
