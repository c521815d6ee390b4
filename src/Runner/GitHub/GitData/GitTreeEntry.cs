namespace Gates.Runner.GitHub.GitData;

/// <summary>An entry of a tree.</summary>
/// <param name="Path">Relative to the tree.</param>
/// <param name="Mode"><c>100644</c>, <c>100755</c>, <c>040000</c>, <c>120000</c> or <c>160000</c>.</param>
/// <param name="Type"><c>blob</c>, <c>tree</c> or <c>commit</c>.</param>
/// <param name="Sha">Its object.</param>
internal sealed record GitTreeEntry(string Path, string Mode, string Type, string Sha);
