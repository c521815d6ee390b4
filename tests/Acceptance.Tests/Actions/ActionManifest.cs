using System.Text.RegularExpressions;
using Support;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Tests.Actions;

/// <summary>An <c>action.yml</c> of this repository, read as the Actions runner reads it.</summary>
internal sealed partial record ActionManifest(
    string Path, string Image, IReadOnlyDictionary<string, ActionInput> Inputs, IReadOnlyDictionary<string, string> Outputs, IReadOnlyList<string> Arguments)
{
    /// <value>Every action of the repository, relative to its root.</value>
    public static IReadOnlyList<string> Files { get; } =
    [
        "action.yml",
        .. Directory.GetDirectories(Repository.Combine("actions")).Order(StringComparer.Ordinal)
            .Select(folder => $"actions/{System.IO.Path.GetFileName(folder)}/action.yml"),
    ];

    /// <value>Those that run the program's image: all but <c>actions/setup</c>, which is for runners that have no Docker.</value>
    public static IReadOnlyList<string> All { get; } = [.. Files.Where(path => path != "actions/setup/action.yml")];

    public static ActionManifest Read(string path, string? root = null)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(System.IO.Path.Combine(root ?? Repository.Root, path));
        yaml.Load(reader);
        var document = (YamlMappingNode)yaml.Documents[0].RootNode;
        var runs = (YamlMappingNode)document["runs"];
        return new ActionManifest(
            path,
            runs.Children.TryGetValue("image", out var image) ? Text(image) : "",
            Map(
                document,
                "inputs").ToDictionary(
                    input => input.Key,
                    input => new ActionInput(
                        Text(input.Value["description"]),
                        ((YamlMappingNode)input.Value).Children.TryGetValue("default", out var value) ? Text(value) : ""),
                    StringComparer.Ordinal),
            Map(document, "outputs").ToDictionary(output => output.Key, output => Text(output.Value["description"]), StringComparer.Ordinal),
            runs.Children.TryGetValue("args", out var arguments) ? [.. ((YamlSequenceNode)arguments).Select(Text)] : []);
    }

    /// <summary>The container's arguments after the runner put the inputs in; an input that is not given has its default.</summary>
    public IReadOnlyList<string> ArgumentsFor(IReadOnlyDictionary<string, string> given) =>
        [.. Arguments.Select(argument => InputReference().Replace(argument, match => ValueOf(match.Groups["name"].Value, given)))];

    /// <summary>The variables the runner sets for the inputs.</summary>
    public IEnumerable<KeyValuePair<string, string>> VariablesFor(IReadOnlyDictionary<string, string> given) =>
        Inputs.Keys.Select(name => KeyValuePair.Create($"INPUT_{name.ToUpperInvariant()}", ValueOf(name, given)));

    private string ValueOf(string name, IReadOnlyDictionary<string, string> given) =>
        given.TryGetValue(name, out var value) ? value
        : Inputs[name].Default is "${{ github.token }}" ? "" : Inputs[name].Default;

    private static IEnumerable<KeyValuePair<string, YamlMappingNode>> Map(YamlMappingNode document, string key) =>
        (document.Children.TryGetValue(key, out var map)
            ? (IEnumerable<KeyValuePair<YamlNode, YamlNode>>)((YamlMappingNode)map).Children
            : []).Select(child => KeyValuePair.Create(Text(child.Key), (YamlMappingNode)child.Value));

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value ?? "";

    [GeneratedRegex(@"\$\{\{ inputs\.(?<name>[\w-]+) \}\}")]
    private static partial Regex InputReference();
}
