using Gates.Runner.Configuration;
using Gates.Runner.Git.History;

namespace Gates.Runner.Approvals;

/// <summary>Which of a change's files are part of what judges it.</summary>
internal static class JudgeFiles
{
    /// <summary>The edited ones, by their paths of now and of then, sorted.</summary>
    /// <param name="changes">The change.</param>
    /// <param name="configurations">The configuration of the base and that of the change.</param>
    /// <param name="given">What <c>--config</c> names; <see langword="null"/> when it was not given.</param>
    /// <param name="plans">The plans of both, for their policies and what those import.</param>
    public static IReadOnlyList<string> EditedBy(ChangeSet changes, IReadOnlyList<GatesConfiguration> configurations, string? given, IReadOnlyList<RunPlan> plans)
    {
        var policies = plans.SelectMany(plan => plan.Gates).Select(gate => gate.PolicyFiles).OfType<PolicyFiles>().ToList();
        var judge = ConfigurationLocator.DefaultPaths
            .Append(given ?? "")
            .Append(AllowedSigners.Path)
            .Concat(configurations.SelectMany(configuration => new[] { configuration.Waivers, configuration.Baseline }))
            .Concat(policies.SelectMany(policy => policy.Texts.Keys.Append(policy.Entry[..(policy.Entry.LastIndexOf('/') + 1)] + "policy.json")))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. changes.Files.SelectMany(file => new[] { file.Path, file.OldPath }).OfType<string>()
                .Where(judge.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }
}
