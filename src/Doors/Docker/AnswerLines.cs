using System.Text.Json;
using Gates.Doors.Http;

namespace Gates.Doors.Docker;

/// <summary>Reads a stream of JSON documents, one a line, none of which may be larger than is taken.</summary>
internal sealed class AnswerLines(Stream stream)
{
    private const int MaxLine = 1 << 20;

    private byte[] buffer = new byte[16 << 10];
    private int start;
    private int end;

    /// <returns>The next; <see langword="null"/> at the end.</returns>
    /// <exception cref="AnswerTooLargeException">A line is too long.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    /// <exception cref="IOException">It ends in the middle of a line.</exception>
    public async Task<JsonDocument?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var line = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (line >= 0)
            {
                var text = buffer.AsMemory(start, line);
                start += line + 1;
                if (!text.Span.Trim(" \r"u8).IsEmpty)
                {
                    return JsonDocument.Parse(text.ToArray());
                }

                continue;
            }

            if (!await FillAsync(cancellationToken))
            {
                var rest = buffer.AsMemory(start, end - start);
                start = end;
                return rest.Span.Trim(" \r"u8).IsEmpty ? null : JsonDocument.Parse(rest.ToArray());
            }
        }
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length < MaxLine ? buffer.Length * 2 : throw new AnswerTooLargeException());
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
        end += read;
        return read > 0;
    }
}
