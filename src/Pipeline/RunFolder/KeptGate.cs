using Gates.Pipeline.Results;

namespace Gates.Pipeline.RunFolder;

/// <summary>A gate, and what it can be judged again with.</summary>
/// <param name="Evidence"><see langword="null"/> when none was collected.</param>
internal sealed record KeptGate(GateResult Result, KeptFile Policy, KeptFile Settings, KeptFile? Evidence);

/// <summary>A file that a gate can be judged again with.</summary>
/// <param name="Name">Relative to the output folder; <see langword="null"/> when it is too large to keep.</param>
/// <param name="Digest">SHA-256 of the content, kept or not, in lower-case hexadecimal.</param>
/// <param name="Length">Bytes of the content.</param>
internal sealed record KeptFile(string? Name, string Digest, long Length);
