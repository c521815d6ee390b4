using Gates.Attestation.Branch;
using Gates.Attestation.Controls.Assertions.Levels;
using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Pipeline.Facts;
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

namespace Gates.Runner.Configuration.Policies;

/// <summary>Reads a <c>facts</c> map: the kinds of facts to collect, most of them with the globs of their files.</summary>
/// <param name="problems">Takes what is wrong.</param>
/// <param name="knowsGates">Whether other gates can be named here: a policy does not know them, a configuration does.</param>
internal sealed class FactsReader(Problems problems, bool knowsGates = true)
{
    private readonly Values values = new(problems);
    private readonly List<Placed<string>> needs = [];

    /// <value>The gates whose results were asked for, with their places; the gate has to wait for them.</value>
    public IReadOnlyList<Placed<string>> Needs => needs;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Read(DocumentNode node, string key)
    {
        var facts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        MapReader.Read(node, key, problems, FactsGate.Kinds.ToDictionary(
            kind => kind,
            kind => new Action<DocumentNode, string>((value, name) => facts[kind] = kind switch
            {
                GitFacts.Kind => ReadParts(value, name, GitFacts.Parts, "the history"),
                GitHubFacts.Kind => ReadParts(value, name, GitHubFacts.Parts, "what GitHub says"),
                ImageFacts.Kind => ReadTexts(
                    value,
                    name,
                    "images; write for example [\"ghcr.io/acme/shop:1.4\"], or [\"./**/Dockerfile\"] for what Dockerfiles pull",
                    ImageSelection.WhyNot),
                KubernetesFacts.Kind => new ObjectQueryReader(problems).Read(value, name),
                AttestedFacts.Provenance => new OptionQueryReader(problems).Read<ProvenanceQuery>(value, name, ProvenanceQuery.Options, one => one.Refuse()),
                AttestedFacts.Summaries => new OptionQueryReader(problems).Read<SummaryQuery>(value, name, SummaryQuery.Options, one => one.Refuse()),
                PrometheusFacts.Kind => new OptionQueryReader(problems).Read<MetricQuery>(value, name, MetricQuery.Options, one => one.Refuse()),
                LoggedFacts.Kind => ReadTexts(value, name, "types and names; write for example [\"drill/*.json\"]", WhyNotLogged),
                RunContextFacts.Kind => ReadTexts(value, name, "parts of the run; write for example [\"time\", \"env.STAGE\"]", RunContextFacts.WhyNot),
                NeedsFacts.Kind => ReadNeeds(value, name),
                _ => values.Globs(value, name),
            }),
            StringComparer.Ordinal));
        if (node.Entries.Count == 0 && node.Kind != NodeKind.Sequence)
        {
            problems.Add(node, key, $"names nothing to collect; valid: {Say.List(FactsGate.Kinds)}");
        }

        return facts;
    }

    private List<string> ReadParts(DocumentNode node, string key, IReadOnlyList<string> valid, string whole)
    {
        var parts = Texts(node, key, $"parts of {whole}; write for example [\"{valid[0]}\"], valid: {Say.List(valid)}");
        foreach (var (item, name) in parts.Where(part => !valid.Contains(part.Item.Text, StringComparer.Ordinal)))
        {
            problems.Add(
                item,
                name,
                $"{Say.Value(item)} is no part of {whole}{Suggestion.Words(item.Text, valid)} valid: {Say.List(valid)}");
        }

        return [.. parts.Select(part => part.Item.Text)];
    }

    /// <param name="node">The list.</param>
    /// <param name="key">Its key.</param>
    /// <param name="expected">What it is a list of, with an example.</param>
    /// <param name="whyNot">Why an entry is none, in words that follow it.</param>
    private List<string> ReadTexts(DocumentNode node, string key, string expected, Func<string, string?> whyNot)
    {
        var entries = Texts(node, key, expected);
        foreach (var (item, name) in entries)
        {
            if (whyNot(item.Text) is { } reason)
            {
                problems.Add(item, name, $"{Say.Value(item)} {reason}");
            }
        }

        return [.. entries.Select(entry => entry.Item.Text)];
    }

    private static string? WhyNotLogged(string text) => LoggedFacts.Split(text) is not { } selection
        ? "is not a type of evidence, a slash and a glob of names, such as drill/*.json"
        : ThirdPartyFile.Types.Contains(selection.Type, StringComparer.Ordinal)
            ? null
            : $"begins with no type of evidence{Suggestion.Words(selection.Type, ThirdPartyFile.Types)} valid: {Say.List(ThirdPartyFile.Types)}";

    private List<string> ReadNeeds(DocumentNode node, string key)
    {
        if (!knowsGates)
        {
            problems.Add(node, key, "names gates of a configuration, which a policy cannot know; write it in gates.yml, under `facts` of the gate");
            return [];
        }

        var ids = Texts(node, key, "gate ids; write for example [\"dlp-scan\"]");
        needs.AddRange(ids.Select(id => new Placed<string>(id.Item.Text, Place.From(id.Item))));
        return [.. ids.Select(id => id.Item.Text)];
    }

    private List<(DocumentNode Item, string Name)> Texts(DocumentNode node, string key, string expected)
    {
        if (node.Kind != NodeKind.Sequence || node.Items.Count == 0)
        {
            problems.Add(node, key, $"{(node.Kind == NodeKind.Sequence ? "an empty list" : Say.Value(node))} is not a list of {expected}");
            return [];
        }

        var items = node.Items.Select((item, i) => (Item: item, Name: Say.Item(key, i))).ToList();
        foreach (var (item, name) in items.Where(one => !one.Item.IsString))
        {
            problems.Add(item, name, $"{Say.Value(item)} is not text");
        }

        return [.. items.Where(one => one.Item.IsString)];
    }
}
