namespace Gates.Pipeline.Recognition;

/// <summary>What the base already had.</summary>
internal sealed class KnownFindings
{
    private readonly Dictionary<FindingKey, int> counts;
    private readonly HashSet<Fingerprint> weak;

    private KnownFindings(Dictionary<FindingKey, int> counts, HashSet<Fingerprint> weak)
    {
        this.counts = counts;
        this.weak = weak;
    }

    /// <value>There is no base, or it could not be judged: nothing is known.</value>
    public static KnownFindings None { get; } = new([], []);

    /// <summary>The findings of a base that was judged.</summary>
    public static KnownFindings From(IReadOnlyList<RecognisedFinding> findings) => new(
        findings.CountBy(found => found.Key).ToDictionary(),
        [.. findings.SelectMany(found => found.Forms).Where(form => form.IsWeak)]);

    /// <summary>Whether the base had at least so many equal ones.</summary>
    public bool Has(FindingKey key, int ordinal) => ordinal <= counts.GetValueOrDefault(key);

    /// <summary>Whether a form that several findings may share stands for one that the base had.</summary>
    public bool Means(Fingerprint form) => form.IsWeak && weak.Contains(form);
}
