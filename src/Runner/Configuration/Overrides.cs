using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Settings;
using Gates.Policies;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>Single keys from the command line, which beat the file: <c>dlp-scan.mode=warn</c> or <c>dlp-scan.with.exclude=vendor/**</c>.
/// A list is one item a line, or as in YAML. An empty value counts as not given, because an action passes every input.</summary>
internal static class Overrides
{
    private const string Source = "--set";

    /// <exception cref="UsageException">An override names what there is not, or its value is not valid.</exception>
    public static GatesConfiguration Apply(GatesConfiguration configuration, IReadOnlyList<string> overrides)
    {
        var problems = new Problems(Source);
        var gates = configuration.Gates.ToList();
        var changed = new HashSet<int>();
        foreach (var given in overrides)
        {
            var (id, setting, value) = Parse(given);
            var index = gates.FindIndex(gate => gate.Id == id);
            if (index < 0 && !GateIds.Offered.Contains(id, StringComparer.Ordinal))
            {
                var known = gates.Select(gate => gate.Id).Union(GateIds.Offered, StringComparer.Ordinal).ToList();
                throw new UsageException($"{Source}: {Say.Quote(id)} is not a gate{Suggestion.Words(id, known)} valid: {Say.List(known)}");
            }

            if (value.Trim().Length == 0)
            {
                continue;
            }

            if (index < 0)
            {
                index = gates.Count;
                gates.Add(new GateConfiguration(id));
            }

            gates[index] = Change(gates[index], setting, value, problems);
            if (setting is not null || gates[index].Values is null)
            {
                changed.Add(index);
            }
        }

        // Only when all are there: a required key may come after another.
        foreach (var index in changed)
        {
            gates[index] = GateOptions.WithValues(gates[index], problems);
        }

        problems.ThrowIfAny();
        return configuration with { Gates = gates };
    }

    /// <returns>The gate, the key under <c>with:</c> or <see langword="null"/> for the mode, and the value.</returns>
    private static (string Gate, string? Setting, string Value) Parse(string given) =>
        given.Split('=', 2) is [var path, var value]
            ? path.Split('.', 3) switch
            {
                [var gate, "mode"] => (gate, null, value),
                [var gate, "with", { Length: > 0 } key] => (gate, key, value),
                _ => throw Malformed(given),
            }
            : throw Malformed(given);

    private static UsageException Malformed(string given) =>
        new($"{Source} {Say.Quote(given)}: write GATE.mode=VALUE or GATE.with.KEY=VALUE, for example dlp-scan.mode=warn");

    private static GateConfiguration Change(GateConfiguration gate, string? setting, string value, Problems problems)
    {
        if (setting is null)
        {
            return gate with { Mode = new Values(problems).Mode(Text(value), Say.Key("gates", gate.Id) + ".mode"), EnforceAfter = null };
        }

        var type = GateIds.SettingsOf(gate.Id)?.FirstOrDefault(known => known.Name == setting)?.Type;
        IEnumerable<DocumentEntry> kept = gate.With?.Entries.Where(entry => entry.Key != setting) ?? [];
        return gate with { With = DocumentNode.Map([.. kept, new DocumentEntry(setting, 0, 0, Node(value, type))], 0, 0) };
    }

    private static DocumentNode Node(string value, SettingType? type)
    {
        var isYaml = value.TrimStart() is ['[', ..] or ['-', ' ', ..];
        return type switch
        {
            { Kind: SettingKind.Text } => Text(value),
            { Kind: SettingKind.List } when !isYaml => DocumentNode.Sequence(
                [.. value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Text)], 0, 0),
            _ => Yaml(value),
        };
    }

    private static DocumentNode Text(string value) => DocumentNode.Scalar(value.Trim(), value.Trim(), 0, 0);

    private static DocumentNode Yaml(string value)
    {
        try
        {
            return YamlReader.Read(value, Source) is [var node] ? node : throw new UsageException($"{Source} {Say.Quote(value)}: is not one YAML value");
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
