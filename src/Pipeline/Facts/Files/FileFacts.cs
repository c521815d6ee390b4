using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Files;

/// <summary>What a file is, and its text up to a limit: <c>{path, size, sha256, binary, lines, text, truncated}</c>.</summary>
internal sealed class FileFacts : IFactFormat
{
    /// <summary>Bytes of text kept of one file; the rest is cut off and <c>truncated</c> says so.</summary>
    public const int TextPerFile = 256 << 10;

    /// <summary>Bytes of text kept of all files of one gate together.</summary>
    public const int TextInAll = 8 << 20;

    private const int BinaryProbe = 8_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] chunk = new byte[81_920];
    private int left = TextInAll;

    public UnseenReason? Unseen { get; private set; }

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var seen = ReadAll(content);
        var text = Decode(seen.Head);
        facts.WriteStartObject();
        facts.WriteString("path", file.Path);
        facts.WriteNumber("size", seen.Size);
        facts.WriteString("sha256", seen.Sha256);
        facts.WriteBoolean("binary", text is null);
        if (text is not null)
        {
            facts.WriteNumber("lines", seen.Lines);
            facts.WriteString("text", text);
            facts.WriteBoolean("truncated", seen.Size > seen.Head.Length);
            left -= seen.Head.Length;
        }

        facts.WriteEndObject();
        Unseen = text is null ? UnseenReasons.BinaryText : seen.Size > seen.Head.Length ? UnseenReasons.OverLimit : null;
    }

    private (byte[] Head, long Size, string Sha256, long Lines) ReadAll(Stream content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var head = new MemoryStream();
        var keep = Math.Min(TextPerFile, left);
        long size = 0, lines = 0;
        var last = (byte)'\n';
        int read;
        while ((read = content.Read(chunk)) > 0)
        {
            var part = chunk.AsSpan(0, read);
            hash.AppendData(part);
            head.Write(part[..(int)Math.Min(read, keep - head.Length)]);
            size += read;
            lines += part.Count((byte)'\n');
            last = part[^1];
        }

        lines += last == (byte)'\n' ? 0 : 1;
        return (head.ToArray(), size, Convert.ToHexStringLower(hash.GetHashAndReset()), lines);
    }

    /// <summary>The text, without half a character at its end; <see langword="null"/> when these are no UTF-8 text.</summary>
    private static string? Decode(byte[] head)
    {
        if (head.AsSpan(0, Math.Min(head.Length, BinaryProbe)).Contains((byte)0))
        {
            return null;
        }

        try
        {
            var characters = new char[Strict.GetMaxCharCount(head.Length)];
            var count = Strict.GetDecoder().GetChars(head, characters, flush: false);
            return new string(characters, 0, count);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
