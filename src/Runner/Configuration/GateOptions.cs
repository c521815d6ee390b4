using Gates.Formats.Documents;
using Gates.Formats.Settings;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>The options of a gate when something changes them.</summary>
internal static class GateOptions
{
    /// <summary>The gate with its options read again; those of a policy of the repository are read when the run is planned.</summary>
    public static GateConfiguration WithValues(GateConfiguration gate, Problems problems) =>
        gate.Policy is null && GateIds.SettingsOf(gate.Name) is { } settings
            ? gate with { Values = new SettingReader(problems).ReadSound(gate.With, gate.Place, Say.Key("gates", gate.Name) + ".with", settings) }
            : gate;

    /// <summary>The gates with the options that an environment gives them: each takes the place of the file's as a whole.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="environment">The environment; <see langword="null"/>, or one that is not known, changes nothing.</param>
    public static GatesConfiguration In(GatesConfiguration configuration, string? environment)
    {
        if (environment is null || configuration.Environments.GetValueOrDefault(environment) is not { } chosen)
        {
            return configuration;
        }

        var problems = new Problems(configuration.Source);
        var gates = configuration.Gates.Select(gate => chosen.Gates.GetValueOrDefault(gate.Id)?.With is { } with
            ? WithValues(gate with { With = Merge(gate.With, with) }, problems)
            : gate).ToList();
        problems.ThrowIfAny();
        return configuration with { Gates = gates };
    }

    /// <summary>Two <c>with:</c> blocks: what the second has takes the place of the first's.</summary>
    public static DocumentNode? Merge(DocumentNode? own, DocumentNode? with) => own is null || with is not { Kind: NodeKind.Map }
        ? with ?? own
        : DocumentNode.Map([.. own.Entries.Where(entry => with.Get(entry.Key) is null), .. with.Entries], own.Line, own.Column);
}
