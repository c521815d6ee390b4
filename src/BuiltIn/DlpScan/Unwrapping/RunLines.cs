using System.Buffers;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>The lines that one run of base64 is wrapped over.</summary>
internal sealed class RunLines
{
    private const int MinWrapped = 40;
    private const int MaxGap = 40;
    private const int MaxLead = 40;
    private const int MaxCut = 4 << 10;
    private static readonly SearchValues<byte> Fillers = SearchValues.Create(" \t\r\"'+\\#*>"u8);
    private static readonly SearchValues<byte> PlainDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    public List<(int Start, int End)> Lines { get; } = [];

    /// <summary>The lines that a run is wrapped over: as long as each other, but for the first, which may follow a name, and the last.</summary>
    public void Gather(ReadOnlySpan<byte> text, int start, int end)
    {
        Lines.Clear();
        Lines.Add((start, end));
        var longest = start == 0 ? MaxCut : end - start + MaxLead;
        while (end - start >= MinWrapped && end < text.Length && text[end] != '=')
        {
            start = NextLine(text, end);
            if (start < 0)
            {
                return;
            }

            var length = text[start..].IndexOfAnyExcept(PlainDigits);
            end = length < 0 ? text.Length : start + length;
            var isEnd = end < text.Length && text[end] == '=';
            if (end - start > longest || end - start < (isEnd ? 2 : 4) || (end < text.Length && text[end] is (byte)':' or (byte)'-' or (byte)'_'))
            {
                return;
            }

            Lines.Add((start, end));
            if (end - start < longest && Lines.Count > 2)
            {
                return;
            }

            longest = Lines.Count == 2 ? Math.Max(end - start, Lines[0].End - Lines[0].Start) : longest;
        }
    }

    /// <summary>Where a run may go on: on the next line, behind what indents, quotes, or comments it.</summary>
    private static int NextLine(ReadOnlySpan<byte> text, int end)
    {
        var breaks = 0;
        for (var i = end; i < Math.Min(text.Length, end + MaxGap); i++)
        {
            if (text[i] == '\n')
            {
                breaks++;
            }
            else if (breaks == 1 && Sextets.IsOne(text[i]) && text[i] != '+')
            {
                return i;
            }
            else if (!Fillers.Contains(text[i]))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <summary>What they stand for together.</summary>
    public byte[] Join(ReadOnlySpan<byte> text)
    {
        var digits = new byte[Lines.Sum(line => line.End - line.Start)];
        var length = 0;
        foreach (var (start, end) in Lines)
        {
            text[start..end].CopyTo(digits.AsSpan(length));
            length += end - start;
        }

        var content = new byte[(length * 3 / 4) + 3];
        return content[..Sextets.Decode(digits, content)];
    }
}
