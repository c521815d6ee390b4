using Gates.BuiltIn.PerfBudget.Facts;

namespace Gates.BuiltIn.PerfBudget;

/// <summary>A file with the results of one run.</summary>
/// <param name="Path">For messages.</param>
/// <param name="Open">Opens it from its start, as often as it is called.</param>
internal sealed record ResultFile(string Path, Func<Stream> Open)
{
    /// <value>Whose word it is; <see langword="null"/> for a file of the working directory.</value>
    public OriginFact? Origin { get; init; }
}
