using Gates.BuiltIn.DlpScan.RuleSets;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>A place whose value has a secret's shape and stands for one: it was left alone, and a reviewer may look.</summary>
/// <param name="Rule">Whose shape.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1, in UTF-16 units.</param>
internal sealed record Placeholder(DlpRule Rule, int Line, int Column)
{
    /// <value>The byte of a binary file at which it begins; <see langword="null"/> in text.</value>
    public long? Offset { get; init; }
}
