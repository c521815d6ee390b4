using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;
using Gates.Runner.Configuration.Policies;

namespace Gates.Runner.Configuration;

/// <summary>What one run asks of its configuration.</summary>
internal sealed record PlanRequest
{
    /// <value>Where policies of the repository are read: on a pull request the base's tree.</value>
    public required ISourceTree Tree { get; init; }

    /// <value>Where gates read their rules; <see langword="null"/> means among the files that are inspected.</value>
    public ISourceTree? Rules { get; init; }

    public required GateServices Services { get; init; }

    /// <value>The day in UTC, for <c>enforce-after</c>.</value>
    public required DateOnly Today { get; init; }

    /// <value>What changed, for <c>when-changed</c>.</value>
    public ChangeSet Changes { get; init; } = ChangeSet.None;

    /// <value>The only gates to run, with those they need; empty means all.</value>
    public IReadOnlyList<string> Gates { get; init; } = [];

    /// <value>The commits of other repositories that gates take their policies from; see <see cref="PinnedPolicies"/>.</value>
    public IReadOnlyDictionary<PolicyPin, ISourceTree> Pinned { get; init; } = new Dictionary<PolicyPin, ISourceTree>();

    public string? Environment { get; init; }
}
