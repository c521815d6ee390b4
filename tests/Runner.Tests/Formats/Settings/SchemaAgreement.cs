using System.Text.Json.Nodes;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Shouldly;
using Support;

namespace Runner.Tests.Formats.Settings;

/// <summary>Holds a reader and the schema that editors have of its files to the same verdicts.</summary>
internal static class SchemaAgreement
{
    /// <param name="schema">The schema.</param>
    /// <param name="texts">Documents; the valid ones first.</param>
    /// <param name="parse">Makes JSON of one.</param>
    /// <param name="read">The reader; it throws on what is not valid.</param>
    /// <param name="valid">How many are valid.</param>
    public static void Agree(JsonNode schema, string[] texts, Func<string, JsonNode?> parse, Action<string> read, int valid)
    {
        var errors = Ajv.Validate(schema, texts.Select(parse));
        var disagreements = texts.Select((text, i) => (Text: text, Expected: i < valid, Reader: Refusal(read, text), Schema: errors[i]))
            .Where(d => (d.Reader is null) != d.Expected || (d.Schema is null) != d.Expected)
            .Select(d => $"{d.Text}\n  expected {(d.Expected ? "valid" : "invalid")}\n  reader: {d.Reader ?? "valid"}\n  schema: {d.Schema ?? "valid"}");

        string.Join("\n\n", disagreements).ShouldBeEmpty();
    }

    /// <summary>Why a reader refuses a text; <see langword="null"/> when it does not.</summary>
    public static string? Refusal(Action<string> read, string text)
    {
        try
        {
            read(text);
            return null;
        }
        catch (UsageException e)
        {
            return e.Message;
        }
    }

    public static JsonNode Published(string name) => JsonNode.Parse(File.ReadAllText(Repository.Combine("docs", "schemas", name + ".schema.json")))!;

    public static JsonNode? ToJson(DocumentNode node) => node.Kind switch
    {
        NodeKind.Map => new JsonObject(node.Entries.Select(e => KeyValuePair.Create(e.Key, ToJson(e.Node)))),
        NodeKind.Sequence => new JsonArray([.. node.Items.Select(ToJson)]),
        _ => node.Value is null ? null : JsonValue.Create(node.Value),
    };
}
