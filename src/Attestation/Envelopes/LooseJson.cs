using System.Text.Json;

namespace Gates.Attestation.Envelopes;

/// <summary>Looks into documents of other tools, which may lack anything: what is not there, or is of another kind, is nothing.</summary>
internal static class LooseJson
{
    /// <returns>An undefined element when there is no such member.</returns>
    public static JsonElement Member(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) ? member : default;

    /// <returns><see langword="null"/> when it is no text.</returns>
    public static string? Text(this JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <returns>The texts of a list; none when it is no list.</returns>
    public static IReadOnlyList<string> Texts(this JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!)]
        : [];
}
