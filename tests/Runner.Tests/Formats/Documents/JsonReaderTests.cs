using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Gates.Formats.Documents;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Documents;

public sealed class JsonReaderTests
{
    [Fact]
    public void Every_value_knows_its_line_and_column()
    {
        var root = JsonReader.Read("{\n  \"a\": [1,\n    \"é🎉\", true],\r\n  \"b\": {\"c\": null}\n}", "x.json");

        root.Entries.Select(e => (e.Key, e.Line, e.Column)).ShouldBe([("a", 2, 3), ("b", 4, 3)]);
        root.Get("a")!.Items.Select(i => (i.Text, i.Line, i.Column)).ShouldBe([("1", 2, 9), ("é🎉", 3, 5), ("true", 3, 12)]);
        var c = root.Get("b")!.Entries.ShouldHaveSingleItem();
        (c.Line, c.Column, c.Node.Line, c.Node.Column).ShouldBe((4, 9, 4, 14));
        (root.Line, root.Column).ShouldBe((1, 1));
    }

    [Theory]
    [InlineData("12", 12L, "12")]
    [InlineData("-0.50", -0.5, "-0.50")]
    [InlineData("1e2", 100.0, "1e2")]
    [InlineData("12345678901234567890", 12345678901234567890.0, "12345678901234567890")]
    [InlineData("true", true, "true")]
    [InlineData("null", null, "null")]
    [InlineData("\"a\\u00e9\\n\"", "aé\n", "aé\n")]
    public void A_scalar_keeps_its_value_and_its_text(string json, object? value, string text)
    {
        var node = JsonReader.Read(json, "x.json");

        node.Value.ShouldBe(value);
        node.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("", "x.json:1:1: not valid JSON: the file is empty")]
    [InlineData("{\"a\": tru", "x.json:1:10: not valid JSON: the file ends in the middle of a value")]
    [InlineData("[\"abc\n", "x.json:1:6: not valid JSON: '0x0A' is invalid within a JSON string. The string should be correctly escaped")]
    [InlineData(" \n", "x.json:2:1: not valid JSON: the file is empty")]
    [InlineData("{\n  // hello\n}", "x.json:2:3: not valid JSON: comments are not part of JSON")]
    [InlineData("{\"a\": 1,\n}", "x.json:2:1: not valid JSON: a comma stands before a closing bracket")]
    [InlineData("[1,]", "x.json:1:4: not valid JSON: a comma stands before a closing bracket")]
    [InlineData("{\"a\": [1", "x.json:1:9: not valid JSON: the file ends in the middle of a value")]
    [InlineData("{\"é\": 01}", "x.json:1:8: not valid JSON: Invalid leading zero before '1'")]
    [InlineData("{} {}", "x.json:1:4: not valid JSON: '{' is invalid after a single JSON value. Expected end of data")]
    [InlineData("{'a': 1}", "x.json:1:2: not valid JSON: ''' is an invalid start of a property name. Expected a '\"'")]
    [InlineData("{\"a\": 1,\n \"b\": 2, \"\\u0061\": 3}", "x.json:2:10: the key \"a\" stands twice in this object")]
    [InlineData("[1, 1e999]", "x.json:1:5: the number 1e999 is out of range")]
    [InlineData("[\"\\ud800\"]", "x.json:1:2: the text holds half of a surrogate pair (a lone \\uD800 to \\uDFFF)")]
    public void What_is_not_strict_json_is_refused_with_its_place_and_reason(string json, string message) =>
        Should.Throw<DocumentException>(() => JsonReader.Read(json, "x.json")).Message.ShouldBe(message);

    [Fact]
    public void Deep_nesting_is_refused_at_the_first_level_too_many()
    {
        var limits = new DocumentLimits { Depth = 3 };

        JsonReader.Read("[[[1]]]", "x.json", limits).Items.Count.ShouldBe(1);
        Should.Throw<DocumentException>(() => JsonReader.Read("[[[[1]]]]", "x.json", limits))
            .Message.ShouldBe("x.json:1:5: nested deeper than 3 levels");
        Should.Throw<DocumentException>(() => JsonReader.Read(new string('[', 200_000), "x.json"))
            .Message.ShouldBe("x.json:1:102: nested deeper than 100 levels");
    }

    [Fact]
    public void Too_many_values_are_refused() =>
        Should.Throw<DocumentException>(() => JsonReader.Read("[1,2,3]", "x.json", new DocumentLimits { Nodes = 3 }))
            .Message.ShouldBe("x.json:1:6: more than 3 values");

    [Fact]
    public void Whatever_the_platform_serialises_reads_back_the_same() =>
        Prop.ForAll<string[], long, double>((texts, number, fraction) =>
        {
            var clean = texts.Where(t => t is not null && !t.Any(char.IsSurrogate)).Distinct(StringComparer.Ordinal).ToArray();
            var finite = double.IsFinite(fraction) ? fraction : 0.25;
            var json = JsonSerializer.Serialize(new { texts = clean, number, fraction = finite, keys = clean.ToDictionary(t => t, t => 1) });

            var root = JsonReader.Read(json, "x.json");

            root.Get("texts")!.Items.Select(i => i.Value).ShouldBe(clean);
            root.Get("keys")!.Entries.Select(e => e.Key).ShouldBe(clean);
            root.Get("number")!.Value.ShouldBe(number);
            Convert.ToDouble(root.Get("fraction")!.Value, CultureInfo.InvariantCulture).ShouldBe(finite);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Damaged_json_is_refused_exactly_when_the_platform_refuses_it_and_always_with_a_place()
    {
        const string Seed = "{\"a\": [1, -2.5e3, \"x\\u00e9\\n\"], \"b\": {\"c\": null, \"d\": true},\n \"e\": \"é🎉\"}";
        const string Alphabet = "{}[],:\"\\/ \n0123e+-.tfnulé🎉";
        var edit = from at in Gen.Choose(0, Seed.Length - 1)
                   from length in Gen.Choose(0, 3)
                   from text in Gen.Choose(0, Alphabet.Length - 1).Select(i => Alphabet[i]).ArrayOf()
                   select Seed[..at] + new string(text) + Seed[Math.Min(at + length, Seed.Length)..];

        Prop.ForAll(edit.ToArbitrary(), json =>
        {
            // Halves of a pair become U+FFFD on their way to UTF-8, in both readers.
            var expected = Refuses(() => JsonDocument.Parse(
                Encoding.UTF8.GetBytes(json),
                new JsonDocumentOptions { AllowDuplicateProperties = false }).Dispose());
            Exception? refusal = null;
            try
            {
                JsonReader.Read(json, "x.json");
            }
            catch (DocumentException e)
            {
                refusal = e;
                e.Line.ShouldBeInRange(1, json.Count(c => c == '\n') + 1);
                e.Column.ShouldBeInRange(1, json.Length + 1);
            }

            (refusal is not null).ShouldBe(expected || refusal?.Message.Contains("out of range", StringComparison.Ordinal) == true, json);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static bool Refuses(Action parse)
    {
        try
        {
            parse();
            return false;
        }
        catch (JsonException)
        {
            return true;
        }
    }
}
