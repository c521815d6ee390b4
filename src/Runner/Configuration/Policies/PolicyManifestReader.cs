using Gates.BuiltIn;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Policies;

namespace Gates.Runner.Configuration.Policies;

/// <summary>Reads <c>policy.json</c> strictly: what it declares is what catches the typos of everyone who configures the policy.</summary>
internal sealed class PolicyManifestReader(Problems problems)
{
    private static readonly DocumentLimits Limits = new() { Bytes = 1_000_000, Depth = 32, Nodes = 20_000 };

    public static PolicyManifest Read(string text, string path)
    {
        var problems = new Problems(path);
        try
        {
            var manifest = new PolicyManifestReader(problems).ReadRoot(JsonReader.Read(text, path, Limits));
            problems.ThrowIfAny();
            return manifest;
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private PolicyManifest ReadRoot(DocumentNode root)
    {
        var manifest = new PolicyManifest("");
        if (root.Kind != NodeKind.Map)
        {
            problems.Add(Place.From(root), $"{Say.Value(root)} is not a policy manifest; write for example {{ \"title\": \"Image tags\" }}");
            return manifest;
        }

        var declarations = new DeclaredSettingsReader(problems);
        MapReader.Read(root, "", problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["$schema"] = (node, key) => ReadText(node, key),
            ["title"] = (node, key) => manifest = manifest with { Title = ReadText(node, key) },
            ["description"] = (node, key) => manifest = manifest with { Description = ReadText(node, key) },
            ["gate"] = (node, key) => manifest = manifest with { Gate = ReadGate(node, key) },
            ["facts"] = (node, key) => manifest = manifest with { Facts = new FactsReader(problems, knowsGates: false).Read(node, key) },
            ["settings"] = (node, key) => manifest = manifest with { Settings = declarations.ReadAll(node, key) },
            ["help"] = (node, key) => manifest = manifest with { Help = ReadHelp(node, key) },
        });
        if (root.Get("title") is null)
        {
            problems.Add(Place.From(root), "title", "is missing; say in a few words what the policy looks at");
        }

        return manifest;
    }

    private string? ReadGate(DocumentNode node, string key)
    {
        var known = GateCatalog.All.Select(gate => gate.Id).ToList();
        if (node.IsString && known.Contains(node.Text, StringComparer.Ordinal))
        {
            return node.Text;
        }

        problems.Add(node, key, $"{Say.Value(node)} is not a built-in gate{Suggestion.Words(node.Text, known)} valid: {Say.List(known)}");
        return null;
    }

    private Dictionary<string, string> ReadHelp(DocumentNode node, string key) => MapReader.Entries(node, key, problems)
        .ToDictionary(entry => entry.Key, entry => ReadText(entry.Node, Say.Key(key, entry.Key)), StringComparer.Ordinal);

    private string ReadText(DocumentNode node, string key)
    {
        if (!node.IsString || node.Text.Length == 0)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not text");
        }

        return node.Text;
    }
}
