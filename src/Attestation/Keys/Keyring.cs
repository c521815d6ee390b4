namespace Gates.Attestation.Keys;

/// <summary>The keys of a repository, past and present: nothing is ever taken out, so that old evidence stays verifiable.</summary>
internal sealed record Keyring(IReadOnlyList<KeyringEntry> Keys)
{
    /// <value>Where a repository keeps it, on its default branch.</value>
    public const string Path = ".github/gates-keyring.json";

    public static Keyring Empty { get; } = new([]);

    public KeyringEntry? Find(string keyId) => Keys.FirstOrDefault(entry => entry.Key.KeyId == keyId);

    /// <summary>The keys that a person may mean by the beginning of an id.</summary>
    public IReadOnlyList<KeyringEntry> Named(string text) => [.. Keys.Where(entry => entry.Key.IsNamedBy(text))];

    public Keyring With(KeyringEntry entry) => new([.. Keys, entry]);

    /// <summary>The keys of a use that count now end at a time; none is ever made to live longer.</summary>
    public Keyring Retire(KeyUse use, DateTimeOffset now, DateTimeOffset end) => new(
    [
        .. Keys.Select(entry => entry.Refusal(use, now) is null && entry.ValidTo > end
            ? entry with { ValidTo = end > entry.ValidFrom ? end : entry.ValidFrom.AddSeconds(1) }
            : entry),
    ]);

    public Keyring Revoke(KeyringEntry revoked, KeyRevocation revocation) =>
        new([.. Keys.Select(entry => entry == revoked ? entry with { Revoked = revocation } : entry)]);

    /// <summary>The keys for a use that count at a time, the newest first.</summary>
    public IReadOnlyList<KeyringEntry> Current(KeyUse use, DateTimeOffset at) =>
        [.. Keys.Where(entry => entry.Refusal(use, at) is null)
            .OrderByDescending(entry => entry.ValidFrom)
            .ThenBy(entry => entry.Key.KeyId, StringComparer.Ordinal)];

    /// <summary>Uses whose last valid key ends soon, with the moment of its end. Witnesses care for their own.</summary>
    public IReadOnlyList<(KeyUse Use, DateTimeOffset End)> Ending(DateTimeOffset now, TimeSpan ahead) =>
    [
        .. from use in Keys.Select(entry => entry.Use).Where(use => use != KeyUse.Witness).Distinct().Order()
           let ends = Current(use, now).Select(entry => entry.ValidTo).DefaultIfEmpty(now).Max()
           where ends <= now + ahead
           select (use, ends),
    ];
}
