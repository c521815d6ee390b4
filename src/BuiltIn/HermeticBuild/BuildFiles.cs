using System.Text.Json;
using System.Text.RegularExpressions;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>Asks bake and compose files whether every image they build is built without a network. What cannot be read does not say so.</summary>
internal sealed partial class BuildFiles(RepositoryFiles files)
{
    private static readonly string[] ComposeNames = ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"];
    private static readonly string[] BakeNames = ["docker-bake.hcl", "docker-bake.override.hcl", "docker-bake.json", "docker-bake.override.json"];

    public bool ComposeIsClosed(string? folder, IReadOnlyList<string> named) => IsClosed(folder, named, ComposeNames, ReadCompose);

    public bool BakeIsClosed(string? folder, IReadOnlyList<string> named) => IsClosed(folder, named, [.. BakeNames, .. ComposeNames], ReadBake);

    private bool IsClosed(string? folder, IReadOnlyList<string> named, string[] usual, Func<string, string, IEnumerable<Target>> read)
    {
        var names = named.Count > 0 ? named : folder is null ? [] : [.. usual.Where(name => files.Exists(folder, name))];
        if (folder is null || names.Count == 0)
        {
            return false;
        }

        var targets = new Dictionary<string, Target>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (Folders.Enter(folder, name) is not { } path || files.TryRead("", path) is not { } text)
            {
                return false;
            }

            foreach (var target in read(path, text))
            {
                targets[target.Name] = targets.TryGetValue(target.Name, out var before) && before.IsClosed ? target with { IsClosed = true } : target;
            }
        }

        return targets.Count > 0 && targets.Values.All(target => IsClosed(target, targets, 0));
    }

    private static bool IsClosed(Target target, Dictionary<string, Target> all, int depth) =>
        target.IsClosed || (depth < 16 && target.Parents.Any(name => all.TryGetValue(name, out var parent) && IsClosed(parent, all, depth + 1)));

    private static IEnumerable<Target> ReadBake(string path, string text) =>
        path.EndsWith(".json", StringComparison.Ordinal) ? ReadJson(text)
        : path.EndsWith(".hcl", StringComparison.Ordinal) ? ReadHcl(text)
        : ReadCompose(path, text);

    private static List<Target> ReadCompose(string path, string text)
    {
        try
        {
            return
            [
                .. from document in YamlReader.Read(text, path)
                   from service in document.Get("services")?.Entries ?? []
                   let build = service.Node.Get("build")
                   where build is not null
                   select new Target(service.Key, build.Get("network")?.Text == "none", []),
            ];
        }
        catch (DocumentException)
        {
            return [];
        }
    }

    private static List<Target> ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return !document.RootElement.TryGetProperty("target", out var targets) || targets.ValueKind != JsonValueKind.Object ? [] :
            [
                .. from target in targets.EnumerateObject()
                   where target.Value.ValueKind == JsonValueKind.Object
                   select new Target(target.Name, target.Value.TryGetProperty("network", out var network)
                       && network.ToString() == "none", Parents(target.Value)),
            ];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string[] Parents(JsonElement target) =>
        target.TryGetProperty("inherits", out var parents) && parents.ValueKind == JsonValueKind.Array
            ? [.. parents.EnumerateArray().Select(parent => parent.ToString())]
            : [];

    private static IEnumerable<Target> ReadHcl(string text) =>
        from match in HclTarget().Matches(text)
        let body = match.Groups["body"].Value
        let inherits = HclInherits().Match(body).Groups["names"].Value
        select new Target(match.Groups["name"].Value, HclNetwork().IsMatch(body), [.. HclText().Matches(inherits).Select(name => name.Groups["text"].Value)]);

    /// <summary>An image that a file says how to build.</summary>
    /// <param name="Name">The target or the service.</param>
    /// <param name="IsClosed">Whether it says itself that the build has no network.</param>
    /// <param name="Parents">The targets from which it takes what it does not say.</param>
    private sealed record Target(string Name, bool IsClosed, IReadOnlyList<string> Parents);

    [GeneratedRegex(@"^target\s+""?(?<name>[\w.-]+)""?\s*\{(?<body>.*?)^\}",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex HclTarget();

    [GeneratedRegex(@"^\s*network\s*=\s*""none""", RegexOptions.Multiline, 1000)]
    private static partial Regex HclNetwork();

    [GeneratedRegex(@"^\s*inherits\s*=\s*\[(?<names>[^\]]*)\]", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex HclInherits();

    [GeneratedRegex(@"""(?<text>[^""]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HclText();
}
