namespace Gates.Attestation.Chains;

/// <summary>Whether each record names the digest of the one before it.</summary>
internal static class ChainVerifier
{
    private const int MaxFaults = 20;

    /// <param name="records">In their order; at least one.</param>
    /// <param name="after">The digest that the first record must name; <see langword="null"/>: it must be the first of all.</param>
    /// <param name="last">The digest that the last record must have; <see langword="null"/>: what may be cut off at the end is not seen.</param>
    /// <param name="isPart">Whether the records before may be elsewhere, so that the first one's word is not checked.</param>
    public static ChainReport Verify(IReadOnlyList<ChainRecord> records, string? after = null, string? last = null, bool isPart = false)
    {
        var faults = new List<ChainFault>();
        if (!isPart && (after is null ? !records[0].IsFirst : records[0].Previous != after))
        {
            faults.Add(new ChainFault(
                records[0].Place,
                after ?? new string('0', 64),
                records[0].Previous ?? "nothing",
                after is null
                    ? "the first record: it continues one that is not here (--after says which)"
                    : "the first record: it does not continue the record of --after"));
        }

        var forms = ChainForm.All;
        var places = new Lazy<Dictionary<string, ChainRecord>>(() => Places(records));
        for (var index = 1; index < records.Count && faults.Count < MaxFaults; index++)
        {
            var (before, record) = (records[index - 1], records[index]);
            var matching = forms.Where(form => record.Previous == form.Digest(before)).ToList();
            if (matching.Count > 0)
            {
                forms = matching;
            }
            else
            {
                faults.Add(new ChainFault(record.Place, forms[0].Digest(before), record.Previous ?? "nothing", Why(records, index, places.Value)));
            }
        }

        var end = forms.FirstOrDefault(form => form.Digest(records[^1]) == last) ?? forms[0];
        if (last is not null && end.Digest(records[^1]) != last)
        {
            faults.Add(new ChainFault(
                records[^1].Place,
                last,
                end.Digest(records[^1]),
                "the last record is not the one of --last: what came after it is cut off, or it was changed"));
        }

        return new ChainReport(records, end, faults);
    }

    /// <summary>The records by their digests in every form; of equal ones the first.</summary>
    private static Dictionary<string, ChainRecord> Places(IReadOnlyList<ChainRecord> records)
    {
        var places = new Dictionary<string, ChainRecord>(StringComparer.Ordinal);
        foreach (var (record, form) in records.SelectMany(record => ChainForm.All.Select(form => (record, form))))
        {
            places.TryAdd(form.Digest(record), record);
        }

        return places;
    }

    private static string Why(IReadOnlyList<ChainRecord> records, int index, Dictionary<string, ChainRecord> places)
    {
        var (record, before) = (records[index], records[index - 1]);
        return places[ChainForm.All[0].Digest(record)] is var first && !ReferenceEquals(first, record) ? $"it is {first.Place} once more"
            : record.Previous is not { } previous || record.IsFirst ? $"it says that it is the first record, and stands after {before.Place}"
            : places.TryGetValue(previous, out var meant) ? $"it continues {meant.Place}: records were moved, added or doubled"
            : $"{before.Place} was changed, or a record between them is missing";
    }
}

/// <summary>What was found of a chain.</summary>
/// <param name="Records">In their order.</param>
/// <param name="Form">Over which bytes its digests go.</param>
/// <param name="Faults">Nothing, when it is intact.</param>
internal sealed record ChainReport(IReadOnlyList<ChainRecord> Records, ChainForm Form, IReadOnlyList<ChainFault> Faults)
{
    /// <value>The digest that a next record would name.</value>
    public string LastDigest => Form.Digest(Records[^1]);
}

/// <summary>A record that does not name the one before it.</summary>
/// <param name="Place">File, and line or index.</param>
/// <param name="Expected">The digest of the record before.</param>
/// <param name="Found">What the record says.</param>
/// <param name="Why">What that can mean.</param>
internal sealed record ChainFault(string Place, string Expected, string Found, string Why)
{
    public override string ToString() => $"{Place}: previous_hash: expected {Expected}, found {Found}: {Why}";
}
