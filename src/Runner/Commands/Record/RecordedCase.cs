using Gates.Pipeline.Results;

namespace Gates.Runner.Commands.Record;

/// <summary>A case that was written.</summary>
/// <param name="Folder">Where, relative to the workspace.</param>
/// <param name="Result">What its policy says of the masked evidence.</param>
/// <param name="Values">How many different values were masked.</param>
/// <param name="Places">In how many places.</param>
/// <param name="Changed">Whether the policy says something else than it said before masking.</param>
internal sealed record RecordedCase(string Folder, GateResult Result, int Values, int Places, bool Changed);
