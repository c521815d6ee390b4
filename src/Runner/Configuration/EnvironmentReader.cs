using Gates.BuiltIn.Waivers;
using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Pipeline.Results;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>Reads the <c>environments:</c> section.</summary>
internal sealed class EnvironmentReader(Problems problems)
{
    private readonly Values values = new(problems);

    public IReadOnlyDictionary<string, EnvironmentConfiguration> Read(DocumentNode node, string key)
    {
        var environments = new Dictionary<string, EnvironmentConfiguration>(StringComparer.Ordinal);
        foreach (var entry in MapReader.Entries(node, key, problems))
        {
            GateMode? mode = null;
            var gates = new Dictionary<string, EnvironmentGate>(StringComparer.Ordinal);
            MapReader.Read(entry.Node, Say.Key(key, entry.Key), problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
            {
                ["mode"] = (value, name) => mode = values.Mode(value, name),
                ["gates"] = (value, name) => ReadGates(value, name, gates),
            });
            environments[entry.Key] = new EnvironmentConfiguration(mode, gates);
        }

        return environments;
    }

    /// <summary>What is said of gates can be checked only when all of them are known.</summary>
    public void Check(DocumentNode? environments, GatesConfiguration configuration)
    {
        var known = configuration.Gates.Select(gate => gate.Id).Append(WaiversGate.Id).ToList();
        foreach (var environment in environments?.Entries ?? [])
        {
            foreach (var entry in environment.Node.Get("gates")?.Entries ?? [])
            {
                var name = Say.Key(Say.Key("environments", environment.Key) + ".gates", entry.Key);
                if (!known.Contains(entry.Key, StringComparer.Ordinal))
                {
                    problems.Add(Place.From(entry), name, $"names no gate of this file{Suggestion.Words(entry.Key, known)} valid: {Say.List(known)}");
                }
                else if (entry.Node.Get("with") is { } with)
                {
                    CheckOptions(with, name + ".with", entry.Key, configuration);
                }
            }
        }
    }

    private void ReadGates(DocumentNode node, string key, Dictionary<string, EnvironmentGate> gates)
    {
        foreach (var entry in MapReader.Entries(node, key, problems))
        {
            var gate = new EnvironmentGate();
            MapReader.Read(entry.Node, Say.Key(key, entry.Key), problems, new Dictionary<string, Action<DocumentNode, string>>(StringComparer.Ordinal)
            {
                ["mode"] = (value, name) => gate = gate with { Mode = values.Mode(value, name) },
                ["with"] = (value, _) => gate = gate with { With = value },
            });
            gates[entry.Key] = gate;
        }
    }

    /// <summary>The options of a policy of the repository are known only when a run is planned.</summary>
    private void CheckOptions(DocumentNode with, string key, string id, GatesConfiguration configuration)
    {
        if (id == WaiversGate.Id)
        {
            problems.Add(with, key, $"cannot be said about `{WaiversGate.Id}`, which has no options");
            return;
        }

        var gate = configuration.Gates.First(one => one.Id == id);
        var settings = gate.Policy is null ? GateIds.SettingsOf(gate.Id) : null;
        var reader = new SettingReader(problems);
        if (settings is null)
        {
            MapReader.Entries(with, key, problems);
        }
        else
        {
            MapReader.Read(with, key, problems, settings.ToDictionary(
                setting => setting.Name,
                Action<DocumentNode, string> (setting) => (node, name) => reader.Read(node, name, setting.Type),
                StringComparer.Ordinal));
        }
    }
}
