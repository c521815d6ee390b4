namespace Gates.Policies;

/// <summary>Which lines of a policy's file ran.</summary>
/// <param name="Path">The file.</param>
/// <param name="Lines">The lines, from 1, on which a statement begins; ascending.</param>
/// <param name="Ran">Those of them that ran; ascending.</param>
public sealed record LineCoverage(string Path, IReadOnlyList<int> Lines, IReadOnlyList<int> Ran);
