namespace Gates.BuiltIn.HermeticBuild.Facts;

/// <summary>A requirements file of pip that leaves something open.</summary>
/// <param name="Open">The packages without an exact version.</param>
/// <param name="Pinned">How many have one.</param>
/// <param name="Hashed">How many have a hash.</param>
/// <param name="Line">The line of the first open package; 1 when all are pinned.</param>
internal sealed record RequirementsFact(IReadOnlyList<string> Open, int Pinned, int Hashed, string Path, int Line);
