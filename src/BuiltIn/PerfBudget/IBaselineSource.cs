using Gates.BuiltIn.PerfBudget.Facts;
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

/// <summary>What one source of baselines has.</summary>
/// <param name="Files">Sorted by path.</param>
/// <param name="Missing">Why there are none, in words without a full stop; <see langword="null"/> when there are some.</param>
internal sealed record BaselineFiles(IReadOnlyList<ResultFile> Files, string? Missing)
{
    /// <value>The last runs that were kept, from the oldest; they say how much runs differ when nothing changes.</value>
    public IReadOnlyList<ResultFile> Earlier { get; init; } = [];
}

/// <summary>A file with the results of one run.</summary>
/// <param name="Path">For messages.</param>
/// <param name="Open">Opens it from its start, as often as it is called.</param>
internal sealed record ResultFile(string Path, Func<Stream> Open)
{
    /// <value>Whose word it is; <see langword="null"/> for a file of the working directory.</value>
    public OriginFact? Origin { get; init; }
}
