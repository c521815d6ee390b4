using Gates.Pipeline.Results;

namespace Gates.Pipeline.RunFolder;

/// <summary>A gate, and what it can be judged again with.</summary>
/// <param name="Evidence"><see langword="null"/> when none was collected.</param>
internal sealed record KeptGate(GateResult Result, KeptFile Policy, KeptFile Settings, KeptFile? Evidence);
