using System.Text.Json.Serialization;
using Gates.Formats.Settings;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>What a workflow author can set for <c>base-image-allowlist</c>.</summary>
internal sealed class BaseImageAllowlistOptions
{
    [Option("Images that may be used: a repository (any tag), repository:tag, or repository@sha256:… (only that content). `*` stands for part of one path segment or of the tag, `**` at the end for any depth. Empty: every image may be used, and only unpinned and unresolvable ones are reported.")]
    public IReadOnlyList<string> Allow { get; set; } = [];

    [Option("Whether an image without a digest is an error instead of a warning.")]
    public bool RequireDigest { get; set; }

    [Option("Values for ARG, beside those that workflows, compose and bake files pass to a build.")]
    public IReadOnlyDictionary<string, string> BuildArgs { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [Option("Platforms that are built, for TARGETARCH and the like; for example linux/arm64.")]
    public IReadOnlyList<string> Platforms { get; set; } = ["linux/amd64"];

    [Option("Only files that match one of these globs.", Glob = true)]
    public IReadOnlyList<string> Paths { get; set; } = ["**"];

    [Option("Files to leave out.", Glob = true)]
    public IReadOnlyList<string> Exclude { get; set; } = [];
}

/// <summary>What the JSON source generator knows of the options.</summary>
[JsonSerializable(typeof(BaseImageAllowlistOptions), GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class BaseImageAllowlistOptionsJson : JsonSerializerContext;
