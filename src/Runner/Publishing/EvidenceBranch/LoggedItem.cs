using Gates.Runner.Attesting.Log;

namespace Gates.Runner.Publishing.EvidenceBranch;

/// <summary>A file that is in the log.</summary>
/// <param name="Item">The file.</param>
/// <param name="Proof">That it is.</param>
/// <param name="WasThere">Whether it was logged before.</param>
internal sealed record LoggedItem(BranchItem Item, TlogProof Proof, bool WasThere);
