using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gates.Attestation.Log;

/// <summary>One entry of the log: a file by its digest, and the entry before by its own. Its bytes are canonical JSON (RFC 8785).</summary>
/// <param name="Sequence">The entry's index in the log, from 0.</param>
/// <param name="Previous">SHA-256 of the bytes of the entry before, in lower-case hex; zeros for the first.</param>
/// <param name="Type">What it is about.</param>
/// <param name="Path">The file, relative to the top of the evidence branch.</param>
/// <param name="Sha256">The file's digest in lower-case hex.</param>
/// <param name="KeyId">The key that signed the file: base64 of SHA-256 of its SPKI.</param>
/// <param name="Time">When the entry was made; whole seconds, UTC.</param>
internal sealed record LogLeaf(long Sequence, string Previous, LeafType Type, string Path, string Sha256, string KeyId, DateTimeOffset Time)
{
    /// <value>What the first entry names as the one before.</value>
    public static readonly string NoPrevious = new('0', 64);

    private const int Version = 1;
    private const int MaxPathLength = 1_000;

    private static readonly Dictionary<LeafType, string> Names = Enum.GetValues<LeafType>().ToDictionary(
        type => type,
        type => type.ToString().ToLowerInvariant());
    private static readonly Dictionary<string, LeafType?> Types = Names.ToDictionary(name => name.Value, name => (LeafType?)name.Key, StringComparer.Ordinal);

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> InPath = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/");

    /// <value>As they stand in the log.</value>
    public byte[] Bytes => Write();

    /// <summary>Whether a path can be logged: relative, plain letters, no part that means another folder.</summary>
    public static bool IsPath(string path) =>
        path.Length is > 0 and <= MaxPathLength
            && !path.AsSpan().ContainsAnyExcept(InPath)
            && Array.TrueForAll(path.Split('/'), part => part is not ("" or "." or ".."));

    /// <summary>Reads an entry and accepts only the very bytes that <see cref="Bytes"/> makes.</summary>
    /// <param name="entry">The bytes.</param>
    /// <param name="place">Where they are from: file and entry.</param>
    /// <exception cref="LogException">They are something else.</exception>
    public static LogLeaf Parse(ReadOnlyMemory<byte> entry, string place)
    {
        LogLeaf leaf;
        try
        {
            using var json = JsonDocument.Parse(entry, new JsonDocumentOptions { MaxDepth = 2, AllowDuplicateProperties = false });
            leaf = Read(json.RootElement, place);
        }
        catch (JsonException e)
        {
            throw new LogException(LogFault.Malformed, $"{place}: not an entry: {e.Message}", e);
        }

        return leaf.Bytes.AsSpan().SequenceEqual(entry.Span)
            ? leaf
            : throw new LogException(
                LogFault.Malformed,
                $"{place}: not canonical: the keys keyid, path, prev, seq, sha256, time, type, v, in this order, without spaces and nothing else");
    }

    private static LogLeaf Read(JsonElement json, string place)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("the whole", "an object");
        }

        if (Number("v") != Version)
        {
            throw Wrong("v", "1, the only version this program knows");
        }

        var sequence = Number("seq");
        return new LogLeaf(
            sequence >= 0 ? sequence : throw Wrong("seq", "0 or more"),
            Demand("prev", IsDigest, "64 digits of lower-case hex"),
            Types.GetValueOrDefault(Text("type")) ?? throw Wrong("type", "evidence, tombstone, key or shard"),
            Demand("path", IsPath, "a relative path of letters, digits, '.', '_', '-' and '/'"),
            Demand("sha256", IsDigest, "64 digits of lower-case hex"),
            Text("keyid"),
            EvidenceTime.TryRead(Text("time"), out var time) ? time : throw Wrong("time", "like 2026-11-22T10:30:00Z"));

        string Demand(string key, Predicate<string> isRight, string right) => Text(key) is var text && isRight(text) ? text : throw Wrong(key, right);
        string Text(string key) =>
            json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(key, "a text");
        long Number(string key) =>
            json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
                ? number
                : throw Wrong(key, "a whole number");
        LogException Wrong(string key, string right) => new(LogFault.Malformed, $"{place}: \"{key}\" must be {right}");
    }

    private byte[] Write()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("keyid", KeyId);
            json.WriteString("path", Path);
            json.WriteString("prev", Previous);
            json.WriteNumber("seq", Sequence);
            json.WriteString("sha256", Sha256);
            json.WriteString("time", EvidenceTime.Write(Time));
            json.WriteString("type", Names[Type]);
            json.WriteNumber("v", Version);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static bool IsDigest(string text) => text.Length == 64 && !text.AsSpan().ContainsAnyExcept(Hex);
}
