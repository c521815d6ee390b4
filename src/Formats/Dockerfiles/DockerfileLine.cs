namespace Gates.Formats.Dockerfiles;

/// <summary>An instruction's lines joined to one, as the builder sees it.</summary>
/// <param name="Text">The joined text.</param>
/// <param name="Parts">Where in the text each line of the file begins.</param>
/// <param name="Column">The column of the first character, starting at 1.</param>
internal sealed record DockerfileLine(string Text, IReadOnlyList<(int Offset, int Line)> Parts, int Column)
{
    public int Line => Parts[0].Line;

    public int LineAt(int offset) => PlaceOf(offset).Line;

    /// <summary>Where a character of the text stands in the file.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        var (part, end) = (0, Parts.Count);
        while (end - part > 1)
        {
            var middle = (part + end) / 2;
            (part, end) = Parts[middle].Offset <= offset ? (middle, end) : (part, middle);
        }

        return (Parts[part].Line, offset - Parts[part].Offset + (part == 0 ? Column : 1));
    }
}
