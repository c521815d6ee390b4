using System.Buffers;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>Text that was taken out of its wrapping, several pieces one after the other, and where each byte came from.</summary>
internal sealed class DecodedText : IDisposable
{
    public const int Size = 512 << 10;

    private readonly byte[] buffer = ArrayPool<byte>.Shared.Rent(Size);
    private readonly List<DecodedSpan> spans = [];

    public int Length { get; private set; }

    public int Room => Size - Length;

    public ReadOnlySpan<byte> Text => buffer.AsSpan(0, Length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);

    public void Clear()
    {
        Length = 0;
        spans.Clear();
    }

    /// <summary>What follows does not belong to what is there: no pattern reaches over.</summary>
    public void Separate()
    {
        if (Length > 0)
        {
            spans.Add(new DecodedSpan(Length, 0, 0, Layer.Gap));
            "\n\u0001\n"u8.CopyTo(buffer.AsSpan(Length));
            Length += 3;
        }
    }

    /// <summary>Takes over text that stands there as it is.</summary>
    public void Copy(ReadOnlySpan<byte> text, int source)
    {
        if (text.Length > 0)
        {
            spans.Add(new DecodedSpan(Length, source, text.Length, Layer.None));
            text.CopyTo(buffer.AsSpan(Length));
            Length += text.Length;
        }
    }

    /// <summary>The next bytes that are put come from these.</summary>
    public void Begin(int source, int sourceLength, Layer layer) => spans.Add(new DecodedSpan(Length, source, sourceLength, layer));

    public void Put(byte value) => buffer[Length++] = value;

    /// <summary>Room for bytes that the caller writes and then counts by <see cref="Advance"/>.</summary>
    public Span<byte> Free => buffer.AsSpan(Length, Room);

    public void Advance(int count) => Length += count;

    /// <summary>What a range was made from: where that is shown, what it covers, and exactly where its first byte comes from.</summary>
    /// <returns><see langword="null"/> when the range reaches over a gap.</returns>
    public SourceRange? SourceOf(int start, int end)
    {
        var first = IndexOf(start);
        var last = IndexOf(Math.Max(start, end - 1));
        var layers = 0;
        for (var i = first; i <= last; i++)
        {
            layers |= 1 << (int)spans[i].Layer;
        }

        return (layers & (1 << (int)Layer.Gap)) != 0
            ? null
            : new SourceRange(spans[first].Shown(start), spans[last].EndOf(Math.Max(start, end - 1)), spans[first].Exact(start), layers & ~1);
    }

    /// <summary>The layers that a range, and what stands beside it, was taken out of.</summary>
    public int LayersAround(int start, int end)
    {
        var layers = 0;
        for (var i = IndexOf(Math.Max(0, start - 1)); i < spans.Count && spans[i].At <= end; i++)
        {
            layers |= 1 << (int)spans[i].Layer;
        }

        return layers & ~0b11;
    }

    private int IndexOf(int position)
    {
        var (low, high) = (0, spans.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = spans[middle].At <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}

/// <summary>Where a range of decoded text comes from.</summary>
/// <param name="Start">Where a reader finds it: the beginning of what it was wrapped in.</param>
/// <param name="End">Where that ends.</param>
/// <param name="Exact">The very byte that its first byte was made from, or the first of a few.</param>
/// <param name="Layers">What it was wrapped in, each layer a bit.</param>
internal readonly record struct SourceRange(int Start, int End, int Exact, int Layers);

/// <summary>A stretch of decoded text.</summary>
/// <param name="At">Where it begins.</param>
/// <param name="Source">Where the bytes begin that it was made from.</param>
/// <param name="SourceLength">How many those are.</param>
/// <param name="Layer">What they are.</param>
internal readonly record struct DecodedSpan(int At, int Source, int SourceLength, Layer Layer)
{
    public int Shown(int position) => Layer == Layer.None ? Source + position - At : Source;

    public int Exact(int position) => Source + Layer switch
    {
        Layer.None => position - At,
        Layer.Hex => (position - At) * 2,
        Layer.Base64 => (position - At) / 3 * 4,
        Layer.WideBase64 => (position - At) * 2 / 3 * 4,
        _ => 0,
    };

    public int EndOf(int position) => Layer == Layer.None ? Source + position - At + 1 : Source + SourceLength;
}
