using System.Globalization;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults.Formats;

/// <summary>Reads a stream line by line without making strings of it.</summary>
internal ref struct ByteLines(Stream content, string path)
{
    /// <value>A point is a few hundred bytes; one this long is something else.</value>
    private const int MaxLineLength = 1 << 20;

    private byte[] buffer = new byte[256 << 10];
    private int start;
    private int end;
    private bool atEnd;

    /// <value>The line, without its end.</value>
    public ReadOnlySpan<byte> Current { get; private set; }

    /// <value>Counted from 1.</value>
    public int Number { get; private set; }

    /// <value>Whether the file stopped in the middle of this line.</value>
    public bool IsCutOff { get; private set; }

    /// <exception cref="EvaluationException">A line is longer than any point.</exception>
    public bool MoveNext()
    {
        var scanned = start;
        while (true)
        {
            var feed = buffer.AsSpan(scanned, end - scanned).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                Take(scanned + feed);
                start = scanned + feed + 1;
                return true;
            }

            scanned = end;
            if (atEnd)
            {
                IsCutOff = end > start;
                if (IsCutOff)
                {
                    Take(end);
                    start = end;
                }

                return IsCutOff;
            }

            scanned -= Fill();
        }
    }

    private void Take(int lineEnd)
    {
        Number++;
        Current = buffer.AsSpan(start, lineEnd - start).TrimEnd((byte)'\r');
        if (Number == 1 && Current.StartsWith("\uFEFF"u8))
        {
            Current = Current[3..];
        }
    }

    /// <summary>Reads on, and returns by how much what was there has moved to the front.</summary>
    private int Fill()
    {
        var moved = start;
        if (moved > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - moved);
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= MaxLineLength)
            {
                throw new EvaluationException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}:{Number + 1}: the line is longer than 1 MiB, which no result is"));
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = content.Read(buffer, end, buffer.Length - end);
        end += read;
        atEnd = read == 0;
        return moved;
    }
}
