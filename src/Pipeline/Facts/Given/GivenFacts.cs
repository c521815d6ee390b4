using System.Text;
using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Pipeline.Facts.Given;

/// <summary>Facts that were written down instead of being asked for, such as those of a policy's case.</summary>
/// <param name="kind">The kind.</param>
/// <param name="value">What the policy receives; an object of <c>$parse</c> and <c>text</c> stands for the documents of a file of that name.</param>
internal sealed class GivenFacts(string kind, JsonElement value) : IContextFacts
{
    private const string Parse = "$parse";

    public int Count => value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 1;

    public string Unit => $"given fact of `{kind}`";

    public Task WriteAsync(GateContext context, Utf8JsonWriter facts, CancellationToken cancellationToken)
    {
        try
        {
            Write(facts, value);
            return Task.CompletedTask;
        }
        catch (DocumentException e)
        {
            throw new EvaluationException($"`{kind}` facts that are given: {e.Message}", e);
        }
    }

    private static void Write(Utf8JsonWriter facts, JsonElement one)
    {
        switch (one.ValueKind)
        {
            case JsonValueKind.Object when one.TryGetProperty(Parse, out var name) && one.TryGetProperty("text", out var text):
                WriteDocuments(facts, name.ToString(), text.ToString());
                break;
            case JsonValueKind.Object:
                facts.WriteStartObject();
                foreach (var member in one.EnumerateObject())
                {
                    facts.WritePropertyName(member.Name);
                    Write(facts, member.Value);
                }

                facts.WriteEndObject();
                break;
            case JsonValueKind.Array:
                facts.WriteStartArray();
                foreach (var item in one.EnumerateArray())
                {
                    Write(facts, item);
                }

                facts.WriteEndArray();
                break;
            default:
                one.WriteTo(facts);
                break;
        }
    }

    private static void WriteDocuments(Utf8JsonWriter facts, string name, string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text), writable: false);
        NodeJson.WriteDocuments(facts, null, name, DocumentFormats.Read(stream, name)
            ?? throw new DocumentException(name, 1, 1, $"the name is of no format that has documents, so `{Parse}` cannot read it"));
    }
}
