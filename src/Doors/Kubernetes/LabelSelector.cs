using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gates.Doors.Kubernetes;

/// <summary>What a label selector asks of an object's labels.</summary>
internal sealed partial class LabelSelector
{
    private readonly IReadOnlyList<(string Key, string Verb, string[] Values)> requirements;

    private LabelSelector(IReadOnlyList<(string Key, string Verb, string[] Values)> requirements) => this.requirements = requirements;

    /// <exception cref="Formats.Foundation.UsageException">It is none.</exception>
    public static LabelSelector Parse(string text) =>
        new([.. Requirement().Matches(KubernetesNames.Selector(text)).Select(match => (
            match.Groups["key"].Value,
            match.Groups["not"].Value + match.Groups["verb"].Value,
            (string[])[.. match.Groups["value"].Value.Split(',').Select(value => value.Trim())]))]);

    public bool Matches(JsonElement metadata)
    {
        var labels = metadata.TryGetProperty("labels", out var map) && map.ValueKind == JsonValueKind.Object ? map : default;
        return requirements.All(one =>
        {
            var value = labels.ValueKind == JsonValueKind.Object && labels.TryGetProperty(one.Key, out var label) ? label.GetString() : null;
            return one.Verb switch
            {
                "" => value is not null,
                "!" => value is null,
                "!=" or "notin" => value is null || !one.Values.Contains(value, StringComparer.Ordinal),
                _ => value is not null && one.Values.Contains(value, StringComparer.Ordinal),
            };
        });
    }

    [GeneratedRegex(
        @"\G[ ]*,?[ ]*(?<not>!?)(?<key>[-A-Za-z0-9_./]+)[ ]*((?<verb>==?|!=)[ ]*(?<value>[-A-Za-z0-9_.]*)|(?<verb>in|notin)[ ]*\((?<value>[^)]*)\))?[ ]*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Requirement();
}
