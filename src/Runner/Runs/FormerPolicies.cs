using System.Text.Json;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Runs;

/// <summary>
/// The policies that the run before this one left in the output folder. Versions up to 0.1 kept one script, translated when it was modern; their digests
/// changed with the form, and who compares digests must know that the sources did not.
/// </summary>
internal sealed class FormerPolicies
{
    private const string Map = "//# sourceMappingURL=data:application/json;base64,";

    private readonly Dictionary<string, string> scripts;

    private FormerPolicies(Dictionary<string, string> scripts) => this.scripts = scripts;

    /// <param name="folder">An output folder, which may be missing, half-written, or somebody else's: what cannot be read says nothing.</param>
    public static FormerPolicies Read(string folder)
    {
        try
        {
            var kept = Scripts(Path.Combine(folder, "policies"));

            // The results may be large, and after the first run there is nothing in them to look for.
            return new FormerPolicies(kept.Count == 0 ? [] : ByGate(Path.Combine(folder, "results.json"), kept));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new FormerPolicies([]);
        }
    }

    /// <returns>A note, or <see langword="null"/> when no digest changed by its form alone.</returns>
    public string? Note(IEnumerable<GateResult> gates)
    {
        List<string> same = [.. gates.Where(gate => scripts.TryGetValue(gate.GateId, out var former)
            && former != gate.Policy.Text
            && IsSame(former, gate.Policy)).Select(gate => gate.GateId)];
        return same.Count == 0 ? null : $"{string.Join(", ", same)}: policy digest changed by format, same sources.";
    }

    /// <summary>What is kept in the form of earlier versions, by digest.</summary>
    private static Dictionary<string, string> Scripts(string folder) => !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*.js")
        .Select(file => (Digest: Path.GetFileNameWithoutExtension(file), Text: File.ReadAllText(file)))
        .Where(script => !PolicySource.IsContainer(script.Text))
        .ToDictionary(StringComparer.Ordinal);

    private static Dictionary<string, string> ByGate(string results, Dictionary<string, string> kept)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        using var json = JsonDocument.Parse(File.ReadAllBytes(results));
        foreach (var gate in json.RootElement.GetProperty("gates").EnumerateArray())
        {
            if (gate.GetProperty("id").GetString() is { } id
                && gate.GetProperty("policy").GetProperty("sha256").GetString() is { } digest
                && kept.TryGetValue(digest, out var text))
            {
                found[id] = text;
            }
        }

        return found;
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
