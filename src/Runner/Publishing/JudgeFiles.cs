using Gates.Runner.Configuration;

namespace Gates.Runner.Publishing;

/// <summary>The files of a repository that decide how it is judged: whoever edits one edits the judge.</summary>
internal static class JudgeFiles
{
    public static IEnumerable<string> Of(GatesConfiguration configuration, RunPlan plan)
    {
        foreach (var path in ConfigurationLocator.DefaultPaths.Append(configuration.Waivers).Append(configuration.Baseline).Append(Git.History.AllowedSigners.Path))
        {
            yield return path;
        }

        foreach (var files in plan.Gates.Select(gate => gate.PolicyFiles).OfType<PolicyFiles>())
        {
            foreach (var path in files.Texts.Keys.Append(files.Entry[..(files.Entry.LastIndexOf('/') + 1)] + "policy.json"))
            {
                yield return path;
            }
        }
    }
}
