namespace Gates.Formats.Dockerfiles;

/// <summary>One name that an <c>ARG</c> instruction declares.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">Its default as written, quotes and variables included; <see langword="null"/> without a default.</param>
/// <param name="Line">The instruction's first line.</param>
internal sealed record DockerfileArg(string Name, string? Value, int Line)
{
    public static IEnumerable<DockerfileArg> Of(DockerfileInstruction instruction)
    {
        foreach (var word in instruction.Arguments)
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            yield return equals < 0
                ? new DockerfileArg(word, null, instruction.Line)
                : new DockerfileArg(word[..equals], word[(equals + 1)..], instruction.Line);
        }
    }
}
