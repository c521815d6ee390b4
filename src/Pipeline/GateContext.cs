using Gates.Doors.Git.History;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline.Results;
using Gates.Pipeline.Unseen;

namespace Gates.Pipeline;

/// <summary>What one inspection is about.</summary>
/// <param name="Tree">The files.</param>
/// <param name="Changes">What changed; <see cref="ChangeSet.None"/> while the base itself is inspected.</param>
/// <param name="Salt">The repository's salt, for identities that must not reveal what they name.</param>
internal sealed record GateContext(ISourceTree Tree, ChangeSet Changes, ReadOnlyMemory<byte> Salt)
{
    /// <value>
    /// The files that the gate's rules are read from: on a pull request those of its base, so that no change loosens what judges it. See
    /// <see cref="IRuledGate"/>. Default: <see cref="Tree"/>.
    /// </value>
    public ISourceTree Rules { get; init; } = Tree;

    /// <value>Whether the gate is skipped, and not errored, where there is nothing to look at. Default: no.</value>
    public bool AllowsMissing { get; init; }

    /// <value>Takes what the gate looks at and what it leaves out.</value>
    public Coverage Coverage { get; init; } = new();

    /// <value>The repository's history; <see langword="null"/> outside a git repository.</value>
    public IGitHistory? History { get; init; }

    /// <value>What was logged on the evidence branch; <see langword="null"/> outside a git repository.</value>
    public ILoggedEvidence? Logged { get; init; }

    /// <value>The files at the base; <see langword="null"/> when there is nothing to compare with, and while the base itself is inspected.</value>
    public ISourceTree? BaseTree { get; init; }

    /// <value>The results of the gates that this one needs, by id; <see langword="null"/> while the base is inspected, where they are not known.</value>
    public IReadOnlyDictionary<string, GateResult>? Needs { get; init; }
}
