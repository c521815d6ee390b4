using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gates.Formats.Documents;

/// <summary>YAML 1.2 (core schema) into <see cref="DocumentNode"/>s; the one place that knows YamlDotNet.</summary>
internal sealed partial class YamlReader
{
    private readonly string path;
    private readonly DocumentLimits limits;
    private readonly Parser parser;
    private readonly Dictionary<AnchorName, (DocumentNode Node, int Size)> anchors = [];
    private int nodes;

    /// <value>Takes the keys that stand again; <see langword="null"/> when they are refused.</value>
    private List<DuplicateKey>? Duplicates { get; init; }

    /// <value>How many lines of the file come before the text.</value>
    private int LinesBefore { get; init; }

    private YamlReader(string text, string path, DocumentLimits limits)
    {
        this.path = path;
        this.limits = limits;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>Every document of a stream; an empty one is left out.</summary>
    /// <exception cref="DocumentException">Not YAML, a duplicate key, an alias bomb, or beyond the limits.</exception>
    public static IReadOnlyList<DocumentNode> Read(string text, string path, DocumentLimits? limits = null)
    {
        var documents = new List<DocumentNode>();
        new YamlReader(text, path, limits ?? new DocumentLimits()).ReadTo(documents, text);
        return documents;
    }

    /// <summary>The documents before the first that cannot be read, with the last of each key that stands twice. See <see cref="LenientReader"/>.</summary>
    public static LenientDocuments ReadLenient(string text, string path, int linesBefore)
    {
        var documents = new List<DocumentNode>();
        var duplicates = new List<DuplicateKey>();
        var broken = new List<DocumentException>();
        try
        {
            new YamlReader(text, path, new DocumentLimits()) { Duplicates = duplicates, LinesBefore = linesBefore }.ReadTo(documents, text);
        }
        catch (DocumentException e)
        {
            broken.Add(e);
        }

        return new LenientDocuments { Documents = documents, Duplicates = duplicates, Broken = broken };
    }

    private void ReadTo(List<DocumentNode> documents, string text)
    {
        try
        {
            ReadStream(documents);
        }
        catch (YamlException e)
        {
            throw Explain(e, text);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // The parser's own state is at an end: hostile input reaches places that its authors thought impossible.
            var (line, column) = parser.Current is { } current ? Place(current) : (1 + LinesBefore, 1);
            var (ownLine, ownColumn, words) = YamlMistakes.Explain(text, line - LinesBefore, column, "something is wrong at or after this place");
            throw new DocumentException(path, ownLine + LinesBefore, ownColumn, "not valid YAML: " + words);
        }
    }

    private DocumentException Explain(YamlException e, string text)
    {
        var (line, column) = ((int)Math.Max(1, e.Start.Line), (int)Math.Max(1, e.Start.Column));
        var reason = PlacePrefix().Replace(e.InnerException?.Message ?? e.Message, "").TrimEnd('.');
        if (reason.Contains(" tab", StringComparison.Ordinal) || reason.Contains("cannot start any token", StringComparison.Ordinal))
        {
            if (TabIndentation.Find(text, line) is { } tab)
            {
                return new DocumentException(path, tab.Line + LinesBefore, tab.Column, "not valid YAML: " + TabIndentation.Message);
            }

            return new DocumentException(
                path, line + LinesBefore, column, $"not valid YAML: a value cannot start with {At(text, (int)e.Start.Index)}; quote it");
        }

        var (ownLine, ownColumn, words) = YamlMistakes.Explain(text, line, column, reason);
        return new DocumentException(path, ownLine + LinesBefore, ownColumn, "not valid YAML: " + words.ReplaceLineEndings(" "));
    }

    private static string At(string text, int index) => index >= text.Length ? "this" : text[index] == '\t' ? "a tab" : text[index].ToString();

    private void ReadStream(List<DocumentNode> documents)
    {
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            anchors.Clear();
            var root = ReadNode(0).Node;
            parser.Consume<DocumentEnd>();
            if (root is not { Kind: NodeKind.Scalar, Value: null, Text: "" })
            {
                documents.Add(root);
            }
        }
    }

    private (DocumentNode Node, int Size) ReadNode(int depth)
    {
        var current = parser.Current ?? throw Fail(1, 1, "the file ends in the middle of a value");
        var (line, column) = Place(current);
        if (depth > limits.Depth)
        {
            throw Fail(line, column, FormattableString.Invariant($"nested deeper than {limits.Depth} levels"));
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Expand(alias, line, column);
        }

        if (current is not NodeEvent { Anchor: var anchor })
        {
            throw Fail(line, column, "a value was expected here");
        }

        var before = nodes;
        Count(1, line, column);
        var node = current switch
        {
            Scalar => ReadScalar(parser.Consume<Scalar>()),
            SequenceStart => ReadSequence(depth, line, column),
            MappingStart => ReadMap(depth, line, column),
            _ => throw Fail(line, column, "a value was expected here"),
        };
        var result = (node, nodes - before);
        if (!anchor.IsEmpty)
        {
            anchors[anchor] = result;
        }

        return result;
    }

    private (DocumentNode Node, int Size) Expand(AnchorAlias alias, int line, int column)
    {
        if (!anchors.TryGetValue(alias.Value, out var target))
        {
            var isGlob = alias.Value.Value.AsSpan().IndexOfAny("./*") >= 0;
            var hint = isGlob ? $"; if it is a glob, quote it: {Say.Quote("*" + alias.Value)}" : "";
            throw Fail(line, column, $"the alias *{YamlMistakes.Shown(alias.Value.Value)} names no anchor that is complete before it{hint}");
        }

        Count(target.Size, line, column);
        return target;
    }

    private void Count(int more, int line, int column)
    {
        nodes += more;
        if (nodes > limits.Nodes || nodes < 0)
        {
            throw Fail(line, column, FormattableString.Invariant($"more than {limits.Nodes:N0} values once aliases are expanded"));
        }
    }

    /// <summary>A block scalar ends with its last line break, so its end is where the next line begins.</summary>
    private static long LastLine(Scalar scalar) =>
        scalar is { Style: ScalarStyle.Literal or ScalarStyle.Folded, End.Column: <= 1 } ? scalar.End.Line - 1 : scalar.End.Line;

    private DocumentNode ReadSequence(int depth, int line, int column)
    {
        parser.Consume<SequenceStart>();
        var items = new List<DocumentNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1).Node);
        }

        return DocumentNode.Sequence(items, line, column);
    }

    private DocumentNode ReadMap(int depth, int line, int column)
    {
        parser.Consume<MappingStart>();
        var entries = new MapEntries(Duplicates);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1).Node;
            if (key.Kind != NodeKind.Scalar)
            {
                var hint = key.Kind == NodeKind.Map ? "; a value with {{ … }} must be quoted" : "";
                throw Fail(key.Line, key.Column, "a key must be plain text" + hint);
            }

            if (entries.Refuses(key.Text))
            {
                throw Fail(key.Line, key.Column, $"the key \"{key.Text}\" stands twice in this map");
            }

            entries.Add(new DocumentEntry(key.Text, key.Line, key.Column, ReadNode(depth + 1).Node));
        }

        return DocumentNode.Map(entries.All, line, column);
    }

    private DocumentNode ReadScalar(Scalar scalar)
    {
        var (line, column) = Place(scalar);
        var plain = scalar.Style == ScalarStyle.Plain && (scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific);
        var value = plain ? Resolve(scalar.Value) : scalar.Value;
        return DocumentNode.Scalar(value, scalar.Value, line, column, (int)Math.Max(scalar.Start.Line, LastLine(scalar)) + LinesBefore)
            .Written(scalar.Style == ScalarStyle.Plain, scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific ? null : scalar.Tag.Value);
    }

    private static object? Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ when Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ when Decimal().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };

    private (int Line, int Column) Place(ParsingEvent e) => ((int)e.Start.Line + LinesBefore, (int)e.Start.Column);

    private DocumentException Fail(int line, int column, string reason) => new(path, line, column, reason);

    [GeneratedRegex(@"^[-+]?[0-9]+$", RegexOptions.None, 1000)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", RegexOptions.None, 1000)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^\(Line: \d+, Col: \d+, Idx: \d+\) - \(Line: \d+, Col: \d+, Idx: \d+\): ", RegexOptions.None, 1000)]
    private static partial Regex PlacePrefix();
}
