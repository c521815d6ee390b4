using Gates.Attestation.Signing;
using Gates.Pipeline;
using Gates.Runner.Configuration;

namespace Gates.Runner.Runs;

/// <summary>What <c>gates run</c> was asked; empty texts count as not given, because an action passes every input.</summary>
internal sealed record RunRequest
{
    public required DirectoryInfo Workspace { get; init; }

    public string? Config { get; init; }

    public IReadOnlyList<string> Gates { get; init; } = [];

    public string? Base { get; init; }

    /// <value>Whether the index is looked at, and compared with HEAD, instead of the work tree.</value>
    public bool Staged { get; init; }

    public string? Environment { get; init; }

    /// <value>Single keys that beat the configuration; see <see cref="Gates.Runner.Configuration.Overrides"/>.</value>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <value>Whether only gates run whose facts a commit alone gives; the others are named in <see cref="RunPlan.LeftOut"/>.</value>
    public bool OnlyRepeatable { get; init; }

    /// <value>Whether the change's own edits to what judges it count, because their owners approved them.</value>
    public bool OwnEditsCount { get; init; }

    /// <value>Relative to the workspace. Default: <c>.gates/out</c>.</value>
    public string Out { get; init; } = ".gates/out";

    /// <value>With what the results are signed.</value>
    public SigningRequest Signing { get; init; } = new();

    public bool NoSign { get; init; }

    /// <value>What standard output is for. Default: people.</value>
    public RunFormat Format { get; init; }
}
