using Gates.BuiltIn.Waivers;
using Gates.Formats.Documents;
using Gates.Pipeline.Results;
using Gates.Pipeline.Waivers;

namespace Gates.Runner.Configuration;

/// <summary>A valid configuration, as written; what it means for one run is <see cref="Planner"/>'s business.</summary>
internal sealed record GatesConfiguration
{
    public const string DefaultBaseline = ".github/gates-baseline.json";

    /// <value>How reports and messages name it: its path, or "built-in defaults".</value>
    public required string Source { get; init; }

    /// <value>The mode of a gate that writes none.</value>
    public GateMode Mode { get; init; } = GateMode.Enforce;

    /// <value>Time for collecting facts. Default: 5 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <value>Time for one judgement. Default: 5 seconds.</value>
    public TimeSpan PolicyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public IReadOnlyDictionary<string, EnvironmentConfiguration> Environments { get; init; } =
        new Dictionary<string, EnvironmentConfiguration>(StringComparer.Ordinal);

    /// <value>The gates in the order of the file, then those of the folders.</value>
    public required IReadOnlyList<GateConfiguration> Gates { get; init; }

    /// <value>The folders whose own files count, as globs; <see langword="null"/> means all, none means none.</value>
    public IReadOnlyList<string>? Folders { get; init; }

    /// <value>The folders' own files whose gates are among <see cref="Gates"/>, sorted.</value>
    public IReadOnlyList<string> FolderFiles { get; init; } = [];

    /// <value>What a reader must know about the files that were read.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <value>The gates that must not be skipped, whyever.</value>
    public IReadOnlyList<string> Require { get; init; } = [];

    /// <value>What is said about the look at the waivers themselves, under the reserved name `waivers`.</value>
    public GateConfiguration Review { get; init; } = new(WaiversGate.Id);

    /// <value>Who may let a pull request pass in an emergency; <see langword="null"/> where nobody may.</value>
    public BreakGlass? BreakGlass { get; init; }

    /// <value>The waivers' file, relative to the repository's root.</value>
    public string Waivers { get; init; } = WaiverFile.DefaultPath;

    /// <value>The file of known findings, relative to the repository's root.</value>
    public string Baseline { get; init; } = DefaultBaseline;
}

/// <summary>What changes when a run names an environment.</summary>
/// <param name="Mode">The mode of every gate that is not off; <see langword="null"/> leaves them.</param>
/// <param name="Gates">What changes of single gates; their modes win over <paramref name="Mode"/>.</param>
internal sealed record EnvironmentConfiguration(GateMode? Mode, IReadOnlyDictionary<string, EnvironmentGate> Gates);

/// <summary>What an environment says of one gate.</summary>
internal sealed record EnvironmentGate
{
    /// <value><see langword="null"/> leaves it.</value>
    public GateMode? Mode { get; init; }

    /// <value>Options that take the place of the gate's own, each as a whole; <see langword="null"/> leaves them.</value>
    public DocumentNode? With { get; init; }
}
