using System.Buffers;
using System.Text.Json;
using Gates.Doors.Http;

namespace Gates.Doors.Kubernetes;

/// <summary>Reads a list of objects while it arrives: each is there by itself, so that no page, of megabytes, is ever held.</summary>
/// <param name="read">Takes each object.</param>
/// <param name="maxBytes">Of the whole list.</param>
internal sealed class ObjectListReader(Action<JsonElement> read, long maxBytes)
{
    private const int FirstBuffer = 64 << 10;
    private const int MaxDepth = 200;

    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = MaxDepth });
    private string property = "";
    private bool isInItems;
    private bool hasItems;
    private bool isStarted;

    /// <value>What the list says that it is.</value>
    public string Kind { get; private set; } = "";

    /// <value>Where the next page begins; empty when there is none.</value>
    public string Next { get; private set; } = "";

    /// <exception cref="JsonException">It is no list.</exception>
    /// <exception cref="AnswerTooLargeException">It is longer than it may be.</exception>
    public async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
        try
        {
            var (held, total) = (0, 0L);
            for (var isEnd = false; !isEnd;)
            {
                if (held == buffer.Length)
                {
                    buffer = Grown(buffer);
                }

                var count = await stream.ReadAsync(buffer.AsMemory(held), cancellationToken);
                (held, total, isEnd) = (held + count, total + count, count == 0);
                if (total > maxBytes)
                {
                    throw new AnswerTooLargeException();
                }

                var used = Take(buffer.AsMemory(0, held), isEnd);
                held -= used;
                buffer.AsSpan(used, held).CopyTo(buffer);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (!hasItems || !Kind.EndsWith("List", StringComparison.Ordinal))
        {
            // It would read as a cluster without any.
            throw new JsonException("no list");
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    /// <returns>How many bytes need not be kept.</returns>
    private int Take(ReadOnlyMemory<byte> bytes, bool isEnd)
    {
        var reader = new Utf8JsonReader(bytes.Span, isEnd, state);
        for (var before = reader; ; before = reader)
        {
            if (!reader.Read() || !TakeToken(ref reader, bytes))
            {
                // What is not whole yet is read again when more of it is there.
                state = before.CurrentState;
                return (int)before.BytesConsumed;
            }
        }
    }

    /// <returns>Whether all of the value was there.</returns>
    private bool TakeToken(ref Utf8JsonReader reader, ReadOnlyMemory<byte> bytes)
    {
        if (!isStarted)
        {
            return isStarted = reader.TokenType == JsonTokenType.StartObject ? true : throw new JsonException("no object");
        }

        if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
        {
            isInItems = false;
            return true;
        }

        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            property = reader.GetString()!;
            return true;
        }

        if (!isInItems && property == "items")
        {
            // Of two lists nobody could say which one counts.
            isInItems = reader.TokenType == JsonTokenType.StartArray;
            return hasItems = !hasItems && (isInItems || reader.TokenType == JsonTokenType.Null) ? true : throw new JsonException("no items");
        }

        var start = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        if (isInItems || property is "kind" or "metadata")
        {
            using var value = JsonDocument.Parse(bytes[start..(int)reader.BytesConsumed], new JsonDocumentOptions { MaxDepth = MaxDepth });
            TakeValue(value.RootElement);
        }

        return true;
    }

    private void TakeValue(JsonElement value)
    {
        if (isInItems)
        {
            read(value);
        }
        else if (property == "kind")
        {
            Kind = value.GetString() ?? "";
        }
        else
        {
            Next = value.TryGetProperty("continue", out var next) ? next.GetString() ?? "" : "";
        }
    }
}
