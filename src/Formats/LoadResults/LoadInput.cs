using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Gates.Formats.Foundation;

namespace Gates.Formats.LoadResults;

/// <summary>A file of load test results, decompressed when it is gzip; UTF-16 with its mark, as PowerShell writes it, is made UTF-8.</summary>
internal sealed class LoadInput : IDisposable
{
    private const int HeadBytes = 64 << 10;

    /// <value>A summary has a few hundred numbers; one this large is something else.</value>
    private const int DocumentBytes = 32 << 20;

    /// <value>What is printed for people ends long before.</value>
    private const int TextBytes = 8 << 20;

    private readonly Func<Stream> open;
    private readonly Lazy<JsonDocument?> document;
    private readonly byte[] head;
    private readonly bool isGzip;
    private readonly Encoding? encoding;
    private readonly Lazy<string> text;

    /// <param name="path">For messages.</param>
    /// <param name="open">Opens the file from its start, each time it is called.</param>
    /// <exception cref="InvalidDataException">It begins like gzip and is not.</exception>
    public LoadInput(string path, Func<Stream> open)
    {
        Path = path;
        this.open = open;
        document = new Lazy<JsonDocument?>(ReadDocument);
        using (var raw = open())
        {
            var magic = new byte[2];
            isGzip = raw.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1f, 0x8b];
        }

        encoding = ReadMark();
        text = new Lazy<string>(ReadText);
        using var content = Open();
        var buffer = new byte[HeadBytes];
        head = buffer[..content.ReadAtLeast(buffer, HeadBytes, throwOnEndOfStream: false)];
    }

    public string Path { get; }

    /// <value>The beginning of the content, without a byte order mark: 64 KiB, or all of it.</value>
    public ReadOnlySpan<byte> Head => head.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? head.AsSpan(3) : head;

    /// <value>The first line of <see cref="Head"/>, or what there is of it.</value>
    public ReadOnlySpan<byte> FirstLine => Head.IndexOf((byte)'\n') is var end and >= 0 ? Head[..end].TrimEnd((byte)'\r') : Head;

    /// <value>The content as one JSON object; <see langword="null"/> when it does not begin like one.</value>
    /// <exception cref="JsonException">It begins like one and is not.</exception>
    public JsonElement? Json => document.Value?.RootElement is { ValueKind: JsonValueKind.Object } root ? root : null;

    /// <value>The content as one JSON array; <see langword="null"/> when it does not begin like one.</value>
    /// <exception cref="JsonException">It begins like one and is not.</exception>
    public JsonElement? JsonList => document.Value?.RootElement is { ValueKind: JsonValueKind.Array } root ? root : null;

    /// <value>The whole content as text, for what is written for people and short.</value>
    /// <exception cref="EvaluationException">It is too long.</exception>
    public string Text => text.Value;

    /// <summary>The whole content from its start; a byte order mark is still there.</summary>
    public Stream Open()
    {
#pragma warning disable CA2000 // The caller disposes of it, and of the content with it.
        var content = OpenRaw();
        return encoding is null ? content : Encoding.CreateTranscodingStream(content, encoding, Encoding.UTF8);
#pragma warning restore CA2000
    }

    public void Dispose()
    {
        if (document.IsValueCreated)
        {
            document.Value?.Dispose();
        }
    }

#pragma warning disable CA2000 // The caller disposes of it, and of the content with it.
    private Stream OpenRaw() => isGzip ? new GZipStream(open(), CompressionMode.Decompress) : open();
#pragma warning restore CA2000

    private UnicodeEncoding? ReadMark()
    {
        using var content = OpenRaw();
        var mark = new byte[2];
        return content.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 && mark is [0xff, 0xfe] or [0xfe, 0xff]
            ? new UnicodeEncoding(bigEndian: mark[0] == 0xfe, byteOrderMark: true)
            : null;
    }

    private string ReadText() => Encoding.UTF8.GetString(ReadBytes(TextBytes, "text").Span);

    private JsonDocument? ReadDocument() => Head.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..]
        ? JsonDocument.Parse(ReadBytes(DocumentBytes, "one JSON document"), new JsonDocumentOptions { MaxDepth = 200 })
        : null;

    /// <summary>All of it, without a byte order mark.</summary>
    private ReadOnlyMemory<byte> ReadBytes(int most, string what)
    {
        using var content = Open();
        using var buffer = new MemoryStream();
        var chunk = new byte[HeadBytes];
        for (var read = content.Read(chunk); read > 0; read = content.Read(chunk))
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > most)
            {
                throw new EvaluationException($"{Path}: is {what} of more than {most >> 20} MiB, which no summary is");
            }
        }

        return buffer.ToArray().AsMemory(head.Length - Head.Length);
    }
}
