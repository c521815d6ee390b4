using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Runner.Configuration;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Commands.Waive;

/// <summary>The rules of a gate, as far as they are known before it runs.</summary>
/// <param name="Names">Their names, sorted.</param>
/// <param name="AreAll">Whether there can be no others.</param>
internal sealed record KnownRules(IReadOnlySet<string> Names, bool AreAll)
{
    /// <param name="gate">The gate's name.</param>
    /// <param name="configuration">Says which policy it has.</param>
    /// <param name="tree">Where policies of the repository are read.</param>
    /// <param name="results">What it found last; <see langword="null"/> when nothing is known of it.</param>
    public static KnownRules Of(string gate, GatesConfiguration configuration, ISourceTree tree, LastResults? results)
    {
        var configured = configuration.Gates.FirstOrDefault(one => one.Id == gate);
        var (policy, name) = (configured?.Policy?.Value, configured?.Name ?? gate);
        var own = policy is null ? GateIds.BuiltIn(name)?.Rules?.Invoke(tree) : null;
        var found = results?.Findings.Where(finding => finding.Gate == gate).Select(finding => finding.Rule) ?? [];
        var names = (own ?? Declared(name, policy, tree)).Concat(found);
        return new KnownRules(new SortedSet<string>(names, StringComparer.Ordinal), own is not null);
    }

    /// <summary>Those that a policy has help for.</summary>
    private static IEnumerable<string> Declared(string gate, string? policy, ISourceTree tree)
    {
        if (policy is null)
        {
            return ShippedPolicies.Find(gate)?.Help.Keys ?? [];
        }

        try
        {
            return PolicyPin.Is(policy) ? [] : new PolicyLoader(tree).Load(policy).Manifest?.Help.Keys ?? [];
        }
        catch (UsageException)
        {
            // What is wrong with a policy is no business of a waiver.
            return [];
        }
    }
}
