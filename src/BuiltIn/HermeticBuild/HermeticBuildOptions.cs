using System.Text.Json.Serialization;
using Gates.BuiltIn.HermeticBuild.Proof;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.HermeticBuild;

/// <summary>What a workflow author can set for <c>hermetic-build</c>.</summary>
internal sealed class HermeticBuildOptions
{
    [Option("Only files that match one of these globs.", Glob = true)]
    public IReadOnlyList<string> Paths { get; set; } = ["**"];

    [Option("Files to leave out; replaces the default, which leaves out other people's code and test data.", Glob = true)]
    public IReadOnlyList<string> Exclude { get; set; } = OthersFolders.Globs;

    [Option("The severity of single rules: error, warning, note or off. Rules that are not named keep theirs.", OneOf = ["error", "warning", "note", "off"])]
    public IReadOnlyDictionary<string, string> Rules { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Option("Actions that need no commit id: owner/repository, or owner/* for all of an owner's.")]
    public IReadOnlyList<string> TrustedActions { get; set; } = ["slsa-framework/slsa-github-generator"];

    [Option("Builds to run without network, twice, to prove what the files only promise; one, or a list. Off until it is set.", OneOrMany = true)]
    public IReadOnlyList<BuildOptions> Build { get; set; } = [];
}

/// <summary>What the JSON source generator knows of the options.</summary>
[JsonSerializable(typeof(HermeticBuildOptions), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class HermeticBuildOptionsJson : JsonSerializerContext;
