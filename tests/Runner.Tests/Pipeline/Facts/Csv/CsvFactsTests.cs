using System.Text.Json;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts.Csv;

public sealed class CsvFactsTests
{
    [Theory]
    [InlineData("a.csv", "name,count\r\nx,1\r\ny,\r\n", """x@2:1 1@2:3 | y@3:1 @3:3""")]
    [InlineData("a.csv", "name;count\nx;1,5\n", "x@2:1 1,5@2:3")]
    [InlineData("a.csv", "name,a;b\nx,1", "x@2:1 1@2:3")]
    [InlineData("a.tsv", "name\tcount\nx,y\t\"a\"\"b\"\n", "x,y@2:1 a\"b@2:5")]
    [InlineData("a.csv", "a,b\n\"two\nlines, one\",2\n3,4\n\n", "two\nlines, one@2:1 2@3:13 | 3@4:1 4@4:3")]
    [InlineData("a.csv", "\uFEFFa\n x \n", " x @2:1")]
    [InlineData("a.csv", "a,b\n", "")]
    public async Task Rows_AreMapsWithPlaces(string path, string text, string expected)
    {
        var root = (await Collected.OneAsync("csv", path, text)).GetProperty("root");

        string.Join(
            " | ",
            root.GetProperty("items")
                .EnumerateArray()
                .Select(row => string.Join(' ', row.GetProperty("entries").EnumerateArray().Select(Value)))).ShouldBe(expected);
    }

    [Fact]
    public async Task Header_GivesTheKeys() =>
        (await Collected.OneAsync("csv", "a.csv", "first name,\"x,y\"\n1,2\n")).GetProperty("root").GetProperty("items")[0].GetProperty("entries")
            .EnumerateArray().Select(entry => entry.Json("key", "keyLine", "keyColumn")).ShouldBe(["\"first name\" 1 1", "\"x,y\" 1 12"]);

    [Theory]
    [InlineData("", "a.csv:1:1: the file is empty; expected a header row")]
    [InlineData("a,,b\n", "a.csv:1:3: a column has no name in the header")]
    [InlineData("a,b,a\n", "a.csv:1:5: the column \"a\" stands twice in the header")]
    [InlineData("a,b\n1\n", "a.csv:2:1: the row has 1 field, the header 2")]
    [InlineData("a,b\n1,2,3\n", "a.csv:2:1: the row has 3 fields, the header 2")]
    [InlineData("a,b\n1,2\n\n3,4\n", "a.csv:3:1: the row has 1 field, the header 2")]
    [InlineData("a,b\n\"1\"x,2\n", "a.csv:2:4: text stands after a closing quote; double a quote that belongs to the value")]
    [InlineData("a,b\n5\" pipe,2\n", "a.csv:2:2: a quote stands inside an unquoted value; put the whole value in quotes and double the quotes in it")]
    [InlineData("a,b\n1,\"open\nend", "a.csv:2:3: the quote is not closed")]
    public async Task Malformed_IsRefusedAtItsPlace(string text, string refusal) => (await Collected.RefusalAsync("csv", "a.csv", text)).ShouldBe(refusal);

    [Fact]
    public async Task TooManyValues_AreRefused() =>
        (await Collected.RefusalAsync("csv", "a.csv", "a,b\n" + string.Concat(Enumerable.Repeat("1,2\n", 250_001)))).ShouldEndWith("more than 500,000 values");

    private static string Value(JsonElement entry)
    {
        var node = entry.GetProperty("node");
        return FormattableString.Invariant($"{node.GetProperty("value").GetString()}@{node.GetProperty("line").GetInt32()}:{node.GetProperty("column").GetInt32()}");
    }
}
