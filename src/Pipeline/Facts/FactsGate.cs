using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Facts.Attested;
using Gates.Policies;

namespace Gates.Pipeline.Facts;

/// <summary>The gate behind every policy-only gate: it collects what its configuration selects, and nothing else.</summary>
internal sealed class FactsGate : IGate, IReachesOut, IRuledGate
{
    public const string EvidenceKind = "facts/v1";

    /// <value>What a judgement can take; the worker has to hold it several times over.</value>
    private const int EvidenceLimit = 32 << 20;

    private readonly bool isDefault;
    private readonly bool mayBeEmpty;
    private readonly FactSource[] sources;
    private readonly (string Kind, IContextFacts Facts)[] context;

    /// <param name="selection">What is collected.</param>
    /// <param name="services">The doors to the outside; <see langword="null"/> for those that every machine has.</param>
    /// <exception cref="UsageException">An unknown kind of fact, or globs that only leave files out.</exception>
    public FactsGate(FactSelection selection, GateServices? services = null)
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
            .. from format in FactKinds.Files
               where selection.Globs.ContainsKey(format.Kind)
               select new FactSource(format.Kind, selection.Globs[format.Kind], format.IsMade, format.Create),
        ];
        context =
        [
            .. from one in FactKinds.Beyond
               where selection.Globs.ContainsKey(one.Kind)
               select (one.Kind, FactKinds.Create(one, selection.Globs[one.Kind], services)),
        ];
    }

    /// <value>The kinds of fact that can be selected, sorted.</value>
    public static IReadOnlyList<string> Kinds { get; } =
        [.. FactKinds.Files.Select(format => format.Kind).Concat(FactKinds.Beyond.Select(one => one.Kind)).Order(StringComparer.Ordinal)];

    /// <value>The selected kinds that no files can give: they come from the repository's history, or from the run.</value>
    public IReadOnlyList<string> KindsBeyondFiles => [.. context.Select(one => one.Kind)];

    /// <value>Whether servers are asked; see <see cref="IReachesOut"/>.</value>
    public bool ReachesOut => context.Any(one => one.Facts is IReachesOut);

    public string Answers => string.Join(" and ", context.Select(one => one.Facts).OfType<IReachesOut>().Select(one => one.Answers));

    public IEnumerable<string> RuleFiles(ISourceTree tree) =>
        context.Select(one => one.Facts).OfType<AttestedFacts>().SelectMany(one => one.RuleFiles).Distinct(StringComparer.Ordinal);

    public void CheckRules(ISourceTree tree)
    {
        // Whom to believe is read when something is verified.
    }

    public Task<Evidence> InspectAsync(GateContext context, CancellationToken cancellationToken) =>
        Task.Run(
            async () => new Evidence(EvidenceKind, await CollectAsync(context, cancellationToken))
            {
                People = this.context.SelectMany(one => one.Facts.People).ToDictionary(StringComparer.Ordinal),
            },
            cancellationToken);

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
            about.Coverage.LeftOut(UnseenReasons.SelectsNothing, source.Describe() + source.Hint(about.Tree));
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
