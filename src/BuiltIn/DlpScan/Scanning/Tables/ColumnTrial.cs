using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;

namespace Gates.BuiltIn.DlpScan.Scanning.Tables;

/// <summary>Counts how many values of a column are valid for one rule.</summary>
/// <param name="rule">The rule.</param>
/// <param name="isNamed">Whether the column's name is one of the rule's words.</param>
internal sealed class ColumnTrial(DlpRule rule, bool isNamed)
{
    private const int MinValues = 20;
    private const int MinDistinct = 10;
    private const int EnoughDistinct = 16;
    private const double MinShare = 0.8;
    private const int MaxPlaces = FileScanner.HitsPerFile;

    // How many values more than half may be invalid before it is not looked at any longer; a column that names the rule is given more time.
    private readonly int patience = isNamed ? 500 : 20;
    private HashSet<string>? distinct;
    private List<CellValue>? places;

    public DlpRule Rule => rule;

    public bool IsNamed => isNamed;

    public long Tried { get; private set; }

    public long Valid { get; private set; }

    public IReadOnlyList<CellValue> Places => places ?? [];

    public double Share => Tried == 0 ? 0 : (double)Valid / Tried;

    public bool IsHopeless => Tried - Valid > patience + Valid;

    public bool IsProven => Tried >= MinValues && distinct?.Count >= MinDistinct && Share >= MinShare;

    /// <value>Whether places are still wanted.</value>
    public bool WantsPlace => (places?.Count ?? 0) < MaxPlaces;

    public void At(CellValue place) => (places ??= []).Add(place);

    /// <summary>Looks at one value; <see langword="null"/> is one too long for any rule.</summary>
    public bool Try(string? value, int digits, string path)
    {
        Tried++;
        if (value is null || !MayBe(value, digits) || !IsValid(value, path))
        {
            return false;
        }

        Valid++;
        distinct ??= [];
        if (distinct.Count < EnoughDistinct)
        {
            distinct.Add(value);
        }

        return true;
    }

    private bool MayBe(string value, int digits) => rule.Anchor switch
    {
        RuleAnchor.At => value.Contains('@', StringComparison.Ordinal),
        RuleAnchor.Digits => digits >= rule.MinDigits,
        _ => true,
    };

    private bool IsValid(string value, string path)
    {
        var match = rule.Cell!.Value.Match(value);
        return match.Success
            && (isNamed || !rule.CellNeedsName || (rule.NearOnlyWhenBare && !match.Groups["bare"].Success))
            && (rule.Check is null || rule.Check(new Candidate(value, value, 0, path)) != Validity.Refuted);
    }
}
