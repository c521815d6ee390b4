using System.Buffers;
using System.Text;
using System.Text.Json;
using Gates.Formats.Documents;
using Shouldly;
using Xunit;

namespace Runner.Tests.Formats.Documents;

public sealed class NodeJsonTests
{
    [Fact]
    public void A_document_is_written_with_path_index_and_placed_nodes() =>
        Document("spec:\n  - image: nginx\n").ShouldBe(
            """{"$doc":true,"path":"k8s/a.yaml","index":2,"root":"""
            + """{"$node":"map","line":1,"column":1,"entries":[{"key":"spec","keyLine":1,"keyColumn":1,"node":"""
            + """{"$node":"seq","line":2,"column":3,"items":["""
            + """{"$node":"map","line":2,"column":5,"entries":[{"key":"image","keyLine":2,"keyColumn":5,"node":"""
            + """{"$node":"scalar","line":2,"column":12,"value":"nginx"}}]}]}}]}}""");

    [Theory]
    [InlineData("8080", "8080", null)]
    [InlineData("0644", "644", "0644")]
    [InlineData("1.10", "1.1", "1.10")]
    [InlineData("true", "true", null)]
    [InlineData("True", "true", "True")]
    [InlineData("~", "null", "~")]
    [InlineData("null", "null", null)]
    [InlineData("\"1.10\"", "\"1.10\"", null)]
    [InlineData("9007199254740992", "9007199254740992", null)]
    [InlineData("9007199254740993", "9007199254740993", "9007199254740993")]
    [InlineData("-9223372036854775808", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("1e999", "\"1e999\"", null)]
    public void A_scalar_carries_its_text_when_a_script_could_not_tell_it_from_the_value(string yaml, string value, string? text)
    {
        var scalar = JsonDocument.Parse(Document("a: " + yaml)).RootElement
            .GetProperty("root").GetProperty("entries")[0].GetProperty("node");

        scalar.GetProperty("value").GetRawText().ShouldBe(value);
        (scalar.TryGetProperty("text", out var raw) ? raw.GetString() : null).ShouldBe(text);
    }

    private static string Document(string yaml)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            NodeJson.WriteDocument(writer, "k8s/a.yaml", 2, YamlReader.Read(yaml, "k8s/a.yaml")[0]);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
