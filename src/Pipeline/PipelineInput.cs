using Gates.Doors.Git.History;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline;

/// <summary>What a plan is run on.</summary>
/// <param name="Tree">The files as they are.</param>
/// <param name="Changes">What changed since the base, if there is one.</param>
/// <param name="BaseTree">The files at the base; <see langword="null"/> when every finding counts.</param>
/// <param name="Salt">See <see cref="GateContext.Salt"/>.</param>
internal sealed record PipelineInput(ISourceTree Tree, ChangeSet Changes, ISourceTree? BaseTree, ReadOnlyMemory<byte> Salt)
{
    /// <value>See <see cref="GateContext.History"/>.</value>
    public IGitHistory? History { get; init; }

    /// <value>See <see cref="GateContext.Logged"/>.</value>
    public ILoggedEvidence? Logged { get; init; }

    /// <value>The files at the base, for facts of what changed. Default: <see cref="BaseTree"/>, by which findings are told apart.</value>
    public ISourceTree? FormerTree { get; init; } = BaseTree;

    /// <value>What is run on it.</value>
    public RunPlan Plan { get; init; } = new([], "", []);

    /// <value>See <see cref="RunPlan.Rules"/>.</value>
    public ISourceTree Rules => Plan.Rules ?? Tree;
}
