using System.Buffers.Binary;

namespace Gates.Formats.Fonts;

/// <summary>A table of a font, or a part of one. Numbers are big-endian, and nothing is read beyond its end, whatever offsets inside say.</summary>
/// <param name="bytes">What it holds.</param>
/// <param name="name">For messages: the font's file and the table.</param>
internal readonly struct FontTable(ReadOnlyMemory<byte> bytes, string name)
{
    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Span => bytes.Span;

    public ushort U16(long at) => BinaryPrimitives.ReadUInt16BigEndian(Slice(at, 2));

    public short I16(long at) => BinaryPrimitives.ReadInt16BigEndian(Slice(at, 2));

    public uint U32(long at) => BinaryPrimitives.ReadUInt32BigEndian(Slice(at, 4));

    public byte U8(long at) => Slice(at, 1)[0];

    /// <exception cref="FontException">It ends before.</exception>
    public ReadOnlySpan<byte> Slice(long at, long length) => Part(at, length).Span;

    /// <exception cref="FontException">It ends before.</exception>
    public FontTable Part(long at, long length, string? nameOfPart = null) => at >= 0 && length >= 0 && at + length <= Length
        ? new FontTable(bytes.Slice((int)at, (int)length), nameOfPart ?? name)
        : throw Wrong(FormattableString.Invariant($"has {Length} bytes, and {length} at {at} are wanted"));

    public FontException Wrong(string why) => new($"{name} {why}");
}
