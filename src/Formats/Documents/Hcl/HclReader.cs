using System.Globalization;

namespace Gates.Formats.Documents.Hcl;

/// <summary>
/// Reads HCL, the language of bake files, as far as it is data: blocks, attributes, texts, lists and objects. A block with labels is a map under its
/// name, as HCL's own JSON form has it. An expression that is more than data stays as a text <c>${…}</c>.
/// </summary>
/// <remarks>
/// A build's file is read as its builder does: blocks of one name are one, and what stands twice counts once. Read whole, every block is there, and
/// numbers and booleans are such.
/// </remarks>
internal sealed class HclReader
{
    private readonly HclScanner scanner;
    private readonly bool isWhole;

    private HclReader(HclScanner scanner, bool isWhole) => (this.scanner, this.isWhole) = (scanner, isWhole);

    /// <exception cref="DocumentException">It is not HCL.</exception>
    public static DocumentNode Read(string text, string path) => Read(text, path, isWhole: false);

    /// <summary>Every block, those that repeat under the same key.</summary>
    /// <exception cref="DocumentException">It is not HCL, or an attribute stands twice.</exception>
    public static DocumentNode ReadWhole(string text, string path) => Read(text, path, isWhole: true);

    private static DocumentNode Read(string text, string path, bool isWhole) =>
        new HclReader(new HclScanner(text.TrimStart('\uFEFF'), path), isWhole).ReadBody(isNested: false);

    private int Column => isWhole ? scanner.Column : 1;

    private DocumentNode ReadBody(bool isNested)
    {
        scanner.Enter();
        var (start, column, entries, blocks) = (scanner.Line, Column, new List<DocumentEntry>(), new HclBlocks(scanner));
        for (scanner.SkipBlanks(lines: true); !scanner.AtEnd && !(isNested && scanner.Current == '}'); scanner.SkipBlanks(lines: true))
        {
            var (line, at, key) = (scanner.Line, Column, scanner.ReadKey());
            scanner.SkipBlanks(lines: false);
            var isAttribute = scanner.Current == '=';
            var node = isAttribute ? ReadAttribute() : ReadBlock();
            if (isWhole)
            {
                blocks.Add(new DocumentEntry(key, line, at, node), isAttribute);
            }
            else
            {
                entries.Add(new DocumentEntry(key, line, at, node));
            }
        }

        if (isNested)
        {
            scanner.Close('}');
        }

        scanner.Leave();
        return DocumentNode.Map(isWhole ? blocks.Join() : Join(entries), start, column);
    }

    private DocumentNode ReadAttribute()
    {
        scanner.Advance();
        return ReadExpression();
    }

    private DocumentNode ReadBlock()
    {
        var (start, column) = (scanner.Line, Column);
        if (scanner.Current == '{')
        {
            scanner.Advance();
            return ReadBody(isNested: true);
        }

        scanner.Enter();
        var label = scanner.ReadKey();
        scanner.SkipBlanks(lines: false);
        var block = ReadBlock();
        scanner.Leave();
        return HclBlocks.Labelled(new DocumentEntry(label, start, column, block));
    }

    /// <summary>Blocks of one name become one map; of what stands twice the last counts.</summary>
    private static List<DocumentEntry> Join(List<DocumentEntry> entries) =>
        [.. entries.GroupBy(entry => entry.Key, StringComparer.Ordinal).Select(group => JoinOne([.. group]))];

    private static DocumentEntry JoinOne(List<DocumentEntry> same) => same.Count == 1 || same.Exists(entry => entry.Node.Kind != NodeKind.Map)
        ? same[^1]
        : same[0] with { Node = DocumentNode.Map(Join([.. same.SelectMany(entry => entry.Node.Entries)]), same[0].Line, 1) };

    private DocumentNode ReadExpression()
    {
        scanner.Enter();
        scanner.SkipBlanks(lines: false);
        var (start, line, column) = (scanner.At, scanner.Line, Column);
        var node = scanner.Current switch
        {
            '"' => Text(scanner.ReadText(), line, column),
            '[' => ReadList(),
            '{' => ReadObject(),
            _ when scanner.StartsWith("<<") => ReadHeredoc(),
            _ => null,
        };
        scanner.Leave();
        scanner.SkipBlanks(lines: false);
        if (node is not null && (scanner.AtEnd || scanner.Current is '\n' or ',' or ']' or '}' or ')'))
        {
            return node;
        }

        scanner.SkipExpression();
        var written = scanner.From(start).Trim();
        return written is "null" or "" ? DocumentNode.Scalar(null, "", line, column)
            : written is "true" or "false" ? DocumentNode.Scalar(isWhole ? written == "true" : written, written, line, column)
            : double.TryParse(written, CultureInfo.InvariantCulture, out var number) ? DocumentNode.Scalar(Number(written, number), written, line, column)
            : Text("${" + written + "}", line, column);
    }

    private object Number(string written, double number) =>
        !isWhole ? written : long.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : number;

    private static DocumentNode Text(string text, int line, int column) => DocumentNode.Scalar(text, text, line, column);

    private DocumentNode ReadHeredoc()
    {
        var (text, line) = scanner.ReadHeredoc();
        return DocumentNode.Scalar(text, text, line, 1, scanner.Line);
    }

    private DocumentNode ReadList()
    {
        var (start, column, items) = (scanner.Line, Column, new List<DocumentNode>());
        scanner.Advance();
        for (scanner.SkipBlanks(lines: true); !scanner.AtEnd && scanner.Current != ']'; scanner.SkipBlanks(lines: true))
        {
            var before = scanner.At;
            items.Add(ReadExpression());
            scanner.SkipBlanks(lines: true);
            SkipComma();
            if (scanner.At == before)
            {
                throw scanner.Fail("a ']' is missing");
            }
        }

        scanner.Close(']');
        return DocumentNode.Sequence(items, start, column);
    }

    private DocumentNode ReadObject()
    {
        var (start, column, entries) = (scanner.Line, Column, new List<DocumentEntry>());
        scanner.Advance();
        for (scanner.SkipBlanks(lines: true); !scanner.AtEnd && scanner.Current != '}'; scanner.SkipBlanks(lines: true))
        {
            var (line, at, key) = (scanner.Line, Column, scanner.ReadKey());
            scanner.SkipBlanks(lines: true);
            if (scanner.Current is not ('=' or ':'))
            {
                throw scanner.Fail($"the key \"{key}\" needs = and a value");
            }

            scanner.Advance();
            entries.Add(new DocumentEntry(key, line, at, ReadExpression()));
            scanner.SkipBlanks(lines: true);
            SkipComma();
        }

        scanner.Close('}');
        return DocumentNode.Map(isWhole ? HclBlocks.Once(entries, scanner) : entries, start, column);
    }

    private void SkipComma() => scanner.Advance(scanner.Current == ',' ? 1 : 0);
}
