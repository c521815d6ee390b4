using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>What running a build proved.</summary>
internal sealed record BuildFact
{
    public required string Name { get; init; }

    /// <value>The Dockerfile; <see langword="null"/> for a command.</value>
    public string? Path { get; init; }

    /// <value>The command; <see langword="null"/> for an image.</value>
    public IReadOnlyList<string>? Command { get; init; }

    /// <value>What built, in words, such as <c>Docker 28.2.2, BuildKit</c>.</value>
    public required string Builder { get; init; }

    /// <value>Seconds since 1970: the commit's time.</value>
    public required long SourceDateEpoch { get; init; }

    /// <value>SHA-256 over the Dockerfile as it stands in the repository.</value>
    public string? DockerfileDigest { get; init; }

    /// <value>SHA-256 over all that the build saw: paths, modes, links and contents.</value>
    public required string ContextDigest { get; init; }

    /// <value>What the build was told, for its provenance.</value>
    public required IReadOnlyDictionary<string, string> Arguments { get; init; }

    public string? Target { get; init; }

    public string? Platform { get; init; }

    public required IReadOnlyList<MaterialFact> Materials { get; init; }

    /// <value>What limited the build.</value>
    public required LimitsFact Limits { get; init; }

    /// <value>Why it was not built to its end; <see langword="null"/> when it was.</value>
    public FailureFact? Failure { get; init; }

    /// <value>Steps that tried to reach something and went on without it.</value>
    public IReadOnlyList<ReachFact> Reaches { get; init; } = [];

    /// <value>What the two builds have in common; <see langword="null"/> when there were none.</value>
    public ComparisonFact? Compared { get; init; }

    /// <value>What was built first, and then, by SHA-256.</value>
    public IReadOnlyList<string> Digests { get; init; } = [];

    public required string Started { get; init; }

    public required string Ended { get; init; }

    /// <value>What the first build said, or the one that failed; its end where it is long.</value>
    public required string Log { get; init; }

    /// <value>How many containers and images of earlier runs were removed first.</value>
    public int Reaped { get; init; }
}

/// <summary>An image that went into a build.</summary>
/// <param name="Image">As written.</param>
/// <param name="Id">The digest of its configuration.</param>
/// <param name="Digest">The digest by which a registry has it; <see langword="null"/> for one that was never pushed or pulled.</param>
internal sealed record MaterialFact(string Image, string Id, string? Digest, int Line);

/// <param name="Unlimited">What this builder does not limit.</param>
internal sealed record LimitsFact(long Memory, double Cpus, double Seconds, IReadOnlyList<string> Unlimited);

/// <param name="Kind"><c>network</c> or <c>failed</c>.</param>
/// <param name="Line">In the Dockerfile.</param>
/// <param name="Step">The step as written, cut.</param>
/// <param name="Hosts">What it tried to reach.</param>
/// <param name="Said">What it said last.</param>
/// <param name="Second">Whether only the second build failed.</param>
internal sealed record FailureFact(string Kind, int Line, string Step, IReadOnlyList<string> Hosts, string Said, bool Second);

internal sealed record ReachFact(int Line, string Step, IReadOnlyList<string> Hosts);

/// <param name="Files">How many files the build made, in either build.</param>
/// <param name="Same">How many of them are the same in both.</param>
/// <param name="Accepted">How many differ and may.</param>
/// <param name="Times">How many have the same time, of those that both have.</param>
/// <param name="Timed">How many both have.</param>
/// <param name="Limit">The least share of the same, in per cent.</param>
/// <param name="Varied">What was different in the second build.</param>
/// <param name="NotVaried">What could not be made different.</param>
/// <param name="Differing">The files that differ.</param>
/// <param name="Expired">Globs of <c>accept</c> whose day is over.</param>
/// <param name="Unused">Globs of <c>accept</c> that fit nothing that differs.</param>
internal sealed record ComparisonFact(
    int Files, int Same, int Accepted, int Times, int Timed, double Limit, IReadOnlyList<string> Varied, IReadOnlyList<string> NotVaried,
    IReadOnlyList<DifferenceFact> Differing, IReadOnlyList<string> Expired, IReadOnlyList<string> Unused);

/// <param name="Path">In what is built.</param>
/// <param name="Line">Of the step that made it.</param>
/// <param name="What">What differs: <c>content</c>, <c>mode</c>, <c>owner</c>, <c>type</c>, <c>link</c>, <c>attributes</c>, <c>missing</c>.</param>
/// <param name="Cause"><c>time</c>, <c>path</c>, <c>host</c>, <c>user</c>, <c>order</c>, <c>random</c>, <c>archive</c> or <c>unknown</c>.</param>
/// <param name="Detail">What shows the cause, cut.</param>
/// <param name="Accepted">The reason why it may differ, and until when; <see langword="null"/> when it may not.</param>
internal sealed record DifferenceFact(string Path, int Line, IReadOnlyList<string> What, string Cause, string Detail, string? Accepted);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<BuildFact>))]
internal sealed partial class BuildFactsJson : JsonSerializerContext;
