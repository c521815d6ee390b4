using Gates.BuiltIn.DlpScan.RuleSets;

namespace Gates.BuiltIn.DlpScan.Scanning.Tables;

/// <summary>A column of a table whose values are nearly all valid for one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Column">Its name if it is one, else its number.</param>
/// <param name="Line">The line that names it; <see langword="null"/> in a file without lines.</param>
/// <param name="Values">How many values it has; empty cells are none.</param>
/// <param name="Checked">How many of them were checked.</param>
/// <param name="Valid">How many of those are valid.</param>
/// <param name="Identity">A keyed hash over all its values.</param>
internal sealed record ColumnHit(DlpRule Rule, string Column, int? Line, long Values, long Checked, long Valid, string Identity)
{
    /// <value>Where its first valid values stand: they are not reported one by one.</value>
    public IReadOnlyList<CellValue> Places { get; init; } = [];

    /// <value>How many of all values are valid, as far as is known.</value>
    public long Estimate => Checked == 0 ? 0 : (long)Math.Round((double)Values * Valid / Checked);
}

/// <summary>Where a value stands: line and columns from 1, in UTF-16 units.</summary>
internal readonly record struct CellValue(int Line, int Column, int EndColumn);
