namespace Gates.Policies;

/// <summary>What a policy did while it judged, in the words of its own text; also when it did not finish.</summary>
/// <param name="Calls">Every call of <c>report</c>, in order.</param>
/// <param name="Coverage">One entry for each file the policy consists of.</param>
public sealed record PolicyObservation(IReadOnlyList<ReportCall> Calls, IReadOnlyList<LineCoverage> Coverage);

/// <summary>Which lines of a policy's file ran.</summary>
/// <param name="Path">The file.</param>
/// <param name="Lines">The lines, from 1, on which a statement begins; ascending.</param>
/// <param name="Ran">Those of them that ran; ascending.</param>
public sealed record LineCoverage(string Path, IReadOnlyList<int> Lines, IReadOnlyList<int> Ran);
