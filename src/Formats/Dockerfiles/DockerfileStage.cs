namespace Gates.Formats.Dockerfiles;

/// <summary>A build stage: one <c>FROM</c> and what follows it.</summary>
/// <param name="Index">Its number, starting at 0.</param>
/// <param name="Name">The name after <c>AS</c>, in lower case; <see langword="null"/> without one.</param>
/// <param name="Base">The image or stage as written, variables included.</param>
/// <param name="Platform">The value of <c>--platform</c> as written; <see langword="null"/> without it.</param>
/// <param name="From">The <c>FROM</c> instruction.</param>
/// <param name="Instructions">What follows, up to the next <c>FROM</c>.</param>
internal sealed record DockerfileStage(
    int Index, string? Name, string Base, string? Platform, DockerfileInstruction From, IReadOnlyList<DockerfileInstruction> Instructions);
