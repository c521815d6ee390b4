namespace Gates.Runner.Facts;

/// <summary>Which files a policy-only gate looks at: globs by kind of fact; a glob that starts with <c>!</c> leaves files out.</summary>
internal sealed record FactSelection(IReadOnlyDictionary<string, IReadOnlyList<string>> Globs);
