using Gates.Attestation.Log;

namespace Gates.Attestation.Branch;

/// <summary>A file that is in the log.</summary>
/// <param name="Item">The file.</param>
/// <param name="Proof">That it is.</param>
/// <param name="WasThere">Whether it was logged before.</param>
internal sealed record LoggedItem(BranchItem Item, TlogProof Proof, bool WasThere);
