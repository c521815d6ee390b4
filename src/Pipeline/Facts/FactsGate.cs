using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Facts.Csv;
using Gates.Pipeline.Facts.Files;
using Gates.Pipeline.Facts.Git;
using Gates.Pipeline.Facts.Json;
using Gates.Pipeline.Facts.Needs;
using Gates.Pipeline.Facts.Toml;
using Gates.Pipeline.Facts.Xml;
using Gates.Pipeline.Facts.Yaml;
using Gates.Policies;

namespace Gates.Pipeline.Facts;

/// <summary>The gate behind every policy-only gate: it collects what its configuration selects, and nothing else.</summary>
internal sealed class FactsGate : IGate
{
    public const string EvidenceKind = "facts/v1";

    /// <value>What a judgement can take; the worker has to hold it several times over.</value>
    private const int EvidenceLimit = 32 << 20;

    /// <value>What a build or a scanner makes is usually ignored by git, and looked for there as well.</value>
    private static readonly (string Kind, bool IsMade, Func<IFactFormat> Create)[] Formats =
    [
        ("csv", false, static () => new CsvFacts()),
        ("files", false, static () => new FileFacts()),
        ("json", false, static () => new JsonFacts()),
        ("junit", true, static () => new JUnitFacts()),
        ("sarif", true, static () => new SarifFacts()),
        ("sbom", true, static () => new SbomFacts()),
        ("toml", false, static () => new TomlFacts()),
        ("xml", false, static () => new XmlFacts()),
        ("yaml", false, static () => new YamlFacts()),
    ];

    private static readonly (string Kind, Func<IReadOnlyList<string>, IContextFacts> Create)[] Beyond =
    [
        (GitFacts.Kind, static parts => new GitFacts(parts)),
        (NeedsFacts.Kind, static gates => new NeedsFacts(gates)),
    ];

    private readonly bool isDefault;
    private readonly bool mayBeEmpty;
    private readonly FactSource[] sources;
    private readonly (string Kind, IContextFacts Facts)[] context;

    /// <exception cref="UsageException">An unknown kind of fact, or globs that only leave files out.</exception>
    public FactsGate(FactSelection selection)
    {
        var unknown = selection.Globs.Keys.FirstOrDefault(kind => !Kinds.Contains(kind, StringComparer.Ordinal));
        if (unknown is not null)
        {
            throw new UsageException($"facts: \"{unknown}\" is not a kind of fact; valid: {string.Join(", ", Kinds)}");
        }

        isDefault = selection.IsDefault;
        mayBeEmpty = selection.MayBeEmpty;
        sources =
        [
            .. from format in Formats
               where selection.Globs.ContainsKey(format.Kind)
               select new FactSource(format.Kind, selection.Globs[format.Kind], format.IsMade, format.Create),
        ];
        context = [.. from one in Beyond where selection.Globs.ContainsKey(one.Kind) select (one.Kind, one.Create(selection.Globs[one.Kind]))];
    }

    /// <value>The kinds of fact that can be selected, sorted.</value>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. Formats.Select(format => format.Kind).Concat(Beyond.Select(one => one.Kind)).Order(StringComparer.Ordinal)];

    /// <value>The kinds that a build or a scanner makes: a commit alone does not hold them.</value>
    public static IReadOnlyList<string> MadeKinds { get; } = [.. Formats.Where(format => format.IsMade).Select(format => format.Kind)];

    /// <value>The selected kinds that no files can give: they come from the repository's history, or from the run.</value>
    public IReadOnlyList<string> KindsBeyondFiles => [.. context.Select(one => one.Kind)];

    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        Task.Run(async () => new Evidence(EvidenceKind, await CollectAsync(context, cancellationToken)), cancellationToken);

    private async Task<JsonElement> CollectAsync(GateContext about, CancellationToken cancellationToken)
    {
        var buffer = new BoundedBuffer(EvidenceLimit);
        await using var facts = new Utf8JsonWriter(buffer);
        facts.WriteStartObject();
        facts.WriteStartObject("selection");
        var selected = sources.Select(source => (Source: source, Tree: source.TreeOf(about.Tree), Files: source.Select(about.Tree, facts))).ToList();
        facts.WriteEndObject();
        Cover([.. selected.Where(one => one.Files.Count == 0).Select(one => one.Source)], about);
        var malformed = new List<DocumentException>();
        foreach (var (source, tree, files) in selected)
        {
            facts.WriteStartArray(source.Kind);
            malformed.AddRange(source.Read(tree, files, facts, about, cancellationToken));
            facts.WriteEndArray();
        }

        if (malformed.Count > 0)
        {
            throw MalformedFiles.Describe(malformed);
        }

        foreach (var (kind, one) in context)
        {
            facts.WritePropertyName(kind);
            await one.WriteAsync(about, facts, cancellationToken);
            about.Coverage.Saw(one.Count, one.Unit);
        }

        facts.WriteEndObject();
        await facts.FlushAsync(cancellationToken);
        return Parse(buffer.Written);
    }

    /// <summary>Globs that select nothing are a typing error, unless <c>when-missing: skip</c> says otherwise.</summary>
    private void Cover(IReadOnlyList<FactSource> empty, GateContext about)
    {
        about.Coverage.Saw(0);
        foreach (var source in sources)
        {
            source.Cover(about);
        }

        var isWhole = empty.Count == sources.Length && context.Length == 0;
        foreach (var source in about.AllowsMissing || mayBeEmpty || (isDefault && !isWhole) ? [] : empty)
        {
            about.Coverage.LeftOut(UnseenReasons.SelectsNothing, source.Describe());
        }
    }

    private static JsonElement Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1000 });
        return JsonElement.ParseValue(ref reader);
    }
}

/// <summary>Which files a policy-only gate looks at: globs by kind of fact; a glob that starts with <c>!</c> leaves files out.</summary>
internal sealed record FactSelection(IReadOnlyDictionary<string, IReadOnlyList<string>> Globs)
{
    /// <value>Whether a policy chose them for every repository: a kind that this one has no files of is then no typing error. Default: no.</value>
    public bool IsDefault { get; init; }

    /// <value>Whether they were chosen for more than what is looked at, so that all of them may select nothing here. Default: no.</value>
    public bool MayBeEmpty { get; init; }
}
