using Gates.Pipeline.Results;
using Gates.Runner.Reports.Review;

namespace Gates.Runner.Commands.Publish;

/// <summary>A run that may be published.</summary>
/// <param name="Report">The results that can be trusted.</param>
/// <param name="Unverified">The gates that nobody who can be trusted has run.</param>
internal sealed record Judged(RunReport Report, IReadOnlyList<UnverifiedGate> Unverified)
{
    /// <value>Whether it is what the results' folder holds, nothing judged again.</value>
    public bool IsRecorded { get; init; }

    /// <value>Whether the change's own edits of what judges it counted, because their owners approved them.</value>
    public bool OwnEditsCount { get; init; }
}
