using System.Text.Json;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary>Reads a manifest in JSON.</summary>
internal static class JsonManifest
{
    /// <exception cref="DocumentException">Not a JSON object.</exception>
    public static JsonElement Read(string text, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw new DocumentException(path, 1, 1, "the file must hold a JSON object");
        }
        catch (JsonException e)
        {
            throw new DocumentException(path, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "not valid JSON");
        }
    }

    /// <summary>The names in a map; none when it is absent or something else.</summary>
    public static IEnumerable<string> Names(JsonElement root, string key) =>
        root.TryGetProperty(key, out var map) && map.ValueKind == JsonValueKind.Object ? map.EnumerateObject().Select(property => property.Name) : [];

    public static string? Text(JsonElement root, string key) =>
        root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool IsTrue(JsonElement root, string key) => root.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.True;

    public static bool Has(JsonElement root, string key) => root.TryGetProperty(key, out _);
}
