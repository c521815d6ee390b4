using System.Text.Json;
using Gates.Attestation.Envelopes;

namespace Gates.Attestation.Branch;

/// <summary>Which tool made a file, where a SARIF log, a CycloneDX or an SPDX document says it.</summary>
internal static class ToolName
{
    private const int MaxLength = 200;

    /// <returns>Name and version, or <see langword="null"/>.</returns>
    public static string? Of(ReadOnlyMemory<byte> file)
    {
        JsonElement root;
        try
        {
            root = EvidenceJson.ParseElement(file, "the file");
        }
        catch (EvidenceFormatException)
        {
            return null;
        }

        var sarif = First(Member(root, "runs")) is { } run && Member(Member(run, "tool"), "driver") is { } driver ? Named(driver) : null;
        var tools = Member(Member(root, "metadata"), "tools");
        var cycloneDx = First(tools) ?? First(Member(tools, "components"));
        var spdx = Member(Member(root, "creationInfo"), "creators") is { ValueKind: JsonValueKind.Array } creators
            ? creators.EnumerateArray().Select(
                Text).FirstOrDefault(creator => creator?.StartsWith("Tool: ", StringComparison.Ordinal) == true)?["Tool: ".Length..]
            : null;
        return (sarif ?? (cycloneDx is { } tool ? Named(tool) : null) ?? spdx) is { Length: > 0 and <= MaxLength } name ? name : null;
    }

    private static string? Named(JsonElement tool) => Text(Member(tool, "name")) is { } name
        ? $"{name} {Text(Member(tool, "semanticVersion")) ?? Text(Member(tool, "version"))}".TrimEnd()
        : null;

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var member) ? member : null;

    private static JsonElement? First(JsonElement? json) => json is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0 ? array[0] : null;

    private static string? Text(JsonElement? json) => Text(json ?? default(JsonElement));

    private static string? Text(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;
}
