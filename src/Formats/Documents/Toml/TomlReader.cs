using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;
using Tomlyn.Text;

namespace Gates.Formats.Documents.Toml;

/// <summary>TOML 1.1 into a <see cref="DocumentNode"/>; with <see cref="TomlErrors"/> the one place that knows Tomlyn.</summary>
internal sealed class TomlReader
{
    private readonly string text;
    private readonly DocumentLimits limits;
    private readonly TomlPlaces places;
    private int nodes;

    private TomlReader(string text, string path, DocumentLimits limits)
    {
        // A line break within a text is the same in every file.
        this.text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        this.limits = limits;
        places = new TomlPlaces(this.text, path);
    }

    /// <exception cref="DocumentException">Not TOML, a key or table that stands twice, or beyond the limits.</exception>
    public static DocumentNode Read(string text, string path, DocumentLimits? limits = null) =>
        new TomlReader(text, path, limits ?? new DocumentLimits()).ReadAll();

    private DocumentNode ReadAll()
    {
        var document = Parse(new TomlGuard(text, places, limits).Check());
        var root = new TomlTable(TomlOrigin.Header, (1, 1));
        Assign(root, document.KeyValues);
        foreach (var table in document.Tables)
        {
            Assign(ReadHeader(root, table), table.Items);
        }

        return root.ToNode();
    }

    private DocumentSyntax Parse(string guarded)
    {
        var options = new TomlSerializerOptions { MaxDepth = limits.Depth + 1 };
        var span = default(TomlSourceSpan);
        try
        {
            // The syntax tree costs hundreds of bytes for each value and each error: both are counted before anything is kept.
            for (var parser = TomlParser.Create(guarded, options); parser.MoveNext();)
            {
                span = parser.Current.Span ?? span;
                if (parser.Current is { Span: not null, Kind: TomlParseEventKind.StartTable or TomlParseEventKind.StartArray or >= TomlParseEventKind.String })
                {
                    Count(span.Start.Offset);
                }
            }

            // Whether a key stands twice is found where the tables are made.
            var document = SyntaxParser.Parse(guarded, options, sourceName: null, validate: false);
            return document.HasErrors ? throw TomlErrors.Explain(text, places, document.Diagnostics[0], after: 0) : document;
        }
        catch (TomlException e)
        {
            throw e.Diagnostics.Count == 0 || e.Diagnostics[0].Message.StartsWith("The maximum depth", StringComparison.Ordinal)
                ? places.Fail(span.Start.Offset, TomlPlaces.TooDeep(limits))
                : TomlErrors.Explain(text, places, e.Diagnostics[0], span.End.Offset);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // None is known, but hostile input reaches places that a parser's authors thought impossible.
            throw places.Fail(span.Start.Offset, "something is wrong at or after this place");
        }
    }

    private void Assign(TomlTable table, IEnumerable<KeyValueSyntax> items)
    {
        foreach (var item in items)
        {
            Assign(table, ReadKeys(item.Key!), ToNode(item.Value!));
        }
    }

    private void Assign(TomlTable table, List<TomlKey> keys, DocumentNode value)
    {
        foreach (var key in keys.SkipLast(1))
        {
            table = table.Get(key.Name) switch
            {
                null => table.Add(key, new TomlTable(TomlOrigin.DottedKey, key.Place)),
                TomlTable { Origin: TomlOrigin.DottedKey } known => known,
                _ => throw places.Fail(key.Offset, $"\"{key.Name}\" is defined already and cannot be added to with a dotted key"),
            };
        }

        if (table.Get(keys[^1].Name) is not null)
        {
            throw places.Fail(keys[^1].Offset, $"the key \"{keys[^1].Name}\" stands twice in this table");
        }

        table.Add(keys[^1], value);
    }

    private TomlTable ReadHeader(TomlTable root, TableSyntaxBase header)
    {
        var offset = header.OpenBracket!.Span.Start.Offset;
        Count(offset);
        var keys = ReadKeys(header.Name!);
        var last = keys[^1];
        var parent = keys.SkipLast(1).Aggregate(root, Descend);
        var made = new TomlTable(TomlOrigin.Header, places.Of(offset));
        switch (parent.Get(last.Name))
        {
            case null when header is TableSyntax:
                return parent.Add(last, made);
            case null:
                return parent.Add(last, new List<TomlTable> { made })[0];
            case TomlTable { Origin: TomlOrigin.Implied } implied when header is TableSyntax:
                (implied.Origin, implied.Place) = (made.Origin, made.Place);
                return implied;
            case List<TomlTable> tables when header is TableArraySyntax:
                tables.Add(made);
                return made;
            default:
                var expected = header is TableSyntax ? "; a table has one header" : ", and not as an array of tables";
                throw places.Fail(last.Offset, $"\"{last.Name}\" is defined already{expected}");
        }
    }

    private TomlTable Descend(TomlTable table, TomlKey key) => table.Get(key.Name) switch
    {
        null => table.Add(key, new TomlTable(TomlOrigin.Implied, key.Place)),
        TomlTable known => known,
        List<TomlTable> tables => tables[^1],
        _ => throw places.Fail(key.Offset, $"\"{key.Name}\" has a value already, so it cannot be a table"),
    };

    private List<TomlKey> ReadKeys(KeySyntax key) => [ReadKey(key.Key!), .. key.DotKeys.Select(item => ReadKey(item.Key!))];

    private TomlKey ReadKey(BareKeyOrStringValueSyntax key)
    {
        var offset = key.Span.Start.Offset;
        return new TomlKey(key is StringValueSyntax quoted ? quoted.Value! : ((BareKeySyntax)key).Key!.Text!, offset, places.Of(offset));
    }

    private DocumentNode ToNode(ValueSyntax value)
    {
        var (line, column) = places.Of(value.Span.Start.Offset);
        switch (value)
        {
            case ArraySyntax array:
                return DocumentNode.Sequence([.. array.Items.Select(item => ToNode(item.Value!))], line, column);
            case InlineTableSyntax inline:
                var table = new TomlTable(TomlOrigin.Inline, (line, column));
                Assign(table, inline.Items.Select(item => item.KeyValue!));
                return table.ToNode();
            case StringValueSyntax quoted:
                return DocumentNode.Scalar(quoted.Value, quoted.Value!, line, column, places.Of(quoted.Span.End.Offset).Line);
            default:
                return ToScalar(value, line, column);
        }
    }

    /// <summary>Dates and times stay text: JavaScript has no local dates.</summary>
    private DocumentNode ToScalar(ValueSyntax value, int line, int column)
    {
        var (start, end) = (value.Span.Start.Offset, value.Span.End.Offset + 1);
        while (end < text.Length && TomlPlaces.IsPlain(text[end]))
        {
            end++;
        }

        var raw = text[start..end];
        return value switch
        {
            BooleanValueSyntax flag => DocumentNode.Scalar(flag.Value, raw, line, column),
            IntegerValueSyntax { Value: < 0 } when raw[0] != '-' => throw places.Fail(start, $"\"{raw}\" is no value; put text in quotes"),
            IntegerValueSyntax integer => DocumentNode.Scalar(integer.Value, raw, line, column),
            FloatValueSyntax { Value: double.PositiveInfinity or double.NegativeInfinity } when !raw.EndsWith("inf", StringComparison.Ordinal) =>
                throw places.Fail(start, $"the number {raw} is out of range"),
            FloatValueSyntax number => DocumentNode.Scalar(number.Value, raw, line, column),
            _ => DocumentNode.Scalar(raw, raw, line, column),
        };
    }

    private void Count(int offset)
    {
        if (++nodes > limits.Nodes)
        {
            throw places.Fail(offset, FormattableString.Invariant($"more than {limits.Nodes:N0} values"));
        }
    }
}
