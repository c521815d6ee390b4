using System.Text.RegularExpressions;
using Support;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Tests.Canary;

/// <summary>A step of an example workflow, as it stands there.</summary>
/// <param name="Condition">Its <c>if</c>.</param>
/// <param name="Limit">Its <c>timeout-minutes</c>.</param>
/// <param name="Script">Its <c>run</c>.</param>
/// <param name="Variables">Its <c>env</c> and the job's, with their expressions.</param>
internal sealed partial record WorkflowStep(string Condition, TimeSpan Limit, string Script, IReadOnlyDictionary<string, string> Variables)
{
    public static WorkflowStep Read(string workflow, string jobName, string stepName)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Repository.Combine("examples", "workflows", workflow));
        yaml.Load(reader);
        var job = (YamlMappingNode)yaml.Documents[0].RootNode["jobs"][jobName];
        var step = ((YamlSequenceNode)job["steps"])
            .OfType<YamlMappingNode>()
            .Single(one => one.Children.TryGetValue("name", out var name) && Text(name) == stepName);
        return new WorkflowStep(
            Text(step["if"]),
            TimeSpan.FromMinutes(int.Parse(Text(step["timeout-minutes"]), System.Globalization.CultureInfo.InvariantCulture)),
            Text(step["run"]),
            Variables(job).Concat(Variables(step)).ToDictionary(StringComparer.Ordinal));

        static IEnumerable<KeyValuePair<string, string>> Variables(YamlMappingNode node) =>
            ((YamlMappingNode)node["env"]).Select(variable => KeyValuePair.Create(Text(variable.Key), Text(variable.Value)));
    }

    /// <summary>Runs it as the Actions runner runs a step that names no shell.</summary>
    /// <param name="folder">The job's: <c>temp/</c> is for temporary files, <c>summary.md</c> for the summary, and programs in <c>bin/</c> come before those of
    /// the machine.</param>
    /// <param name="context">What the expressions stand for.</param>
    public ProgramOutput Run(TempFolder folder, IReadOnlyDictionary<string, string> context)
    {
        var environment = Variables.ToDictionary(
            variable => variable.Key, variable => Expression().Replace(variable.Value, match => context[match.Groups["name"].Value]), StringComparer.Ordinal);
        environment["GITHUB_STEP_SUMMARY"] = Path.Combine(folder.Path, "summary.md");
        environment["RUNNER_TEMP"] = Directory.CreateDirectory(Path.Combine(folder.Path, "temp")).FullName;
        environment["HOME"] = folder.Path;
        environment["PATH"] = $"{folder.Path}/bin:{Environment.GetEnvironmentVariable("PATH")}";
        return ExternalProgram.Run("bash", ["-e", folder.Write("step.sh", Script)], folder.Path, environment);
    }

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    [GeneratedRegex(@"\$\{\{ (?<name>[\w.]+) \}\}")]
    private static partial Regex Expression();
}
