using System.Text.Json;
using System.Text.Json.Serialization;
using Gates.Policies;

namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>Everything the gate saw, in the order of paths and lines.</summary>
internal sealed class HermeticFacts
{
    /// <value>How many files of each kind were looked at.</value>
    public SortedDictionary<string, int> Files { get; } = new(StringComparer.Ordinal);

    public List<ActionFact> Actions { get; } = [];

    public List<ToolchainFact> Toolchains { get; } = [];

    public List<RunnerFact> Runners { get; } = [];

    public List<ImageFact> Images { get; } = [];

    public List<RemoteAddFact> Adds { get; } = [];

    public List<CommandFact> Commands { get; } = [];

    public List<LockFact> Locks { get; } = [];

    public List<RequirementsFact> Requirements { get; } = [];

    public List<VersionFact> Versions { get; } = [];

    public List<FloatingFact> Floating { get; } = [];

    public List<UnreadFact> Unread { get; } = [];

    public Evidence ToEvidence() =>
        new("hermetic-build/v1", JsonSerializer.SerializeToElement(this, HermeticFactsJson.Default.HermeticFacts));
}

/// <summary>An action or a workflow of another repository that is used.</summary>
/// <param name="Uses">As written.</param>
/// <param name="Name">What stands before the <c>@</c>.</param>
/// <param name="Ref">What stands after it; empty when there is none.</param>
/// <param name="Pin"><c>commit</c>, <c>short-commit</c>, <c>version</c>, <c>name</c> (another tag or a branch) or <c>none</c>.</param>
/// <param name="Trusted">Whether an entry of <c>trusted-actions</c> covers it.</param>
internal sealed record ActionFact(string Uses, string Name, string Ref, string Pin, bool Trusted, string Path, int Line, int Column);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HermeticFacts))]
internal sealed partial class HermeticFactsJson : JsonSerializerContext;

/// <summary>An image the build runs in.</summary>
/// <param name="Image">As written; variables replaced by their defaults as far as the file tells.</param>
/// <param name="How"><c>FROM</c>, <c>container</c> or <c>docker://</c>.</param>
/// <param name="Pinned">Whether it carries a digest.</param>
internal sealed record ImageFact(string Image, string How, bool Pinned, string Path, int Line);

/// <summary>A manifest with dependencies and no lock file.</summary>
/// <param name="Ecosystem">For example <c>npm</c>.</param>
/// <param name="Locks">The lock files any of which would do.</param>
/// <param name="Command">What writes one.</param>
/// <param name="Library">Whether the manifest says that this is published for others to use; their lock files then decide.</param>
/// <param name="Required">Whether the project itself asks for lock files.</param>
internal sealed record LockFact(string Ecosystem, IReadOnlyList<string> Locks, string Command, bool Library, bool Required, string Path);

/// <summary>An <c>ADD</c> from elsewhere.</summary>
/// <param name="Source">The address, without credentials and query.</param>
/// <param name="Kind"><c>url</c> or <c>git</c>.</param>
/// <param name="Pinned">Whether a checksum, or for git a whole commit id, fixes what comes.</param>
internal sealed record RemoteAddFact(string Source, string Kind, bool Pinned, string Path, int Line);

/// <summary>A requirements file of pip that leaves something open.</summary>
/// <param name="Open">The packages without an exact version.</param>
/// <param name="Pinned">How many have one.</param>
/// <param name="Hashed">How many have a hash.</param>
/// <param name="Line">The line of the first open package; 1 when all are pinned.</param>
internal sealed record RequirementsFact(IReadOnlyList<string> Open, int Pinned, int Hashed, string Path, int Line);

/// <summary>A runner label that moves to newer images, and the jobs of one workflow that use it; the line is the first one's.</summary>
internal sealed record RunnerFact(string Label, IReadOnlyList<string> Jobs, string Path, int Line);

/// <summary>A <c>setup-*</c> action and the version it is asked for.</summary>
/// <param name="Action">For example <c>actions/setup-node</c>.</param>
/// <param name="Input">The input that names the version.</param>
/// <param name="Values">What it is set to, each value of a matrix by itself; empty when it is not set.</param>
/// <param name="Choices">Whether the values are those of a matrix with several: tests on many lines rather than the build's toolchain.</param>
/// <param name="Open">The values that do not name one version.</param>
/// <param name="Example">What one version looks like.</param>
/// <param name="FileInput">The input that names a file with the version, if the action has one.</param>
/// <param name="State"><c>exact</c>, <c>file</c> (a file of the repository decides), <c>open</c>, <c>absent</c> or <c>unknown</c> (an expression).</param>
internal sealed record ToolchainFact(
    string Action, string Input, string Example, string? FileInput, IReadOnlyList<string> Values, bool Choices, IReadOnlyList<string> Open, string State,
    string Path, int Line);

/// <summary>A file that could not be looked at.</summary>
/// <param name="Kind"><c>workflow</c>, <c>action</c>, <c>dockerfile</c>, <c>pipeline</c>, <c>script</c> or <c>manifest</c>.</param>
internal sealed record UnreadFact(string Kind, string Reason, string Path, int Line);
