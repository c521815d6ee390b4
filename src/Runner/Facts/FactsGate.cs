using System.Text.Json;
using Gates.Policies;
using Gates.Runner.Documents;
using Gates.Runner.Facts.Files;
using Gates.Runner.Facts.Json;
using Gates.Runner.Facts.Yaml;

namespace Gates.Runner.Facts;

/// <summary>The gate behind every policy-only gate: it collects what the selected files hold, and nothing else.</summary>
internal sealed class FactsGate : IGate
{
    public const string EvidenceKind = "facts/v1";

    /// <value>What a judgement can take; the worker has to hold it several times over.</value>
    private const int EvidenceLimit = 32 << 20;

    private static readonly (string Kind, Func<IFactFormat> Create)[] Formats =
    [
        ("files", static () => new FileFacts()),
        ("json", static () => new JsonFacts()),
        ("yaml", static () => new YamlFacts()),
    ];

    private readonly FactSource[] sources;

    /// <exception cref="UsageException">An unknown kind of fact, or globs that only leave files out.</exception>
    public FactsGate(FactSelection selection)
    {
        var unknown = selection.Globs.Keys.FirstOrDefault(kind => !Kinds.Contains(kind, StringComparer.Ordinal));
        if (unknown is not null)
        {
            throw new UsageException($"facts: \"{unknown}\" is not a kind of fact; valid: {string.Join(", ", Kinds)}");
        }

        sources =
        [
            .. from format in Formats
               where selection.Globs.ContainsKey(format.Kind)
               select new FactSource(format.Kind, selection.Globs[format.Kind], format.Create),
        ];
    }

    /// <value>The kinds of fact that can be selected, sorted.</value>
    public static IReadOnlyList<string> Kinds { get; } = [.. Formats.Select(format => format.Kind)];

    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        Task.Run(() => new Evidence(EvidenceKind, Collect(context.Tree, cancellationToken)), cancellationToken);

    private JsonElement Collect(ISourceTree tree, CancellationToken cancellationToken)
    {
        var buffer = new BoundedBuffer(EvidenceLimit);
        using var facts = new Utf8JsonWriter(buffer);
        facts.WriteStartObject();
        facts.WriteStartObject("selection");
        var selected = sources.Select(source => (Source: source, Files: source.Select(tree.AllFiles, facts))).ToList();
        facts.WriteEndObject();
        var malformed = new List<DocumentException>();
        foreach (var (source, files) in selected)
        {
            facts.WriteStartArray(source.Kind);
            malformed.AddRange(source.Read(tree, files, facts, cancellationToken));
            facts.WriteEndArray();
        }

        facts.WriteEndObject();
        facts.Flush();
        if (malformed.Count > 0)
        {
            throw MalformedFiles.Describe(malformed);
        }

        var reader = new Utf8JsonReader(buffer.Written, new JsonReaderOptions { MaxDepth = 1000 });
        return JsonElement.ParseValue(ref reader);
    }
}
