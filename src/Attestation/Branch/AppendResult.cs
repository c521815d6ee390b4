using Gates.Attestation.Log;

namespace Gates.Attestation.Branch;

/// <summary>What an append did.</summary>
/// <param name="Items">The files, in the order in which they were given.</param>
/// <param name="Log">The log with them.</param>
/// <param name="Attempts">How often it was tried: more than once when others were writing.</param>
internal sealed record AppendResult(IReadOnlyList<LoggedItem> Items, Checkpoint Log, int Attempts);
