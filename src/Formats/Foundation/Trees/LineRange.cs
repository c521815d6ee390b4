namespace Gates.Formats.Foundation.Trees;

/// <summary>Lines from first to last, both included, starting at 1.</summary>
internal readonly record struct LineRange(int First, int Last)
{
    public bool Contains(int line) => line >= First && line <= Last;

    /// <summary>Whether the two have a line in common.</summary>
    public bool Overlaps(LineRange other) => First <= other.Last && other.First <= Last;
}
