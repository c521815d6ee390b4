using System.Buffers;

namespace Gates.Runner.Commands.Redact;

/// <summary>
/// Redacts a stream of text as it comes: whole lines go on at once, so that a log can be followed; a key that has begun waits for its end.
/// </summary>
internal sealed class TextStream(TextRedactor redactor)
{
    /// <value>A line longer than this goes on in parts, cut where no value lies.</value>
    private const int MaxHeld = 1 << 20;

    /// <value>A longer key is none.</value>
    private const int MaxKey = 32 << 10;

    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(2 * MaxHeld);
        var held = 0;
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(buffer.AsMemory(held, MaxHeld - Math.Min(held, MaxHeld - MaxKey)), cancellationToken);
                cancellationToken.ThrowIfCancellationRequested();
                held += read;
                var done = Pass(buffer.AsSpan(0, held), read == 0, output);
                await output.FlushAsync(cancellationToken);
                buffer.AsSpan(done, held - done).CopyTo(buffer);
                held -= done;
                if (read == 0)
                {
                    return;
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <returns>How many bytes went on.</returns>
    private int Pass(ReadOnlySpan<byte> text, bool isLast, Stream output)
    {
        var end = isLast ? text.Length : EndOfWhole(text);
        if (end == 0)
        {
            return 0;
        }

        // What follows is context, too: a value may lie over the cut.
        var places = redactor.Locate(text);
        end = places.FirstOrDefault(place => place.Start < end && place.Start + place.Length > end) is { Length: > 0 } over ? over.Start + over.Length : end;
        redactor.Write(text, 0, end, places, output);
        return end;
    }

    private static int EndOfWhole(ReadOnlySpan<byte> text)
    {
        var end = text.LastIndexOf((byte)'\n') + 1;
        if (end == 0)
        {
            return text.Length < MaxHeld - MaxKey ? 0 : text.Length - MaxKey;
        }

        var begin = text[..end].LastIndexOf("-----BEGIN "u8);
        var isOpen = begin >= 0 && end - begin < MaxKey && text[begin..end].IndexOf("-----END "u8) < 0;
        return isOpen ? text[..begin].LastIndexOf((byte)'\n') + 1 : end;
    }
}
