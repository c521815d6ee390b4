using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>Where the runs to compare with are kept.</summary>
internal interface IBaselineSource
{
    /// <summary>Their files, or why there are none.</summary>
    /// <exception cref="EvaluationException">What is there cannot be believed or is too much.</exception>
    Task<BaselineFiles> FindAsync(GateContext context, CancellationToken cancellationToken);

    /// <summary>The paths of those that a change could edit: they are among a tree's own files, and no run makes them.</summary>
    IEnumerable<string> PathsIn(ISourceTree tree);
}
