namespace Gates.Attestation.Log;

/// <summary>That a witness saw a checkpoint.</summary>
/// <param name="Witness">Who.</param>
/// <param name="Time">When, by its own clock.</param>
/// <param name="Bytes">8 bytes of the time and 64 of the signature, as they stand in the note behind the key's id.</param>
internal sealed record Cosignature(WitnessVerifier Witness, DateTimeOffset Time, byte[] Bytes)
{
    /// <summary>The earliest of each witness.</summary>
    /// <inheritdoc cref="All"/>
    public static IReadOnlyList<Cosignature> Of(SignedNote note, IReadOnlyCollection<WitnessVerifier> known, string place) =>
        [.. All(note, known, place).GroupBy(one => one.Witness).Select(same => same.MinBy(one => one.Time)!)];

    /// <summary>Those of a note that known witnesses made; what others signed says nothing.</summary>
    /// <param name="note">A checkpoint.</param>
    /// <param name="known">The witnesses.</param>
    /// <param name="place">The note's file, for messages.</param>
    /// <exception cref="LogException">A known witness's signature is bad: the note counts for nothing.</exception>
    public static IReadOnlyList<Cosignature> All(SignedNote note, IReadOnlyCollection<WitnessVerifier> known, string place)
    {
        var found = new List<Cosignature>();
        foreach (var signature in known.Count == 0 ? [] : note.Signatures)
        {
            foreach (var witness in known.Where(witness => witness.Name == signature.Name && witness.KeyId == signature.KeyId))
            {
                found.Add(witness.TimeOf(note.Text, signature.Bytes) is { } time
                    ? new Cosignature(witness, time, signature.Bytes)
                    : throw new LogException(LogFault.ForgedCheckpoint, $"{place}: the cosignature of {witness} does not fit the text"));
            }
        }

        return found;
    }
}
