using System.Text;
using Gates.BuiltIn.DlpScan.Values.Passwords;
using Gates.Formats.Documents;

namespace Gates.BuiltIn.DlpScan.Scanning.Assignments;

/// <summary>
/// What only the shape of a document tells: every value of a Kubernetes secret, every entry under <c>passwords:</c>, a pair whose value comes before its name.
/// </summary>
internal static class DocumentReader
{
    /// <value>A file this large is no configuration; its lines have been read.</value>
    public const int MaxBytes = 256 << 10;

    /// <summary>Names and values with the place of each value in bytes; empty where the text is no document.</summary>
    public static IEnumerable<(string Name, Meaning Meaning, ValuePlace Place)> Read(ReadOnlyMemory<byte> text, string path)
    {
        LenientDocuments read;
        try
        {
            read = LenientReader.Read(Encoding.UTF8.GetString(text.Span), path);
        }
        catch (DocumentException)
        {
            return [];
        }

        var places = new DocumentPlaces(text);
        return read.Documents.SelectMany(document => Values(document, Meaning.None, "")).Select(value => (value.Name, value.Meaning, places.Of(value.Node)));
    }

    /// <param name="node">What holds them.</param>
    /// <param name="inherited">What the key above says of them.</param>
    /// <param name="key">That key.</param>
    private static IEnumerable<(string Name, Meaning Meaning, DocumentNode Node)> Values(DocumentNode node, Meaning inherited, string key)
    {
        if (node.Kind == NodeKind.Sequence)
        {
            return node.Items.SelectMany(item => item.Kind == NodeKind.Scalar && inherited != Meaning.None && item is { Value: string, Tag: null }
                ? [(key, inherited, item)]
                : Values(item, inherited, key));
        }

        if (node.Kind != NodeKind.Map)
        {
            return [];
        }

        var isSecret = node.GetText("kind") == "Secret";
        var named = node.GetText("name") ?? node.GetText("key") ?? node.GetText("Name") ?? node.GetText("Key");
        return node.Entries.SelectMany(entry => Entry(entry, isSecret, inherited, named));
    }

    private static IEnumerable<(string Name, Meaning Meaning, DocumentNode Node)> Entry(DocumentEntry entry, bool isSecret, Meaning inherited, string? named)
    {
        if (entry.Node.Kind == NodeKind.Scalar)
        {
            // "!" followed by a name says how the value is made elsewhere: sealed, or referred to.
            var meaning = entry.Key is "value" or "Value" && named is not null ? SecretName.Of(named) : inherited;
            return meaning == Meaning.None || entry.Node.Text.Length == 0 || entry.Node.Value is not (string or long) || entry.Node.Tag is not null
                ? []
                : [(named ?? entry.Key, meaning, entry.Node)];
        }

        return Values(entry.Node, isSecret && entry.Key is "data" or "stringData" ? Meaning.Password : MeaningOfMap(entry.Key), entry.Key);
    }

    /// <summary>Of a map, only a plural says that what it holds are the secrets.</summary>
    private static Meaning MeaningOfMap(string key) =>
        key.EndsWith("passwords", StringComparison.OrdinalIgnoreCase) || key.EndsWith("passwds", StringComparison.OrdinalIgnoreCase) ? Meaning.Password
        : key.EndsWith("secrets", StringComparison.OrdinalIgnoreCase) || key.EndsWith("tokens", StringComparison.OrdinalIgnoreCase)
            || key.EndsWith("apikeys", StringComparison.OrdinalIgnoreCase) || key.EndsWith("api_keys", StringComparison.OrdinalIgnoreCase) ? Meaning.Perhaps
        : Meaning.None;
}

/// <summary>Finds where in the bytes a node of a document stands.</summary>
internal sealed class DocumentPlaces(ReadOnlyMemory<byte> text)
{
    private readonly List<int> lines = Starts(text.Span);

    public ValuePlace Of(DocumentNode node)
    {
        var start = lines[Math.Min(node.Line, lines.Count) - 1];
        var rest = text.Span[start..];

        // A column counts fewer units than bytes, so the value does not begin before it.
        var from = Math.Min(rest.Length, node.Column - 1);
        var value = Encoding.UTF8.GetBytes(node.Text.AsSpan().TrimEnd("\n").ToString());
        var at = rest[from..].IndexOf(value);
        if (at >= 0)
        {
            return new ValuePlace(start + from + at, start + from + at + value.Length, ValueForm.Part);
        }

        // Written with escapes, or over several lines: the rest of its first line stands for it.
        var end = rest[from..].IndexOfAny((byte)'\n', (byte)'\r');
        return new ValuePlace(start + from, start + from + (end < 0 ? rest.Length - from : end), ValueForm.Part);
    }

    private static List<int> Starts(ReadOnlySpan<byte> text)
    {
        var starts = new List<int> { 0 };
        for (int at = 0, step; (step = text[at..].IndexOf((byte)'\n')) >= 0;)
        {
            at += step + 1;
            starts.Add(at);
        }

        return starts;
    }
}
