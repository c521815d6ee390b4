using System.Globalization;
using Gates.BuiltIn.Waivers;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>Reads the <c>gates:</c> section.</summary>
internal sealed class GateReader(Problems problems)
{
    /// <summary>More gates than anyone needs, few enough to check their <c>needs</c> by walking them.</summary>
    public const int MaxCount = 200;

    public static IReadOnlyList<string> WhenMissing { get; } = ["skip", "error"];

    /// <value>What a gate of any kind can say beside <c>with:</c>.</value>
    private static readonly string[] Keys =
        ["mode", "enforce-after", "timeout", "policy-timeout", "needs", "when-changed", "when-missing", "policy", "facts", "with"];

    private readonly Values values = new(problems);

    public IReadOnlyList<GateConfiguration> Read(DocumentNode node, string key)
    {
        var entries = MapReader.Entries(node, key, problems);
        if (entries.Count > MaxCount)
        {
            problems.Add(node, key, string.Create(CultureInfo.InvariantCulture, $"names {entries.Count} gates; at most {MaxCount} are possible"));
            return [];
        }

        var gates = entries.Select(entry => ReadGate(entry, Say.Key(key, entry.Key))).ToList();
        if (gates.All(gate => gate.Id == WaiversGate.Id) && node.Kind != NodeKind.Sequence)
        {
            problems.Add(node, key, $"names no gate, so nothing would run; add one of {Say.List(GateIds.Offered)}");
        }

        GateNeeds.Check([.. gates.Where(gate => gate.Id != WaiversGate.Id)], problems);
        return gates;
    }

    /// <summary>The look at the waivers is no gate of the file: it runs by itself, after the others, when there are waivers.</summary>
    public static IReadOnlyList<string> ReviewKeys { get; } = ["mode", "enforce-after"];

    private GateConfiguration ReadReview(DocumentEntry entry, GateConfiguration gate, string key)
    {
        foreach (var other in entry.Node.Entries.Where(other => !ReviewKeys.Contains(other.Key, StringComparer.Ordinal)))
        {
            problems.Add(
                Place.From(other),
                Say.Key(key, other.Key),
                $"cannot be said about `{WaiversGate.Id}`, which Gates runs by itself after all gates when there are waivers; valid: {Say.List(ReviewKeys)}");
        }

        return gate;
    }

    private GateConfiguration ReadGate(DocumentEntry entry, string key)
    {
        var gate = new GateConfiguration(entry.Key) { Place = Place.From(entry) };
        MapReader.Read(entry.Node, key, problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
        {
            ["mode"] = (node, name) => gate = gate with { Mode = values.Mode(node, name) },
            ["enforce-after"] = (node, name) => gate = gate with { EnforceAfter = values.Day(node, name) },
            ["timeout"] = (node, name) => gate = gate with { Timeout = values.Duration(node, name, GateValues.Timeout) },
            ["policy-timeout"] = (node, name) => gate = gate with { PolicyTimeout = values.Duration(node, name, GateValues.PolicyTimeout) },
            ["needs"] = (node, name) => gate = gate with { Needs = [.. gate.Needs, .. ReadNeeds(node, name)] },
            ["when-changed"] = (node, name) => gate = gate with { WhenChanged = values.Globs(node, name) },
            ["when-missing"] = (node, name) => gate = gate with { SkipWhenMissing = values.Choice(node, name, WhenMissing) == "skip" },
            ["policy"] = (node, name) => gate = gate with { Policy = new Placed<string>(values.PolicyReference(node, name) ?? "", Place.From(node)) },
            ["facts"] = (node, name) =>
            {
                var facts = new FactsReader(problems);
                gate = gate with { Facts = facts.Read(node, name), Needs = [.. gate.Needs, .. facts.Needs] };
            },
            ["with"] = (node, _) => gate = gate with { With = node },
        }, unknown => NotBesideWith(entry.Key, unknown));
        CheckEnforceAfter(entry, gate, key);
        return gate.Id == WaiversGate.Id ? ReadReview(entry, gate, key) : Resolve(entry, gate, key);
    }

    /// <summary>What newcomers write beside <c>with:</c>.</summary>
    private static string? NotBesideWith(string gate, string key)
    {
        if (key == "image")
        {
            return "gates that run as containers are not supported yet; use `policy` with `facts`";
        }

        var options = GateIds.SettingsOf(gate)?.Select(setting => setting.Name).ToList() ?? [];
        return options.Contains(key, StringComparer.Ordinal) ? $"is an option of {gate} and belongs under `with:`; write `with: {{ {key}: … }}`"
            : Suggestion.For(key, Keys) is null && Suggestion.For(key, options) is { } meant
                ? $"is not known; did you mean the option \"{meant}\"? It belongs under `with:`; write `with: {{ {meant}: … }}`"
            : null;
    }

    /// <summary>And under it.</summary>
    private static string? NotUnderWith(string key) => Keys.Contains(key, StringComparer.Ordinal)
        ? $"is a key of the gate itself and belongs beside `with:`, not under it"
        : null;

    public void CheckEnforceAfter(DocumentEntry entry, GateConfiguration gate, string key)
    {
        if (entry.Node.Get("enforce-after") is { } node && gate.Mode is not (null or GateMode.Warn))
        {
            problems.Add(
                node,
                key + ".enforce-after",
                $"turns `warn` into `enforce`, but the mode is {entry.Node.GetText("mode")}; write `mode: warn`, or remove this key");
        }
    }

    private GateConfiguration Resolve(DocumentEntry entry, GateConfiguration gate, string key)
    {
        if (GateId.Refuse(gate.Id) is { } refusal)
        {
            problems.Add(gate.Place, key, Suggestion.For(gate.Id, GateIds.Offered) is { } meant ? $"{refusal}; did you mean \"{meant}\"?" : refusal);
            return gate;
        }

        var builtIn = GateIds.BuiltIn(gate.Id);
        if (builtIn is not null && entry.Node.Get("facts") is { } facts)
        {
            problems.Add(facts, key + ".facts", $"{gate.Id} collects its own facts; remove this key");
        }

        if (gate.Policy is not null || entry.Node.Get("image") is not null)
        {
            CheckOwnOptions(gate, builtIn, key + ".with");
            return gate;
        }

        var settings = GateIds.SettingsOf(gate.Id);
        if (settings is null)
        {
            problems.Add(
                gate.Place,
                key,
                $"is not a gate{Suggestion.Words(gate.Id, GateIds.Offered)} valid: {Say.List(GateIds.Offered)}, or a gate of your own with `policy`");
            return gate;
        }

        return gate with { Values = new SettingReader(problems).ReadSound(gate.With, gate.Place, key + ".with", settings, NotUnderWith) };
    }

    /// <summary>With a policy of one's own, only its manifest knows the other settings; it is read when the run is planned.</summary>
    private void CheckOwnOptions(GateConfiguration gate, GateDefinition? builtIn, string key)
    {
        var reader = new SettingReader(problems);
        foreach (var entry in gate.With is null ? [] : MapReader.Entries(gate.With, key, problems))
        {
            if (builtIn is not null && builtIn.Options.Settings.FirstOrDefault(o => o.Name == entry.Key) is { } option)
            {
                reader.Read(entry.Node, Say.Key(key, entry.Key), option.Type);
            }
        }
    }

    private List<Placed<string>> ReadNeeds(DocumentNode node, string key)
    {
        if (node.Kind != NodeKind.Sequence)
        {
            problems.Add(node, key, $"{Say.Value(node)} is not a list of gates; write [one, two]");
        }

        return [.. node.Items.Select(item => new Placed<string>(item.Text, Place.From(item)))];
    }
}
