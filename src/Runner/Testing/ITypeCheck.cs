using Gates.Runner.Cases;

namespace Gates.Runner.Testing;

/// <summary>Holds policies against the types that <c>gates.d.ts</c> declares.</summary>
internal interface ITypeCheck
{
    /// <returns>What does not fit, by the suite's folder: one message each, with its place.</returns>
    Task<ILookup<string, string>> CheckAsync(IReadOnlyList<CaseSuite> suites, ISourceTree policies, CancellationToken cancellationToken);
}
