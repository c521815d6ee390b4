namespace Gates.Formats.LoadResults;

/// <summary>A threshold's operator. k6's <c>===</c> is its <c>==</c>.</summary>
internal enum Comparison
{
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Equal,
    NotEqual,
}
