using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Results;

/// <summary>Everything about one run; reporters only read it, none recomputes a verdict.</summary>
internal sealed record RunReport
{
    public required IReadOnlyList<GateResult> Results { get; init; }

    public required Verdict Verdict { get; init; }

    /// <value>What the process answers: as the verdict says, unless the run was to be signed and could not be, so that nothing proves it.</value>
    public ExitCode ExitCode => Signature is { IsMissing: true } ? ExitCode.CouldNotEvaluate : Verdict.ExitCode;

    /// <value>
    /// Whether a signal stopped the run. It then holds what had finished, its verdict is <see cref="Verdict.Errored"/>, and the gates that had not say so.
    /// </value>
    public bool Interrupted { get; init; }

    public required ChangeSet Changes { get; init; }

    /// <value>Whether nothing says which findings are old: no commit to compare with, and no baseline. Default: no.</value>
    public bool IsFirstLook { get; init; }

    /// <value>How the configuration is named; see <see cref="RunPlan.Source"/>.</value>
    public required string Configuration { get; init; }

    /// <value>What a reader must know before anything else.</value>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <value>The verdicts under the pull request's own edits to configuration or policies, by gate id; shown beside, never binding.</value>
    public IReadOnlyDictionary<string, Verdict>? Proposed { get; init; }

    /// <value>What <see cref="Proposed"/> is the verdicts of, whole: it becomes the result once the owners of the edited files approve.</value>
    public IReadOnlyList<GateResult> ProposedResults { get; init; } = [];

    /// <value>How the run is signed; <see langword="null"/> where nobody was to sign it.</value>
    public RunSignature? Signature { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required TimeSpan Elapsed { get; init; }

    public required string ToolVersion { get; init; }
}
