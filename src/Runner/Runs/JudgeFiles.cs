using Gates.Doors.Git.History;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Pipeline.Recognition;
using Gates.Runner.Configuration;

namespace Gates.Runner.Runs;

/// <summary>Which of a change's files are part of what judges it.</summary>
internal static class JudgeFiles
{
    /// <summary>The edited ones, by their paths of now and of then, sorted.</summary>
    /// <param name="changes">The change.</param>
    /// <param name="configurations">The configuration of the base and that of the change.</param>
    /// <param name="given">What <c>--config</c> names; <see langword="null"/> when it was not given.</param>
    /// <param name="plans">The plans of both, for their policies, what those import, and the rules of their gates.</param>
    public static IReadOnlyList<string> EditedBy(
        ChangeSet changes,
        IReadOnlyList<GatesConfiguration> configurations,
        string? given,
        IReadOnlyList<RunPlan> plans) =>
        EditedBy(changes, ConfigurationLocator.DefaultPaths
            .Append(ConfigurationLocator.Named(given ?? ""))
            .Append(AllowedSigners.Path)
            .Append(AllowedSigners.GpgPath)
            .Append(RepositorySalt.DefaultPath)
            .Concat(configurations.SelectMany(configuration => configuration.FolderFiles.Append(configuration.Waivers).Append(configuration.Baseline)))
            .Concat(plans.SelectMany(plan => plan.Gates).SelectMany(gate => gate.RuleFiles.Concat(gate.PolicyFiles?.Paths ?? []))));

    /// <summary>Those of some files that a change edits, sorted.</summary>
    public static IReadOnlyList<string> EditedBy(ChangeSet changes, IEnumerable<string> files)
    {
        var judge = files.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. changes.Files.Where(file => !file.IsUntracked).SelectMany(file => new[] { file.Path, file.OldPath }).OfType<string>()
                .Where(judge.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }
}
