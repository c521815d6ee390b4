using System.Globalization;
using Gates.BuiltIn.Waivers;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Pipeline.Facts.Attested;
using Gates.Pipeline.Facts.Git;
using Gates.Pipeline.Facts.GitHub;
using Gates.Pipeline.Facts.Images;
using Gates.Pipeline.Facts.Kubernetes;
using Gates.Pipeline.Facts.Logged;
using Gates.Pipeline.Facts.Needs;
using Gates.Pipeline.Facts.Prometheus;
using Gates.Pipeline.Facts.Run;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration.Folders;

/// <summary>Reads a folder's own file as it is written; what it means beside the files above it is <see cref="FolderGates"/>' business.</summary>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class FolderReader(Problems problems)
{
    /// <value>In one file.</value>
    public const int MaxGates = 20;

    /// <value>What a gate here may say.</value>
    public static IReadOnlyList<string> Keys { get; } = ["mode", "enforce-after", "with", "facts", "policy"];

    private static readonly DocumentLimits Limits = new() { Bytes = 65_536, Nodes = 10_000, Depth = 32 };

    private static readonly string[] OfTheRoot = ["defaults", "environments", "require", "folders", "waivers", "baseline"];

    private static readonly string[] OfTheRootsGates = ["timeout", "policy-timeout", "needs", "when-changed", "when-missing"];

    private readonly Values values = new(problems);

    public FolderFile Read(ISourceTree tree, string path)
    {
        var file = new FolderFile(path, [], problems);
        try
        {
            using var stream = tree.Open(path);
            var text = DocumentText.Read(stream, path, Limits);
            if (string.IsNullOrWhiteSpace(text))
            {
                return file with { Failure = $"{Say.Path(path)}: the file is empty; a folder's own file begins with `version: 1` and `gates:`" };
            }

            var root = ConfigurationReader.Root(text, path, Limits);
            return root.Kind == NodeKind.Map ? Read(root, file) : throw new DocumentException(
                path, root.Line, root.Column, $"{Say.Value(root)} is not a configuration; the file is a map that starts with `version: 1`");
        }
        catch (Exception e) when (e is DocumentException or UsageException or EvaluationException)
        {
            return file with { Failure = e.Message };
        }
    }

    private FolderFile Read(DocumentNode root, FolderFile file)
    {
        var readers = OfTheRoot.ToDictionary(
            key => key,
            key => new Action<DocumentNode, string>((node, name) => problems.Add(node, name, "is for the whole repository; it stands in the root's file")),
            StringComparer.Ordinal);
        var known = new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["version"] = values.Version,
            ["name"] = (node, key) => file = file with { Name = ReadName(node, key) },
            ["gates"] = (node, key) => file = file with { Gates = ReadGates(node, key) },
        };
        MapReader.Read(root, "", problems, known.Concat(readers).ToDictionary(StringComparer.Ordinal));
        foreach (var missing in new[] { "version", "gates" }.Where(key => root.Get(key) is null))
        {
            problems.Add(Place.From(root), missing, missing == "version" ? "is missing; write `version: 1`" : "is missing; name at least one gate under it");
        }

        return file;
    }

    private string? ReadName(DocumentNode node, string key)
    {
        var refusal = node.IsString ? GateId.Refuse(node.Text) : "is not text";
        if (refusal is not null)
        {
            problems.Add(node, key, $"{Say.Value(node)} {refusal.Replace("a gate's name", "a name", StringComparison.Ordinal)}");
        }

        return refusal is null ? node.Text : null;
    }

    private List<FolderGate> ReadGates(DocumentNode node, string key)
    {
        var entries = MapReader.Entries(node, key, problems);
        if (entries.Count is 0 or > MaxGates)
        {
            problems.Add(node, key, entries.Count == 0
                ? "names no gate, so nothing would run; remove the file, or name one"
                : string.Create(CultureInfo.InvariantCulture, $"names {entries.Count} gates; at most {MaxGates} are possible in a folder's file"));
            return [];
        }

        return [.. entries.Select(entry => ReadGate(entry, Say.Key(key, entry.Key))).OfType<FolderGate>()];
    }

    private FolderGate? ReadGate(DocumentEntry entry, string key)
    {
        if (Refuse(entry.Key) is { } refusal)
        {
            problems.Add(Place.From(entry), key, refusal);
            return null;
        }

        var gate = new FolderGate(new GateConfiguration(entry.Key) { Place = Place.From(entry) }, entry.Node);
        var readers = OfTheRootsGates.ToDictionary(
            name => name,
            name => new Action<DocumentNode, string>((node, full) =>
                problems.Add(node, full, $"is the root's to say; a folder's file takes {Say.List(Keys)}")),
            StringComparer.Ordinal);
        var known = new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["mode"] = (node, name) => gate = gate with { Own = gate.Own with { Mode = values.Mode(node, name) } },
            ["enforce-after"] = (node, name) => gate = gate with { Own = gate.Own with { EnforceAfter = values.Day(node, name) } },
            ["policy"] = (node, name) => gate = gate with { Own = gate.Own with { Policy = ReadPolicy(node, name) } },
            ["facts"] = (node, name) => gate = gate with { Own = gate.Own with { Facts = ReadFacts(node, name) } },
            ["with"] = (node, name) =>
            {
                MapReader.Entries(node, name, problems);
                gate = gate with { Own = gate.Own with { With = node } };
            },
        };
        MapReader.Read(entry.Node, key, problems, known.Concat(readers).ToDictionary(StringComparer.Ordinal));
        new GateReader(problems).CheckEnforceAfter(entry, gate.Own, key);
        return gate;
    }

    /// <summary>Why a gate can be the root's alone.</summary>
    private static string? Refuse(string name) => name == WaiversGate.Id
        ? "is the look at the waivers, which are the whole repository's; it stands in the root's file"
        : GateId.Refuse(name)
        ?? (GateIds.BuiltIn(name)?.MadeInput is { } made
            ? $"judges {made}, which is no part of a folder; it stands in the root's file"
            : null);

    private Placed<string> ReadPolicy(DocumentNode node, string key)
    {
        if (node.IsString && PolicyPin.Is(node.Text))
        {
            problems.Add(
                node,
                key,
                $"{Say.Value(node)} is of another repository; a folder's file takes policies of its folder, and the root's file those of others");
            return new Placed<string>("", Place.From(node));
        }

        return new Placed<string>(values.RepositoryPath(node, key) ?? "", Place.From(node));
    }

    private IReadOnlyDictionary<string, IReadOnlyList<string>> ReadFacts(DocumentNode node, string key)
    {
        foreach (var whole in node.Entries.Where(entry => IsOfTheWhole(entry.Key)))
        {
            problems.Add(Place.From(whole), Say.Key(key, whole.Key), "is about the whole repository, not a folder; the gate stands in the root's file");
        }

        return new FactsReader(problems).Read(node, key);
    }

    /// <summary>Facts that no folder has a part of.</summary>
    public static bool IsOfTheWhole(string kind) =>
        kind is GitFacts.Kind or GitHubFacts.Kind or ImageFacts.Kind or KubernetesFacts.Kind or LoggedFacts.Kind or NeedsFacts.Kind
            or PrometheusFacts.Kind or RunContextFacts.Kind
        || AttestedFacts.Kinds.Contains(kind, StringComparer.Ordinal);
}

/// <summary>A folder's own file.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Gates">What it says of gates.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record FolderFile(string Path, IReadOnlyList<FolderGate> Gates, Problems Problems)
{
    /// <value>What stands before the names of its gates; <see langword="null"/> when that is made of the folder.</value>
    public string? Name { get; init; }

    /// <value>Why nothing of it could be read.</value>
    public string? Failure { get; init; }

    /// <value>With a slash at its end.</value>
    public string Folder => FolderFiles.FolderOf(Path);
}

/// <summary>What a folder's own file says of a gate.</summary>
/// <param name="Own">As written, paths relative to the folder.</param>
/// <param name="Node">The whole entry, for places.</param>
internal sealed record FolderGate(GateConfiguration Own, DocumentNode Node);
