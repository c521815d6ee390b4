using Gates.BuiltIn.Waivers;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Pipeline.Results;
using Gates.Policies;

namespace Gates.Runner.Configuration;

/// <summary>Reads <c>gates.yml</c>. Everything that is wrong with it is reported at once, each with its place.</summary>
internal sealed class ConfigurationReader
{
    private readonly Problems problems;
    private readonly Values values;

    private ConfigurationReader(Problems problems)
    {
        this.problems = problems;
        values = new Values(problems);
    }

    /// <exception cref="UsageException">The file is not valid; the message names every problem.</exception>
    public static GatesConfiguration Read(Stream stream, string path)
    {
        try
        {
            return Read(DocumentText.Read(stream, path, new DocumentLimits()), path);
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <exception cref="UsageException">The file is not valid; the message names every problem.</exception>
    public static GatesConfiguration Read(string text, string path)
    {
        var reader = new ConfigurationReader(new Problems(path));
        var configuration = reader.ReadRoot(Root(text, path), path);
        reader.problems.ThrowIfAny();
        return configuration;
    }

    /// <summary>The same, with what can be understood of a file that is not valid, so that what it names can be looked at as well.</summary>
    /// <param name="text">The file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="problems">Takes everything that is wrong.</param>
    /// <exception cref="UsageException">The file is not YAML.</exception>
    public static (GatesConfiguration Configuration, DocumentNode Root) ReadWhole(string text, string path, Problems problems)
    {
        var root = Root(text, path);
        return (new ConfigurationReader(problems).ReadRoot(root, path), root);
    }

    /// <summary>The one document of a configuration.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static DocumentNode Root(string text, string path, DocumentLimits? limits = null)
    {
        // The parser lets some tabs pass as blanks between values; in a file that people indent by hand each one is a mistake.
        if (TabIndentation.Find(text) is { Column: 1 } tab)
        {
            throw new UsageException(new DocumentException(path, tab.Line, tab.Column, "not valid YAML: " + TabIndentation.Message).Message);
        }

        try
        {
            var documents = YamlReader.Read(text, path, limits);
            return documents switch
            {
                [] => throw new UsageException($"{Say.Path(path)}: the file is empty; `gates init` in an empty folder writes one to start from"),
                [var root] => root,
                [_, var second, ..] =>
                    throw new DocumentException(path, second.Line, second.Column, "a second document; a configuration is one document, so remove the `---`"),
            };
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }

    private GatesConfiguration ReadRoot(DocumentNode root, string path)
    {
        var configuration = new GatesConfiguration { Source = path, Gates = [] };
        List<DocumentNode> required = [];
        if (root.Kind != NodeKind.Map)
        {
            problems.Add(
                Place.From(root),
                YamlMistakes.MissingBlank(root.Text) ?? $"{Say.Value(root)} is not a configuration; the file is a map that starts with `version: 1`");
            return configuration;
        }

        Unquoted.Check(root, "", problems);
        MapReader.Read(root, "", problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["version"] = values.Version,
            ["defaults"] = (node, key) => configuration = ReadDefaults(node, key, configuration),
            ["environments"] = (node, key) => configuration = configuration with { Environments = new EnvironmentReader(problems).Read(node, key) },
            ["gates"] = (node, key) => configuration = ReadGates(node, key, configuration),
            ["folders"] = (node, key) => configuration = configuration with { Folders = ReadFolders(node, key) },
            ["require"] = (node, key) => required = ReadRequire(node, key),
            ["waivers"] = (node, key) => configuration = configuration with { Waivers = values.RepositoryPath(node, key) ?? "" },
            ["break-glass"] = (node, key) => configuration = configuration with { BreakGlass = new BreakGlassReader(problems).Read(node, key) },
            ["baseline"] = (node, key) => configuration = configuration with { Baseline = values.RepositoryPath(node, key) ?? "" },
        });
        foreach (var missing in new[] { "version", "gates" }.Where(key => root.Get(key) is null))
        {
            problems.Add(Place.From(root), missing, missing == "version" ? "is missing; write `version: 1`" : "is missing; name at least one gate under it");
        }

        new EnvironmentReader(problems).Check(root.Get("environments"), configuration);
        var known = configuration.Gates.Select(gate => gate.Id).ToList();
        foreach (var node in required.Where(node => !known.Contains(node.Text, StringComparer.Ordinal)))
        {
            problems.Add(node, "require", $"{Say.Value(node)} names no gate of this file{Suggestion.Words(node.Text, known)} valid: {Say.List(known)}");
        }

        return configuration with { Require = [.. required.Select(node => node.Text).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>An empty list is no mistake: then no folder's own file counts.</summary>
    private IReadOnlyList<string> ReadFolders(DocumentNode node, string key) =>
        node is { Kind: NodeKind.Sequence, Items.Count: 0 } ? [] : values.Globs(node, key);

    private List<DocumentNode> ReadRequire(DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Sequence)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a list of gates; write for example [dlp-scan]");
            return [];
        }

        foreach (var item in node.Items.Where(item => !item.IsString))
        {
            problems.Add(item, key, $"{Say.Value(item)} is not the name of a gate");
        }

        return [.. node.Items.Where(item => item.IsString)];
    }

    private GatesConfiguration ReadGates(DocumentNode node, string key, GatesConfiguration configuration)
    {
        var gates = new GateReader(problems).Read(node, key);
        return configuration with
        {
            Gates = [.. gates.Where(gate => gate.Id != WaiversGate.Id)],
            Review = gates.FirstOrDefault(gate => gate.Id == WaiversGate.Id) ?? configuration.Review,
        };
    }

    private GatesConfiguration ReadDefaults(DocumentNode node, string key, GatesConfiguration configuration)
    {
        MapReader.Read(node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["mode"] = (value, name) => configuration = configuration with { Mode = values.Mode(value, name) ?? configuration.Mode },
            ["timeout"] = (value, name) =>
                configuration = configuration with { Timeout = values.Duration(value, name, GateValues.Timeout) ?? configuration.Timeout },
            ["policy-timeout"] = (value, name) =>
                configuration = configuration with { PolicyTimeout = values.Duration(value, name, GateValues.PolicyTimeout) ?? configuration.PolicyTimeout },
        });
        return configuration;
    }
}
