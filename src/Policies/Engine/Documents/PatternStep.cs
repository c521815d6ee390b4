namespace Gates.Policies.Engine.Documents;

/// <summary>One step of a pattern.</summary>
/// <param name="Kind">What it matches.</param>
/// <param name="Key">The key, for <see cref="PatternStepKind.Key"/>.</param>
/// <param name="Index">The index, for <see cref="PatternStepKind.Item"/>.</param>
internal readonly record struct PatternStep(PatternStepKind Kind, string Key = "", int Index = 0)
{
    /// <summary>Whether this is an index that takes one of several values under the same key.</summary>
    public bool IsItem(int occurrence) => Kind == PatternStepKind.AnyItem || (Kind == PatternStepKind.Item && Index == occurrence);

    /// <summary>Whether one step down to this node matches.</summary>
    public bool Matches(NodeModel child) => Kind switch
    {
        PatternStepKind.Key => string.Equals(child.Key, Key, StringComparison.Ordinal),
        PatternStepKind.Item => child.Key is null && child.Index == Index,
        PatternStepKind.AnyItem => child.Key is null,
        _ => true,
    };
}

internal enum PatternStepKind
{
    Key,
    Item,
    AnyItem,

    /// <summary><c>*</c>: any one step, into a map or a sequence.</summary>
    Any,

    /// <summary><c>**</c>: any number of steps, also none.</summary>
    Deep,
}
