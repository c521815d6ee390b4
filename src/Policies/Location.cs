namespace Gates.Policies;

/// <summary>A place in the repository. Lines and columns start at 1; the path is relative to the root and uses <c>/</c>.</summary>
public sealed record Location(string Path, int? Line = null, int? EndLine = null, int? Column = null, int? EndColumn = null);
