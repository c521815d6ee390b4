using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gates.Pipeline;

namespace Gates.Runner.Commands.Record;

/// <summary>Takes secrets and personal data out of JSON: each value that is found anywhere is replaced everywhere, by one of the same shape.</summary>
internal sealed class EvidenceMask(ISecretFinder secrets)
{
    private const int MaxDepth = 1000;

    /// <value>Fewer digits are no card, account or phone number.</value>
    private const int MinNumberLength = 9;

    private readonly HashSet<string> values = new(StringComparer.Ordinal);

    /// <summary>Reads what must be masked, here and in whatever is masked afterwards.</summary>
    public void Learn(JsonElement json) => Learn(json, "evidence.json", "");

    public Masked Apply(JsonElement json)
    {
        var rewriting = new Rewriting([.. values.OrderByDescending(value => value.Length).ThenBy(value => value, StringComparer.Ordinal)]);
        var text = rewriting.Of(json)?.ToJsonString(new JsonSerializerOptions { MaxDepth = MaxDepth }) ?? "null";
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaxDepth });
        return new Masked(document.RootElement.Clone(), rewriting.Seen.Count, rewriting.Places);
    }

    /// <summary>Letters and digits become others of their kind; what stands between them stays.</summary>
    public static string Shape(string value)
    {
        var shape = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            shape.Append(Rune.IsDigit(rune) ? "0" : Rune.IsUpper(rune) ? "X" : Rune.IsLetter(rune) ? "x" : rune.ToString());
        }

        return shape.ToString();
    }

    private static string Ones(string number) => string.Concat(number.Select(c => char.IsAsciiDigit(c) ? '1' : c));

    /// <param name="element">What to read.</param>
    /// <param name="path">The file it is about.</param>
    /// <param name="name">The key it stands under: <c>password</c> says much about a value.</param>
    private void Learn(JsonElement element, string path, string name)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                path = Text(element, "path") ?? path;
                var key = Text(element, "key");
                foreach (var property in element.EnumerateObject())
                {
                    values.UnionWith(secrets.Find(path, property.Name));

                    // A node of a document holds its value; the key is the entry's.
                    Learn(property.Value, path, property.Name switch { "node" => key ?? "", "value" or "text" => name, var own => own });
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Learn(item, path, name);
                }

                break;
            case JsonValueKind.String:
                Learn(element.GetString()!, path, name);
                break;
            case JsonValueKind.Number when element.GetRawText().Count(char.IsAsciiDigit) >= MinNumberLength:
                Learn(element.GetRawText(), path, name);
                break;
        }
    }

    private void Learn(string text, string path, string name)
    {
        values.UnionWith(secrets.Find(path, text));
        if (name.Length > 0)
        {
            values.UnionWith(secrets.Find(path, $"{name}: {text}").Where(value => text.Contains(value, StringComparison.Ordinal)));
            values.UnionWith(secrets.Find(path, $"{name} = \"{text}\"").Where(value => text.Contains(value, StringComparison.Ordinal)));
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>One pass over a document.</summary>
    /// <param name="longestFirst">A value may be part of another.</param>
    private sealed class Rewriting(IReadOnlyList<string> longestFirst)
    {
        public int Places { get; private set; }

        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

        public JsonNode? Of(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => Group(element),
            JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Of)]),
            JsonValueKind.String => JsonValue.Create(Hide(element.GetString()!, Shape)),
            JsonValueKind.Number => JsonNode.Parse(Hide(element.GetRawText(), Ones)),
            _ => JsonNode.Parse(element.GetRawText()),
        };

        private JsonObject Group(JsonElement element)
        {
            var group = new JsonObject();
            foreach (var property in element.EnumerateObject())
            {
                var name = Hide(property.Name, Shape);
                while (group.ContainsKey(name))
                {
                    // Two masked names may look the same.
                    name += "_";
                }

                group.Add(name, Of(property.Value));
            }

            return group;
        }

        private string Hide(string text, Func<string, string> mask)
        {
            foreach (var value in longestFirst.Where(value => text.Contains(value, StringComparison.Ordinal)))
            {
                Places++;
                Seen.Add(value);
                text = text.Replace(value, mask(value), StringComparison.Ordinal);
            }

            return text;
        }
    }
}

/// <summary>JSON without secrets and personal data.</summary>
/// <param name="Json">What is left.</param>
/// <param name="Values">How many different values were masked.</param>
/// <param name="Places">In how many places.</param>
internal sealed record Masked(JsonElement Json, int Values, int Places);
