using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gates.Formats.Documents;

/// <summary>Strict JSON (RFC 8259, no comments, no trailing commas, no duplicate keys) into <see cref="DocumentNode"/>s.</summary>
internal sealed partial class JsonReader
{
    private readonly byte[] bytes;
    private readonly string path;
    private readonly DocumentLimits limits;
    private int nodes;
    private int scanned;
    private int line = 1;
    private int column = 1;

    /// <value>Takes the keys that stand again; <see langword="null"/> when they are refused.</value>
    private List<DuplicateKey>? Duplicates { get; init; }

    private JsonReader(string text, string path, DocumentLimits limits)
    {
        bytes = Encoding.UTF8.GetBytes(text);
        this.path = path;
        this.limits = limits;
    }

    /// <exception cref="DocumentException">Not JSON, a duplicate key, or beyond the limits.</exception>
    public static DocumentNode Read(string text, string path, DocumentLimits? limits = null)
    {
        var document = new JsonReader(text, path, limits ?? new DocumentLimits());
        // Two levels of slack, so that our own message is the one that is seen.
        var reader = new Utf8JsonReader(document.bytes, new JsonReaderOptions { MaxDepth = document.limits.Depth + 2 });
        try
        {
            reader.Read();
            var root = document.ReadNode(ref reader, 0);
            reader.Read();
            return root;
        }
        catch (JsonException e)
        {
            throw document.Explain(e);
        }
    }

    /// <summary>
    /// The values before the first place that is no JSON, one after the other, with the last of each key that stands twice. See <see cref="LenientReader"/>.
    /// </summary>
    public static LenientDocuments ReadLenient(string text, string path)
    {
        var duplicates = new List<DuplicateKey>();
        var document = new JsonReader(text, path, new DocumentLimits()) { Duplicates = duplicates };
        var reader = new Utf8JsonReader(document.bytes, new JsonReaderOptions { MaxDepth = document.limits.Depth + 2, AllowMultipleValues = true });
        var documents = new List<DocumentNode>();
        var broken = new List<DocumentException>();
        try
        {
            while (reader.Read())
            {
                documents.Add(document.ReadNode(ref reader, 0));
            }
        }
        catch (JsonException e)
        {
            broken.Add(document.Explain(e));
        }
        catch (DocumentException e)
        {
            broken.Add(e);
        }

        return new LenientDocuments { Documents = documents, Duplicates = duplicates, Broken = broken };
    }

    private DocumentNode ReadNode(ref Utf8JsonReader reader, int depth)
    {
        var (startLine, startColumn) = Place((int)reader.TokenStartIndex);
        if (depth > limits.Depth)
        {
            throw Fail(startLine, startColumn, FormattableString.Invariant($"nested deeper than {limits.Depth} levels"));
        }

        if (++nodes > limits.Nodes)
        {
            throw Fail(startLine, startColumn, FormattableString.Invariant($"more than {limits.Nodes:N0} values"));
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMap(ref reader, depth, startLine, startColumn),
            JsonTokenType.StartArray => ReadSequence(ref reader, depth, startLine, startColumn),
            _ => ReadScalar(ref reader, startLine, startColumn),
        };
    }

    private DocumentNode ReadMap(ref Utf8JsonReader reader, int depth, int startLine, int startColumn)
    {
        var entries = new MapEntries(Duplicates);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (keyLine, keyColumn) = Place((int)reader.TokenStartIndex);
            var key = ReadText(ref reader, keyLine, keyColumn);
            if (entries.Refuses(key))
            {
                throw Fail(keyLine, keyColumn, $"the key \"{key}\" stands twice in this object");
            }

            reader.Read();
            entries.Add(new DocumentEntry(key, keyLine, keyColumn, ReadNode(ref reader, depth + 1)));
        }

        return DocumentNode.Map(entries.All, startLine, startColumn);
    }

    private DocumentNode ReadSequence(ref Utf8JsonReader reader, int depth, int startLine, int startColumn)
    {
        var items = new List<DocumentNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadNode(ref reader, depth + 1));
        }

        return DocumentNode.Sequence(items, startLine, startColumn);
    }

    private DocumentNode ReadScalar(ref Utf8JsonReader reader, int startLine, int startColumn)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var text = ReadText(ref reader, startLine, startColumn);
            return DocumentNode.Scalar(text, text, startLine, startColumn);
        }

        var raw = Encoding.UTF8.GetString(reader.ValueSpan);
        object? value = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.Null => null,
            _ when reader.TryGetInt64(out var number) => number,
            _ => double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture),
        };
        return value is double.PositiveInfinity or double.NegativeInfinity
            ? throw Fail(startLine, startColumn, $"the number {raw} is out of range")
            : DocumentNode.Scalar(value, raw, startLine, startColumn);
    }

    private string ReadText(ref Utf8JsonReader reader, int startLine, int startColumn)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fail(startLine, startColumn, "the text holds half of a surrogate pair (a lone \\uD800 to \\uDFFF)");
        }
    }

    /// <summary>Line and column (UTF-16 units) of a byte; offsets must not go backwards, so that a file is scanned once.</summary>
    private (int Line, int Column) Place(int offset)
    {
        for (; scanned < offset; scanned++)
        {
            var b = bytes[scanned];
            if (b == (byte)'\n')
            {
                line++;
                column = 1;
            }
            else if ((b & 0xC0) != 0x80)
            {
                column += b >= 0xF0 ? 2 : 1;
            }
        }

        return (line, column);
    }

    private DocumentException Explain(JsonException e)
    {
        var lineStart = 0;
        for (var skip = e.LineNumber ?? 0; skip > 0; skip--)
        {
            lineStart += Array.IndexOf(bytes, (byte)'\n', lineStart) - lineStart + 1;
        }

        var offset = Math.Min(lineStart + (int)(e.BytePositionInLine ?? 0), bytes.Length);
        (scanned, line, column) = (0, 1, 1);
        var (errorLine, errorColumn) = Place(offset);
        return Fail(errorLine, errorColumn, "not valid JSON: " + Reason(e.Message, offset));
    }

    private string Reason(string message, int offset)
    {
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
        {
            return "the file is empty";
        }

        if (message.Contains("trailing comma", StringComparison.Ordinal))
        {
            return "a comma stands before a closing bracket";
        }

        if (offset == bytes.Length)
        {
            return "the file ends in the middle of a value";
        }

        return bytes[offset] == (byte)'/'
            ? "comments are not part of JSON"
            : PlaceSuffix().Replace(message, "").TrimEnd('.');
    }

    private DocumentException Fail(int atLine, int atColumn, string reason) => new(path, atLine, atColumn, reason);

    [GeneratedRegex(@" LineNumber: \d+ \| BytePositionInLine: \d+\.?$", RegexOptions.None, 1000)]
    private static partial Regex PlaceSuffix();
}
