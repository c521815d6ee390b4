using Gates.Attestation.Keys;

namespace Gates.Attestation.Auditing;

/// <summary>What became of a key in a quarter.</summary>
/// <param name="Time">When.</param>
/// <param name="KeyId">The key.</param>
/// <param name="Use">What it may sign.</param>
/// <param name="What"><c>begins</c>, <c>ends</c> or <c>revoked</c>.</param>
/// <param name="Reason">Why it was revoked; untrusted text.</param>
internal sealed record KeyChange(DateTimeOffset Time, string KeyId, string Use, string What, string? Reason = null)
{
    /// <summary>The changes of a quarter, the first first.</summary>
    public static IReadOnlyList<KeyChange> In(Quarter quarter, Keyring keyring) =>
    [
        .. keyring.Keys.SelectMany(Of).Where(change => quarter.Contains(change.Time))
            .OrderBy(change => change.Time).ThenBy(change => change.KeyId, StringComparer.Ordinal),
    ];

    private static IEnumerable<KeyChange> Of(KeyringEntry entry)
    {
        var (id, use) = (entry.Key.KeyId, KeyringJson.Name(entry.Use));
        yield return new KeyChange(entry.ValidFrom, id, use, "begins");
        yield return new KeyChange(entry.ValidTo, id, use, "ends");
        if (entry.Revoked is { } revoked)
        {
            yield return new KeyChange(revoked.At, id, use, "revoked", revoked.Reason);
        }
    }
}
