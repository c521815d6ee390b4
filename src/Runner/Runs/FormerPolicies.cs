using System.Text.Json;
using Gates.Policies;

namespace Gates.Runner.Runs;

/// <summary>
/// The policies that the run before this one left in the output folder. Versions up to 0.1 kept one script, translated when it was modern; their digests
/// changed with the form, and who compares digests must know that the sources did not.
/// </summary>
internal sealed class FormerPolicies
{
    private const string Map = "//# sourceMappingURL=data:application/json;base64,";

    private readonly Dictionary<string, string> texts;

    private FormerPolicies(Dictionary<string, string> texts) => this.texts = texts;

    /// <param name="folder">An output folder, which may be missing, half-written, or somebody else's: what cannot be read says nothing.</param>
    public static FormerPolicies Read(string folder)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            using var results = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "results.json")));
            foreach (var gate in results.RootElement.GetProperty("gates").EnumerateArray())
            {
                var digest = gate.GetProperty("policy").GetProperty("sha256").GetString() ?? "";
                var file = Path.Combine(folder, "policies", Path.GetFileName(digest) + ".js");
                if (gate.GetProperty("id").GetString() is { } id && File.Exists(file))
                {
                    found[id] = File.ReadAllText(file);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new FormerPolicies([]);
        }

        return new FormerPolicies(found);
    }

    /// <returns>A note, or <see langword="null"/> when no digest changed by its form alone.</returns>
    public string? Note(IEnumerable<GateResult> gates)
    {
        List<string> same = [.. gates.Where(gate => texts.TryGetValue(gate.GateId, out var former) && former != gate.Policy.Text && IsSame(former, gate.Policy)).Select(gate => gate.GateId)];
        return same.Count == 0 ? null : $"{string.Join(", ", same)}: policy digest changed by format, same sources.";
    }

    private static bool IsSame(string former, PolicySource policy) =>
        Sources(former).Order(StringComparer.Ordinal).SequenceEqual(policy.Modules.Values.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>What its author wrote: a translation holds that in its source map.</summary>
    private static IReadOnlyList<string> Sources(string text)
    {
        var at = text.LastIndexOf(Map, StringComparison.Ordinal);
        if (at < 0)
        {
            return [text];
        }

        try
        {
            using var map = JsonDocument.Parse(Convert.FromBase64String(text[(at + Map.Length)..].Trim()));
            return
            [
                .. from section in map.RootElement.GetProperty("sections").EnumerateArray()
                   let part = section.GetProperty("map")
                   where part.TryGetProperty("sourcesContent", out _)
                   from source in part.GetProperty("sourcesContent").EnumerateArray()
                   select source.GetString() ?? "",
            ];
        }
        catch (Exception e) when (e is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return [text];
        }
    }
}
