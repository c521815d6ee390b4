using System.Text.Json.Serialization;
using Gates.BuiltIn.BaseImageAllowlist.Cluster;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>What a workflow author can set for <c>base-image-allowlist</c>.</summary>
internal sealed class BaseImageAllowlistOptions
{
    [Option("Images that may be used: a repository (any tag), repository:tag, or repository@sha256:… (only that content). `*` stands for part of one path segment or of the tag, `**` at the end for any depth. Empty: every image may be used, and only unpinned and unresolvable ones are reported.")]
    public IReadOnlyList<string> Allow { get; set; } = [];

    [Option("Files with policies of Kyverno or constraints of Gatekeeper that say which images may run; on a pull request they are read from its base. "
        + "An image is allowed when an entry of `allow` covers it, or all of their rules that are about it hold.")]
    public IReadOnlyList<string> AllowFrom { get; set; } = [];

    [Option("Whether an image without a digest is an error instead of a warning.")]
    public bool RequireDigest { get; set; }

    [Option("Values for ARG, beside those that workflows, compose and bake files pass to a build.")]
    public IReadOnlyDictionary<string, string> BuildArgs { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Option("Platforms that are built, for TARGETARCH and the like; for example linux/arm64.")]
    public IReadOnlyList<string> Platforms { get; set; } = ["linux/amd64"];

    [Option("Whether Helm charts are rendered with the `helm` of this machine, and the images in what comes out are judged; "
        + "else those that the values and templates write out are.")]
    public bool RenderCharts { get; set; }

    [Option("Only files that match one of these globs.", Glob = true)]
    public IReadOnlyList<string> Paths { get; set; } = ["**"];

    [Option("Files to leave out; replaces the default, which leaves out other people's code and test data.", Glob = true)]
    public IReadOnlyList<string> Exclude { get; set; } = OthersFolders.Globs;

    [Option("What a cluster runs is held against the list, and against what the repository declares, where `namespaces` says which part of it.")]
    public ClusterOptions Cluster { get; set; } = new();
}

/// <summary>What the JSON source generator knows of the options.</summary>
[JsonSerializable(typeof(BaseImageAllowlistOptions), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class BaseImageAllowlistOptionsJson : JsonSerializerContext;
