namespace Gates.Attestation.Rejudging;

/// <summary>What a gate was judged with, as its run left it in the output folder.</summary>
/// <param name="Policy">The script.</param>
/// <param name="Settings">JSON.</param>
/// <param name="Evidence">JSON of kind and facts; <see langword="null"/> when it was too large to keep.</param>
internal sealed record RecordedInputs(ReadOnlyMemory<byte> Policy, ReadOnlyMemory<byte> Settings, ReadOnlyMemory<byte>? Evidence);
