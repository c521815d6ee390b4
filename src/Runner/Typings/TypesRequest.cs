namespace Gates.Runner.Typings;

/// <summary>What <c>gates policy types</c> was asked.</summary>
/// <param name="Root">What names are relative to.</param>
/// <param name="Folders">Where policies stand, relative to the root.</param>
/// <param name="Check">Whether to write nothing, and only say what is stale.</param>
internal sealed record TypesRequest(DirectoryInfo Root, IReadOnlyList<string> Folders, bool Check);
