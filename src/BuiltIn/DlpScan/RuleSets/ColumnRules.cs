namespace Gates.BuiltIn.DlpScan.RuleSets;

/// <summary>The rules that judge a table's columns, and which of them a column's name calls for: one look at the name instead of one for each word.</summary>
internal sealed class ColumnRules
{
    private readonly NearIndex names;

    public ColumnRules(IEnumerable<DlpRule> all)
    {
        Rules = [.. all.Where(static rule => rule is { IsPersonal: true, Cell: not null })];
        names = new NearIndex(Rules);
    }

    public IReadOnlyList<DlpRule> Rules { get; }

    /// <summary>Those that may find something under a name, and whether one of their words is in it.</summary>
    public IEnumerable<(DlpRule Rule, bool IsNamed)> Of(ReadOnlySpan<byte> name)
    {
        var near = new ulong[names.Words];
        names.Mark(name, near);
        return Rules.Select((rule, i) => (rule, IsNamed: ((near[i >> 6] >> (i & 63)) & 1) != 0))
            .Where(static pair => pair.IsNamed || !pair.rule.CellNeedsName || pair.rule.NearOnlyWhenBare);
    }
}
