using System.Text;
using System.Text.Json;
using Gates.Formats.Documents;

namespace Gates.Formats.JsonLines;

/// <summary>
/// Reads a JSON value a line (JSON Lines, NDJSON), however large the file is: every line is checked and counted, the first ones are kept.
/// </summary>
/// <param name="path">Of the file.</param>
internal sealed class JsonLinesReader(string path)
{
    /// <value>Bytes of one record.</value>
    public const int MaxLine = 4 << 20;

    /// <value>Bytes of records that are kept.</value>
    private const int MaxKept = 2 << 20;

    private const int MaxRows = 20_000;
    private const int MaxKeys = 200;
    private const int Chunk = 1 << 20;
    private const int MaxDepth = 100;

    private readonly List<JsonKey> keys = [];
    private readonly Dictionary<string, JsonKey> byName = new(StringComparer.Ordinal);
    private readonly List<DocumentNode> rows = [];
    private int kept;
    private int next;
    private int first;

    /// <value>Values that the file holds.</value>
    public int Records { get; private set; }

    /// <value>The first of them.</value>
    public IReadOnlyList<DocumentNode> Rows => rows;

    /// <value>The keys of the records, and of the objects right below them as <c>outer.inner</c>, in the order of their first place.</value>
    public IReadOnlyList<JsonKey> Keys => keys;

    /// <exception cref="DocumentException">A line is no JSON, or too long.</exception>
    public void Read(Stream content)
    {
        var buffer = new byte[Chunk];
        var (length, line) = (0, 0);
        while (true)
        {
            var read = content.Read(buffer, length, buffer.Length - length);
            var end = length + read;
            var start = 0;
            while (start < end)
            {
                var feed = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
                if (feed < 0 && read > 0)
                {
                    break;
                }

                var stop = feed < 0 ? end : start + feed;
                ReadLine(buffer.AsSpan(start, stop - start), ++line);
                start = stop + 1;
            }

            if (read == 0)
            {
                return;
            }

            length = Math.Max(0, end - start);
            buffer.AsSpan(Math.Min(start, end), length).CopyTo(buffer);
            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, length < MaxLine ? length * 2 : throw TooLong(line + 1));
            }
        }
    }

    private DocumentException TooLong(int line) =>
        new(path, line, 1, FormattableString.Invariant($"the line is longer than {MaxLine >> 20} MiB"));

    private void ReadLine(ReadOnlySpan<byte> bytes, int line)
    {
        bytes = line == 1 && bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        bytes = bytes.TrimEnd((byte)'\r');
        if (bytes.Trim(" \t"u8).Length == 0)
        {
            return;
        }

        first = first == 0 ? line : first;
        try
        {
            Count(bytes, line);
        }
        catch (JsonException e)
        {
            throw new DocumentException(path, line, (int)(e.BytePositionInLine ?? 0) + 1, "this line is no JSON value");
        }

        Records++;
        if (rows.Count < MaxRows && kept + bytes.Length <= MaxKept)
        {
            kept += bytes.Length;
            rows.Add(ReadRow(Encoding.UTF8.GetString(bytes), path, line));
        }
    }

    /// <summary>The value of one line, which knows that.</summary>
    /// <exception cref="DocumentException">It is no JSON.</exception>
    public static DocumentNode ReadRow(string text, string path, int line)
    {
        try
        {
            return OnLine(JsonReader.Read(text, path), line);
        }
        catch (DocumentException e)
        {
            throw new DocumentException(path, line, e.Column, e.Reason);
        }
    }

    private static DocumentNode OnLine(DocumentNode node, int line) => node.Kind switch
    {
        NodeKind.Map => DocumentNode.Map([.. node.Entries.Select(entry => entry with { Line = line, Node = OnLine(entry.Node, line) })], line, node.Column),
        NodeKind.Sequence => DocumentNode.Sequence([.. node.Items.Select(item => OnLine(item, line))], line, node.Column),
        _ => DocumentNode.Scalar(node.Value, node.Text, line, node.Column),
    };

    private void Count(ReadOnlySpan<byte> bytes, int line)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        var outer = (JsonKey?)null;
        next = 0;
        reader.Read();
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        while (reader.Read())
        {
            if (!isObject || reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth > 2 || (reader.CurrentDepth == 2 && outer is null))
            {
                outer = reader.CurrentDepth <= 1 && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray ? null : outer;
                continue;
            }

            var key = KeyOf(ref reader, reader.CurrentDepth == 2 ? outer : null);
            var isOuter = reader.CurrentDepth == 1;
            reader.Read();
            key?.Saw(ref reader, line, first);
            outer = !isOuter ? outer : reader.TokenType == JsonTokenType.StartObject ? key : null;
        }

        foreach (var key in keys)
        {
            if (key.LastLine != line)
            {
                key.Lacked(line);
            }
        }
    }

    /// <summary>Records of a file mostly have the same keys in the same order, so the one that came next before is tried first.</summary>
    private JsonKey? KeyOf(ref Utf8JsonReader reader, JsonKey? outer)
    {
        if (outer is null && next < keys.Count && !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual(keys[next].Utf8))
        {
            return keys[next++];
        }

        var name = reader.GetString()!;
        var whole = outer is null ? name : outer.Name + "." + name;
        if (!byName.TryGetValue(whole, out var key))
        {
            if (keys.Count == MaxKeys)
            {
                return null;
            }

            byName[whole] = key = new JsonKey(whole);
            keys.Add(key);
        }

        next = outer is null ? Math.Max(next, keys.IndexOf(key) + 1) : next;
        return key;
    }
}
