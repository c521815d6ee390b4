using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;
using Gates.Pipeline;
using Gates.Pipeline.Facts;
using Gates.Policies;
using Gates.Runner.Configuration.Folders;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>Turns a gate's configuration into the gate, its policy and its settings.</summary>
internal sealed class GateResolver(PlanRequest request, Problems problems)
{
    private static readonly Dictionary<string, string> NoHelp = new(StringComparer.Ordinal);

    /// <value>Helpers of the root that policies of folders may import as well.</value>
    private const string SharedScripts = "policies/lib/";

    private readonly PolicyLoader loader = new(request.Tree);

    /// <summary>The gate, or <see langword="null"/> when there is a problem with it.</summary>
    public ResolvedGate? Resolve(GateConfiguration gate)
    {
        var key = Say.Key("gates", gate.Name);
        var builtIn = GateIds.BuiltIn(gate.Name);
        if (LoadPolicy(gate, key) is not { } loaded || IsMeantForAnother(gate, loaded.Manifest, key))
        {
            return null;
        }

        var manifest = loaded.Manifest;
        var settings = Settings(builtIn, manifest, gate, key);
        var values = gate.Values ?? ReadValues(gate, loaded, settings, key);
        var facts = builtIn is null ? FactsOf(gate, manifest, key) : null;
        if (problems.Any || Create(gate, key, builtIn, values, facts) is not { } made)
        {
            return null;
        }

        var title = builtIn?.Title ?? manifest?.Title ?? gate.Name;
        return new ResolvedGate(title, made, loaded, SettingJson.ToElement(values), manifest?.Help ?? NoHelp) { Facts = facts };
    }

    private bool IsMeantForAnother(GateConfiguration gate, PolicyManifest? manifest, string key)
    {
        if (manifest?.Gate is not { } meant || meant == gate.Name)
        {
            return false;
        }

        problems.Add(gate.Policy?.Place ?? gate.Place, key + ".policy", $"judges what {meant} collects; write it under `{meant}:`, as its `policy`");
        return true;
    }

    /// <summary>What a gate that is not built in collects.</summary>
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? FactsOf(GateConfiguration gate, PolicyManifest? manifest, string key)
    {
        var facts = gate.Facts ?? (gate.Folder.Length > 0 ? FolderGlobs.Of(manifest?.Facts, gate.Folder) : manifest?.Facts);
        if (gate.Folder.Length > 0 && facts?.Keys.FirstOrDefault(FolderReader.IsOfTheWhole) is { } whole)
        {
            problems.Add(gate.Place, key, $"collects `{whole}`, which is about the whole repository, not a folder; the gate stands in the root's file");
        }

        if (facts is null)
        {
            problems.Add(
                gate.Place,
                key,
                $"says nothing about what to collect; add `facts`, for example `facts: {{ yaml: [\"k8s/**/*.yaml\"] }}`; kinds: {Say.List(FactsGate.Kinds)}");
        }

        return facts;
    }

    private LoadedPolicy? LoadPolicy(GateConfiguration gate, string key)
    {
        if (gate.Policy is not { } policy)
        {
            return GateIds.BuiltIn(gate.Name) is { } definition
                ? new LoadedPolicy(ShippedPolicies.Default(definition), null)
                : new LoadedPolicy(ShippedPolicies.Source(gate.Name), ShippedPolicies.Find(gate.Name));
        }

        try
        {
            return PolicyPin.Is(policy.Value)
                ? LoadPinned(PolicyPin.Parse(policy.Value))
                : loader.Load(policy.Value, gate.Folder.Length > 0 ? SharedScripts : null);
        }
        catch (UsageException e)
        {
            problems.Add(policy.Place, key + ".policy", e.Message);
            return null;
        }
    }

    private LoadedPolicy LoadPinned(PolicyPin pin)
    {
        if (!request.Pinned.TryGetValue(pin, out var tree))
        {
            throw new UsageException("is pinned from another repository, which only `gates run` and `gates baseline` fetch; work on it where it is written");
        }

        // Its files are named after their own repository, so that nobody looks for them here.
        var loaded = new PolicyLoader(tree).Load(pin.Path);
        var files = new PolicyFiles(
            pin.Folder + loaded.Files!.Entry,
            loaded.Files.Texts.ToDictionary(text => pin.Folder + text.Key, text => text.Value, StringComparer.Ordinal));
        return loaded with { Source = files.Source, Files = files };
    }

    /// <summary>What may stand under <c>with:</c>: the gate's own options, then what its policy declares.</summary>
    private IReadOnlyList<Setting> Settings(GateDefinition? builtIn, PolicyManifest? manifest, GateConfiguration gate, string key)
    {
        var own = builtIn is null ? [] : builtIn.Options.Settings;
        var declared = manifest?.Settings ?? [];
        foreach (var both in declared.Where(setting => own.Any(o => o.Name == setting.Name)))
        {
            problems.Add(
                gate.Policy?.Place ?? gate.Place,
                key + ".policy",
                $"its policy.json declares `{both.Name}`, which is already an option of {gate.Name}; remove the declaration");
        }

        return [.. own, .. declared.Where(setting => own.All(o => o.Name != setting.Name))];
    }

    private SettingMap ReadValues(GateConfiguration gate, LoadedPolicy loaded, IReadOnlyList<Setting> settings, string key)
    {
        if (settings.Count == 0 && (gate.FolderWith ?? gate.With) is { Entries.Count: > 0 } with)
        {
            problems.Add(with, key + ".with", loaded.Manifest is null
                ? $"{loaded.Source.Name} declares no settings; put the script into a folder as policy.js, with a policy.json that declares them"
                : "its policy.json declares no settings; declare them under `settings` there");
            return SettingMap.Empty;
        }

        if (gate.Folder.Length > 0)
        {
            var own = gate.FolderWith is { } written ? FolderGlobs.Of(written, settings, gate.Folder) : null;
            gate = gate with { With = GateOptions.Merge(gate.With, own) };
            settings = FolderGlobs.Of(settings, gate.Folder);
        }

        return new SettingReader(problems).ReadGroup(gate.With, gate.Place, key + ".with", settings);
    }

    private IGate? Create(
        GateConfiguration gate, string key, GateDefinition? builtIn, SettingMap values, IReadOnlyDictionary<string, IReadOnlyList<string>>? facts)
    {
        try
        {
            var made = builtIn is null
                ? new FactsGate(new FactSelection(facts!) { IsDefault = gate.Facts is null, MayBeEmpty = gate.HasFactsFromAbove }, request.Services)
                : builtIn.Create(builtIn.Options.Create(values), request.Services);
            (made as IRuledGate)?.CheckOptions(request.Tree);
            return made;
        }
        catch (UsageException e)
        {
            // A gate knows best what its options may say together; it does not know where they stand.
            var own = gate.Name + ": ";
            var message = e.Message.StartsWith(own, StringComparison.Ordinal) ? e.Message[own.Length..] : e.Message;
            problems.Add(gate.With is null ? gate.Place : Place.From(gate.With), key + ".with", message);
            return null;
        }
    }
}

/// <summary>What a configured gate turns out to be.</summary>
internal sealed record ResolvedGate(string Title, IGate Gate, LoadedPolicy Policy, JsonElement Settings, IReadOnlyDictionary<string, string> Help)
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Facts { get; init; }
}
