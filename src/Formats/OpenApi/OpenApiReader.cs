using Gates.Formats.Documents;

namespace Gates.Formats.OpenApi;

/// <summary>
/// Reads descriptions of interfaces: OpenAPI 3 and Swagger 2, as YAML or JSON. A <c>$ref</c> within the document is replaced by what it names, which
/// keeps its own place; one that leads back to where it stands, or to another file, stays.
/// </summary>
internal sealed class OpenApiReader
{
    private const string Ref = "$ref";

    /// <value>Nodes with all that was put in; references make small documents large.</value>
    private const int MaxNodes = 500_000;

    private const int MaxDepth = 150;

    /// <value>What stands under these is data, not description.</value>
    private static readonly HashSet<string> Data = new(StringComparer.Ordinal) { "example", "default", "enum", "const" };

    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly DocumentNode root;
    private readonly string path;
    private int nodes;

    private OpenApiReader(DocumentNode root, string path) => (this.root, this.path) = (root, path);

    /// <exception cref="DocumentException">It is neither, or a reference leads nowhere.</exception>
    public static DocumentNode Read(string text, string path)
    {
        var document = text.AsSpan().TrimStart() is ['{', ..]
            ? JsonReader.Read(text, path)
            : YamlReader.Read(text, path) is [var only] ? only : throw new DocumentException(path, 1, 1, "the file is not one document");
        if (document.Get("openapi") is not { IsString: true } && document.Get("swagger") is not { Kind: NodeKind.Scalar })
        {
            throw new DocumentException(path, document.Line, document.Column, "this has neither `openapi: 3…` nor `swagger: \"2.0\"` at its root");
        }

        return new OpenApiReader(document, path).Resolve(document, 0);
    }

    private DocumentNode Resolve(DocumentNode node, int depth)
    {
        if (++nodes > MaxNodes || depth > MaxDepth)
        {
            throw new DocumentException(path, node.Line, node.Column, FormattableString.Invariant(
                $"with its references it has more than {MaxNodes:N0} values, or nests more than {MaxDepth} deep"));
        }

        return node.Kind switch
        {
            NodeKind.Sequence => DocumentNode.Sequence([.. node.Items.Select(item => Resolve(item, depth + 1))], node.Line, node.Column),
            NodeKind.Map => node.Get(Ref) is { IsString: true } reference && reference.Text.StartsWith('#') ? Follow(node, reference, depth) : Map(node, depth),
            _ => node,
        };
    }

    private DocumentNode Map(DocumentNode node, int depth) => DocumentNode.Map(
        [.. node.Entries.Select(entry => Data.Contains(entry.Key) ? entry : entry with { Node = Resolve(entry.Node, depth + 1) })], node.Line, node.Column);

    private DocumentNode Follow(DocumentNode node, DocumentNode reference, int depth)
    {
        var target = Find(reference);
        if (!open.Add(reference.Text))
        {
            return node;
        }

        var resolved = Resolve(target, depth + 1);
        open.Remove(reference.Text);
        return resolved;
    }

    /// <summary>A JSON Pointer (RFC 6901) in a fragment.</summary>
    private DocumentNode Find(DocumentNode reference)
    {
        DocumentNode? found = root;
        foreach (var step in reference.Text[1..].Split('/').Skip(1))
        {
            var name = Uri.UnescapeDataString(step).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            found = found?.Kind == NodeKind.Sequence
                ? int.TryParse(name, out var index) && index >= 0 && index < found.Items.Count ? found.Items[index] : null
                : found?.Get(name);
        }

        return found ?? throw new DocumentException(path, reference.Line, reference.Column, $"the reference {Say.Quote(reference.Text)} leads nowhere");
    }
}
