using Gates.Attestation.Log;

namespace Gates.Attestation.Keys;

/// <summary>A witness that a verifier believes.</summary>
/// <param name="Verifier">Its key and name.</param>
/// <param name="ValidFrom">The first moment that it may say it saw something at.</param>
/// <param name="ValidTo">The first moment after.</param>
internal sealed record TrustedWitness(WitnessVerifier Verifier, DateTimeOffset ValidFrom, DateTimeOffset ValidTo)
{
    /// <param name="content">
    /// A keyring, of which the witnesses count that are not revoked, or keys as C2SP writes them, one a line; <c>#</c> begins a comment.
    /// </param>
    /// <param name="source">The file, for messages.</param>
    /// <exception cref="EvidenceFormatException">Neither.</exception>
    public static IReadOnlyList<TrustedWitness> Read(ReadOnlyMemory<byte> content, string source)
    {
        if (content.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            return Of(KeyringJson.Read(content, source));
        }

        var lines = System.Text.Encoding.UTF8.GetString(content.Span).Split('\n').Select(line => line.Trim()).ToList();
        IReadOnlyList<TrustedWitness> witnesses =
        [
            .. from line in lines.Index()
               where line.Item.Length > 0 && line.Item[0] != '#'
               let place = FormattableString.Invariant($"{source}:{line.Index + 1}")
               select new TrustedWitness(WitnessVerifier.Parse(line.Item, place), DateTimeOffset.MinValue, DateTimeOffset.MaxValue),
        ];
        return witnesses.Count > 0 ? witnesses : throw new EvidenceFormatException($"{source}: holds no key of a witness: NAME+KEYID+BASE64, one a line");
    }

    /// <summary>
    /// Those of a keyring. A revoked one counts for nothing, whatever time it wrote: whoever has the key can write any. One that has ended counts for the
    /// time that was its own.
    /// </summary>
    public static IReadOnlyList<TrustedWitness> Of(Keyring keyring) =>
    [
        .. from entry in keyring.Keys
           where entry is { Use: KeyUse.Witness, Revoked: null }
           select new TrustedWitness(new WitnessVerifier(entry.Name!, entry.Key), entry.ValidFrom, entry.ValidTo),
    ];
}
