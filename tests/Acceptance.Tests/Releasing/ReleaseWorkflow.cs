using System.Text.RegularExpressions;
using Support;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Tests.Releasing;

/// <summary>A workflow or a composite action, step by step.</summary>
internal static partial class ReleaseWorkflow
{
    public const string Path = ".github/workflows/release.yml";

    public static YamlMappingNode Jobs(string path = Path) => (YamlMappingNode)Root(path)["jobs"];

    public static YamlMappingNode Job(string name) => (YamlMappingNode)Jobs()[name];

    /// <summary>Every script in a file, with where it stands.</summary>
    public static IEnumerable<(string Where, string Script)> Scripts(string path)
    {
        var root = Root(path);
        IEnumerable<KeyValuePair<YamlNode, YamlNode>> parts =
            root.Children.TryGetValue("jobs", out var jobs) ? ((YamlMappingNode)jobs).Children : [new("runs", root["runs"])];
        return parts.SelectMany(part => Steps((YamlMappingNode)part.Value)
            .Where(step => step.Children.ContainsKey("run"))
            .Select((step, number) => ($"{path}, {part.Key}, script {number + 1}", step["run"].ToString())));
    }

    public static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) =>
        job.Children.TryGetValue("steps", out var steps) ? ((YamlSequenceNode)steps).Cast<YamlMappingNode>() : [];

    /// <summary>The variables of a workflow, its job and a step, with each expression's value put in.</summary>
    public static Dictionary<string, string> Variables(YamlMappingNode job, YamlMappingNode step, IReadOnlyDictionary<string, string> expressions)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in new[] { Root(Path), job, step }.Where(node => node.Children.ContainsKey("env")))
        {
            foreach (var (name, value) in (YamlMappingNode)node["env"])
            {
                variables[name.ToString()] = Expression().Replace(value.ToString(), match => expressions[match.Groups[1].Value]);
            }
        }

        return variables;
    }

    private static YamlMappingNode Root(string path)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(Repository.Combine(path));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    [GeneratedRegex(@"\$\{\{ ([^}]+) \}\}")]
    private static partial Regex Expression();
}
