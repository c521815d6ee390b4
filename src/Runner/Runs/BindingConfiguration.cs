using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Foundation.Trees;
using Gates.Runner.Configuration;

namespace Gates.Runner.Runs;

/// <summary>Whose configuration judges somebody else's change: the base's, else the built-in defaults. One that only the change has never does.</summary>
/// <param name="Configuration">What judges.</param>
/// <param name="Notes">What a reader must know about the choice.</param>
/// <param name="IsOfBase">Whether the base has one.</param>
internal sealed record BindingConfiguration(GatesConfiguration Configuration, IReadOnlyList<string> Notes, bool IsOfBase)
{
    /// <param name="atBase">The base's files.</param>
    /// <param name="here">The change's files.</param>
    /// <param name="given">What <c>--config</c> names; <see langword="null"/> when it was not given.</param>
    /// <param name="baseSha">How to name the base.</param>
    /// <exception cref="UsageException">The base's configuration is not valid, or neither side has the one that was named.</exception>
    public static BindingConfiguration From(ISourceTree atBase, ISourceTree here, string? given, string baseSha)
    {
        if (given is not null && ConfigurationLocator.Named(given) is var path)
        {
            if (atBase.Exists(path))
            {
                return new BindingConfiguration(At(ConfigurationLocator.Read(atBase, given), baseSha), [], true);
            }

            // Throws where the change has none either: then the name is a mistake.
            ConfigurationLocator.Find(here, given);
        }

        string[] absent = given is null ? [] : [$"{Say.Path(given)} is not at the base commit {Prose.Commit(baseSha)}; it counts once merged"];
        return ConfigurationLocator.Find(atBase, null) is { } usual
            ? new BindingConfiguration(
                At(ConfigurationLocator.Read(atBase, null), baseSha),
                [.. absent.Select(note => $"{note}. {usual} of the base judges.")],
                true)
            : new BindingConfiguration(ConfigurationLocator.Read(atBase, null), [.. absent.Select(note => $"{note}.")], false);
    }

    /// <summary>
    /// What was asked of a run, as far as this configuration knows it: where the base has none, the change's own environments and gates are not known yet.
    /// </summary>
    /// <param name="plan">What was asked.</param>
    /// <param name="set">The single keys of the command line, which may bring gates.</param>
    /// <exception cref="UsageException">None of the gates that were asked for is known.</exception>
    public (PlanRequest Plan, IReadOnlyList<string> Notes) Known(PlanRequest plan, IReadOnlyList<string> set)
    {
        if (IsOfBase)
        {
            return (plan, []);
        }

        var notes = new List<string>();
        if (plan.Environment is { } environment)
        {
            notes.Add($"The base has no configuration, so the environment {Say.Path(environment)} changes nothing yet.");
        }

        var known = Overrides.Apply(Configuration, set).Gates.Select(gate => gate.Id).ToHashSet(StringComparer.Ordinal);
        var unknown = plan.Gates.Where(gate => !known.Contains(gate)).ToList();
        if (unknown.Count > 0)
        {
            var names = Prose.Join([.. unknown.Select(Say.Path)]);
            notes.Add(unknown.Count < plan.Gates.Count
                ? $"The base has no configuration, and {names} {(unknown.Count == 1 ? "is" : "are")} not among the built-in defaults; what the change brings counts once merged."
                : throw new UsageException($"--gates: the base has no configuration, and {names} {(unknown.Count == 1 ? "is" : "are")} not among the built-in defaults that judge instead, so nothing would judge this change. Merge the configuration first, or select {Say.List(known.Order(StringComparer.Ordinal))} as well"));
        }

        return (plan with { Environment = null, Gates = [.. plan.Gates.Where(known.Contains)] }, notes);
    }

    private static GatesConfiguration At(GatesConfiguration configuration, string baseSha) =>
        configuration with { Source = $"{configuration.Source} at the base {baseSha[..12]}" };
}
