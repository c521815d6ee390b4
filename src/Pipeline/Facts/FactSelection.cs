namespace Gates.Pipeline.Facts;

/// <summary>Which files a policy-only gate looks at: globs by kind of fact; a glob that starts with <c>!</c> leaves files out.</summary>
internal sealed record FactSelection(IReadOnlyDictionary<string, IReadOnlyList<string>> Globs)
{
    /// <value>Whether a policy chose them for every repository: a kind that this one has no files of is then no typing error. Default: no.</value>
    public bool IsDefault { get; init; }
}
