namespace Gates.Formats.Dockerfiles;

/// <summary>A parsed Dockerfile. What the parser accepts and how it splits lines follows BuildKit's Dockerfile frontend.</summary>
/// <param name="Path">Relative to the repository's root.</param>
/// <param name="Escape">The escape and continuation character: a backslash or a backtick.</param>
/// <param name="Directives">The directives at the top, in order.</param>
/// <param name="Instructions">Every instruction, in order.</param>
/// <param name="GlobalArgs">What <c>ARG</c> declares before the first <c>FROM</c>: the only scope that <c>FROM</c> sees.</param>
/// <param name="Stages">The stages, in order; there is at least one.</param>
internal sealed record Dockerfile(
    string Path,
    char Escape,
    IReadOnlyList<DockerfileDirective> Directives,
    IReadOnlyList<DockerfileInstruction> Instructions,
    IReadOnlyList<DockerfileArg> GlobalArgs,
    IReadOnlyList<DockerfileStage> Stages);
