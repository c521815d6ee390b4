namespace Gates.Attestation.Keys;

/// <param name="At">From when on signatures of the key count for nothing.</param>
/// <param name="Reason">For people.</param>
internal sealed record KeyRevocation(DateTimeOffset At, string Reason);
