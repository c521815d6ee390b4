using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Pipeline;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>Result files in the working directory. A run makes them, so git mostly ignores them.</summary>
internal sealed class ResultFiles(IReadOnlyList<string> globs) : IBaselineSource
{
    /// <value>More than these are a glob that went wrong, not runs of one test.</value>
    private const int MaxCount = 100;

    private readonly PathFilter filter = PathFilter.Of(globs);

    /// <exception cref="EvaluationException">There are too many.</exception>
    public IReadOnlyList<ResultFile> Find(ISourceTree tree)
    {
        var everything = tree.WithIgnored;
        var files = everything.AllFiles.Where(file => filter.Includes(file.Path)).ToList();
        return files.Count <= MaxCount
            ? [.. files.Select(file => new ResultFile(file.Path, () => everything.Open(file.Path)))]
            : throw new EvaluationException(FormattableString.Invariant($"{files.Count} files match {string.Join(", ", globs)}; at most {MaxCount} runs can be judged together"));
    }

    public Task<BaselineFiles> FindAsync(GateContext context, CancellationToken cancellationToken)
    {
        var files = Find(context.Rules);
        return Task.FromResult(new BaselineFiles(files, files.Count == 0 ? Describe() + Unmerged(context) : null));
    }

    public IEnumerable<string> PathsIn(ISourceTree tree) => tree.AllFiles.Select(file => file.Path).Where(filter.Includes);

    /// <summary>What a pull request brings along, and its base does not have.</summary>
    private string Unmerged(GateContext context) => PathsIn(context.Tree).ToList() is { Count: > 0 } paths
        ? $" at the base commit; {string.Join(", ", paths)} {(paths.Count == 1 ? "counts" : "count")} once merged"
        : "";

    /// <summary>Why nothing matched.</summary>
    public string Describe() => $"no file matches {string.Join(", ", globs)}";
}
