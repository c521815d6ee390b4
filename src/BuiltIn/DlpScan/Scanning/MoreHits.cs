using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Gates.BuiltIn.DlpScan.Scanning;

/// <summary>What is counted of one rule, and a hash over what it stands for. What goes in is keyed already.</summary>
/// <param name="path">The first file.</param>
internal sealed class MoreHits(string path)
{
    private readonly ArrayBufferWriter<byte> parts = new();

    public string Path => path;

    public int Count { get; private set; }

    public void Add(string file, int count, ReadOnlySpan<byte> keyed)
    {
        Count += count;
        parts.Write(SHA256.HashData(Encoding.UTF8.GetBytes(file)));
        parts.Write(SHA256.HashData(keyed));
    }

    public byte[] Finish() => SHA256.HashData(parts.WrittenSpan);
}
