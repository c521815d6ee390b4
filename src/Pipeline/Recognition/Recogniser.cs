using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Pipeline.Recognition;

/// <summary>Says of each finding what it is, exactly, and by which forms files may name it.</summary>
/// <param name="gateId">The gate.</param>
/// <param name="salt">The repository's salt; <see langword="null"/> before there is one.</param>
/// <param name="canBeGuessed">Whether what a rule finds could be guessed.</param>
internal sealed class Recogniser(string gateId, RepositorySalt? salt, Func<string, bool> canBeGuessed)
{
    /// <summary>Which findings the change touched. Default: none, as at the base.</summary>
    public Func<Finding, bool> IsInDiff { get; init; } = _ => false;

    /// <summary>The findings in their order.</summary>
    /// <param name="findings">What the policy reported.</param>
    /// <param name="first">The same as the gate may have named them when fingerprints had their first form; empty when no file has one.</param>
    /// <param name="tree">Where their lines are read.</param>
    /// <param name="pathNow">See <see cref="FindingKeys.Of"/>.</param>
    public IReadOnlyList<RecognisedFinding> Recognise(
        IReadOnlyList<Finding> findings, IReadOnlyList<IReadOnlyList<Finding>> first, ISourceTree tree, Func<string, string> pathNow)
    {
        var order = StoredForms.Order(findings, IsInDiff);
        var keys = FindingKeys.Of(gateId, findings, tree, pathNow);
        var ordinals = Ordinals(keys, order);
        var subjects = keys.Select(StoredForms.MaskedSubject).ToList();
        var maskedOrdinals = Ordinals(subjects, order);
        var firsts = first.Select(then => FirstFingerprints.Of(gateId, then, tree, pathNow, order)).ToList();
        return
        [
            .. findings.Select((finding, i) =>
            {
                var masked = StoredForms.Masked(subjects[i], maskedOrdinals[i]);
                var keyed = salt is null ? (Fingerprint?)null
                    : StoredForms.Keyed(salt.Bytes.Span, keys[i], ordinals[i], finding.Location is not null && canBeGuessed(finding.Rule));
                Fingerprint?[] forms = [keyed, masked, .. firsts.Select(all => (Fingerprint?)all[i])];
                return new RecognisedFinding(finding, keys[i], ordinals[i], keyed ?? masked, IsInDiff(finding))
                {
                    Masked = masked,
                    Forms = [.. forms.OfType<Fingerprint>()],
                };
            }),
        ];
    }

    /// <summary>
    /// A finding of the head, told whether the base had it. An entry that may as well mean another finding of the base does not excuse one that is new.
    /// </summary>
    public static RecognisedFinding Compare(RecognisedFinding found, KnownFindings known) =>
        known.Has(found.Key, found.Ordinal)
            ? found with { AtBase = true }
            : found with { Forms = [.. found.Forms.Where(form => !known.Means(form))] };

    private static int[] Ordinals<T>(IReadOnlyList<T> keys, IReadOnlyList<int> order)
        where T : notnull
    {
        var result = new int[keys.Count];
        var seen = new Dictionary<T, int>();
        foreach (var i in order)
        {
            result[i] = seen[keys[i]] = seen.GetValueOrDefault(keys[i]) + 1;
        }

        return result;
    }
}
