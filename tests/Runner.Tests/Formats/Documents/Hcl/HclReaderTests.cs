using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Gates.Formats.Documents;
using Gates.Formats.Documents.Hcl;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Documents.Hcl;

public sealed class HclReaderTests
{
    private static string Json(string text) => JsonSerializer.Serialize(Plain(HclReader.Read(text, "x.hcl")));

    private static object? Plain(DocumentNode node) => node.Kind switch
    {
        NodeKind.Map => node.Entries.ToDictionary(entry => entry.Key, entry => Plain(entry.Node)),
        NodeKind.Sequence => node.Items.Select(Plain).ToList(),
        _ => node.Value is null ? null : node.Text,
    };

    [Theory]
    [InlineData("", "{}")]
    [InlineData("a = 1", "{\"a\":\"1\"}")]
    [InlineData("a = true // x\nb = \"y\" # z\n/* c = 1 */", "{\"a\":\"true\",\"b\":\"y\"}")]
    [InlineData("t \"x\" { a = \"b\" }", "{\"t\":{\"x\":{\"a\":\"b\"}}}")]
    [InlineData("t \"x\" {\n a = [\"b\", \"c\",]\n}\nt y { }", "{\"t\":{\"x\":{\"a\":[\"b\",\"c\"]},\"y\":{}}}")]
    [InlineData("t \"x\" { a = 1 }\nt \"x\" { a = 2 }", "{\"t\":{\"x\":{\"a\":\"2\"}}}")]
    [InlineData("a = { b = \"c\", \"d\" : \"e\"\n f = null }", "{\"a\":{\"b\":\"c\",\"d\":\"e\",\"f\":null}}")]
    [InlineData("a = B", "{\"a\":\"${B}\"}")]
    [InlineData("a = f(\"x, y\", [1]) \nb = 2", "{\"a\":\"${f(\\u0022x, y\\u0022, [1])}\",\"b\":\"2\"}")]
    [InlineData("a = \"x\" == y ? \"1\" : \"2\"\nb = 2", "{\"a\":\"${\\u0022x\\u0022 == y ? \\u00221\\u0022 : \\u00222\\u0022}\",\"b\":\"2\"}")]
    [InlineData("a = \"x${f(\"}\")}y\"", "{\"a\":\"x${f(\\u0022}\\u0022)}y\"}")]
    [InlineData("a = \"\\\"\\n\\\\\"", "{\"a\":\"\\u0022\\n\\\\\"}")]
    [InlineData("a = <<EOF\nFROM x\nEOF\nb = 1", "{\"a\":\"FROM x\\n\",\"b\":\"1\"}")]
    [InlineData("a = <<-E\n  x\n  E\n", "{\"a\":\"  x\\n\"}")]
    public void Data_IsReadAndTheRestKept(string text, string json) => Json(text).ShouldBe(json);

    [Theory]
    [InlineData("a", "x.hcl:1:1: a name is expected, not ' '")]
    [InlineData("a = \"x", "x.hcl:1:1: a text has no quote that ends it")]
    [InlineData("a {\n", "x.hcl:2:1: a '}' is missing")]
    [InlineData("a = [1", "x.hcl:1:1: a ']' is missing")]
    [InlineData("a = [}", "x.hcl:1:1: a ']' is missing")]
    [InlineData("a = <<E\nx", "x.hcl:1:1: the here-document <<E has no line that ends it")]
    [InlineData("?", "x.hcl:1:1: a name is expected, not '?'")]
    public void WhatIsNoHcl_IsRefusedWithItsPlace(string text, string message) =>
        Should.Throw<DocumentException>(() => HclReader.Read(text, "x.hcl")).Message.ShouldBe(message);

    [Theory]
    [InlineData("[")]
    [InlineData("{a=")]
    public void Nesting_BeyondReason_IsRefused(string sign) =>
        Should.Throw<DocumentException>(() => HclReader.Read("a = " + string.Concat(Enumerable.Repeat(sign, 100_000)), "x.hcl"))
            .Reason.ShouldBe("it is nested too deeply");

    [Fact]
    public void AnyText_EndsInANodeOrARefusal()
    {
        string[] signs = ["a", " ", "=", "{", "}", "[", "]", "\"", "\n", ",", "${", "<<E", "E\n", "#", "/*", "*/", "(", ")", "\\", ":", "?", "\0"];
        var pieces = Gen.Elements(signs).ListOf();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(30), Prop.ForAll(pieces.ToArbitrary(), parts =>
        {
            try
            {
                HclReader.Read(string.Concat(parts), "x.hcl");
            }
            catch (DocumentException)
            {
                // A refusal is an answer, too.
            }

            return true;
        }));
    }
}
