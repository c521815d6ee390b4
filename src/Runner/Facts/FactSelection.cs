namespace Gates.Runner.Facts;

/// <summary>What a policy-only gate collects: for each kind of fact the globs of the files to read.</summary>
internal sealed record FactSelection(IReadOnlyDictionary<string, IReadOnlyList<string>> Globs);
