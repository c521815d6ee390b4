using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gates.BuiltIn.CanarySlo.Objectives;

/// <summary>Puts names into the texts of a preset, where <c>&lt;name&gt;</c> stands.</summary>
internal sealed partial class PresetText(IReadOnlyDictionary<string, string> names)
{
    /// <summary>The text of a key; empty when it is not there.</summary>
    public string Of(JsonElement element, string key) => element.TryGetProperty(key, out var text)
        ? Place().Replace(text.GetString()!, match => names[match.Groups[1].Value])
        : "";

    /// <summary>The same; empty without a stable version to compare with.</summary>
    public string OfStable(JsonElement element, string key) => names["stable-selector"].Length == 0 ? "" : Of(element, key);

    /// <summary>The names that an objective needs and that have no value here; selectors may be empty.</summary>
    public IReadOnlyList<string> Missing(JsonElement objective) =>
        [.. objective.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.String)
            .SelectMany(one => Place().Matches(one.Value.GetString()!).Select(match => match.Groups[1].Value))
            .Where(name => names[name].Length == 0 && !name.EndsWith("selector", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex("<([a-z-]+)>", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
