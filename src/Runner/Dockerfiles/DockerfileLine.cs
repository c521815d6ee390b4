namespace Gates.Runner.Dockerfiles;

/// <summary>An instruction's lines joined to one, as the builder sees it.</summary>
/// <param name="Text">The joined text.</param>
/// <param name="Parts">Where in the text each line of the file begins.</param>
/// <param name="Column">The column of the first character, starting at 1.</param>
internal sealed record DockerfileLine(string Text, IReadOnlyList<(int Offset, int Line)> Parts, int Column)
{
    public int Line => Parts[0].Line;

    public int LineAt(int offset)
    {
        var line = Parts[0].Line;
        foreach (var part in Parts)
        {
            if (part.Offset > offset)
            {
                break;
            }

            line = part.Line;
        }

        return line;
    }
}
