using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Xml;

/// <summary>The one document of an XML file.</summary>
internal sealed class XmlFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new();

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var text = DocumentText.Read(content, file.Path, Limits);
        NodeJson.WriteDocument(facts, file.Path, 0, Parse(text, file.Path));
    }

    /// <exception cref="DocumentException">It is no XML.</exception>
    public static DocumentNode Parse(string text, string path)
    {
        var root = MarkupReader.Read(text, path, Limits);
        return DocumentNode.Map([new DocumentEntry(root.Name, root.Line, root.Column, Node(root))], root.Line, root.Column);
    }

    /// <summary>Text alone is a scalar; anything else a map of <c>@attributes</c>, child elements and <c>#text</c>.</summary>
    private static DocumentNode Node(MarkupElement element)
    {
        if (element.Attributes.Count == 0 && element.Children.Count == 0)
        {
            return DocumentNode.Scalar(element.Text, element.Text, element.Line, element.Column);
        }

        var entries = element.Attributes
            .Select(one => new DocumentEntry("@" + one.Name, one.Line, one.Column, DocumentNode.Scalar(one.Value, one.Value, one.Line, one.Column)))
            .Concat(element.Children.Select(child => new DocumentEntry(child.Name, child.Line, child.Column, Node(child))))
            .ToList();
        if (element.Text.Length > 0)
        {
            entries.Add(new DocumentEntry(
                "#text",
                element.Line,
                element.Column,
                DocumentNode.Scalar(element.Text, element.Text, element.Line, element.Column)));
        }

        return DocumentNode.Map(Number(entries), element.Line, element.Column);
    }

    private static List<DocumentEntry> Number(List<DocumentEntry> entries)
    {
        var totals = entries.CountBy(entry => entry.Key, StringComparer.Ordinal).Where(total => total.Value > 1).ToDictionary(StringComparer.Ordinal);
        if (totals.Count == 0)
        {
            return entries;
        }

        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return entries.ConvertAll(entry =>
        {
            if (!totals.ContainsKey(entry.Key))
            {
                return entry;
            }

            var occurrence = seen.GetValueOrDefault(entry.Key);
            seen[entry.Key] = occurrence + 1;
            return entry with { Occurrence = occurrence };
        });
    }
}
