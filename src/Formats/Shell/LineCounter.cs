namespace Gates.Formats.Shell;

/// <summary>Counts lines while a script is read from front to back.</summary>
internal sealed class LineCounter(string text, int firstLine)
{
    private int counted;
    private int line = firstLine;

    public int LineAt(int offset)
    {
        if (offset > counted)
        {
            line += text.AsSpan(counted, Math.Min(offset, text.Length) - counted).Count('\n');
            counted = offset;
        }

        return line;
    }
}
