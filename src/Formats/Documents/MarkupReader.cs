using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Gates.Formats.Documents;

/// <summary>XML into <see cref="MarkupElement"/>s, without document types and without anything from outside the file.</summary>
internal sealed partial class MarkupReader
{
    private const string NotXml = "not valid XML: ";

    private readonly string path;
    private readonly DocumentLimits limits;
    private readonly XmlReader reader;
    private readonly Stack<(MarkupElement Element, StringBuilder Text)> open = new();
    private int nodes;

    private MarkupReader(XmlReader reader, string path, DocumentLimits limits)
    {
        this.reader = reader;
        this.path = path;
        this.limits = limits;
    }

    /// <summary>The root element.</summary>
    /// <exception cref="DocumentException">Not XML, a document type, another encoding than UTF-8, or beyond the limits.</exception>
    public static MarkupElement Read(string text, string path, DocumentLimits? limits = null)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new DocumentException(path, 1, 1, NotXml + "the file is empty");
        }

        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };
        using var xml = XmlReader.Create(new StringReader(text), settings);
        try
        {
            return new MarkupReader(xml, path, limits ?? new DocumentLimits()).ReadRoot(text);
        }
        catch (XmlException e)
        {
            var reason = e.Message.Contains("DTD", StringComparison.Ordinal)
                ? "it declares a document type (<!DOCTYPE …>), which is not read; remove it"
                : NotXml + PlaceSuffix().Replace(e.Message, "").TrimEnd('.');
            throw new DocumentException(path, Math.Max(1, e.LineNumber), Math.Max(1, e.LinePosition), reason);
        }
    }

    private int Line => ((IXmlLineInfo)reader).LineNumber;

    private int Column => ((IXmlLineInfo)reader).LinePosition;

    private MarkupElement ReadRoot(string text)
    {
        MarkupElement? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.XmlDeclaration:
                    CheckEncoding(text);
                    break;
                case XmlNodeType.Element:
                    var element = ReadElement();
                    root ??= element;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    open.Peek().Text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    Close();
                    break;
            }
        }

        return root!;
    }

    private MarkupElement ReadElement()
    {
        // The reader's place is the name's; a person looks for the bracket before it.
        var element = new MarkupElement(reader.LocalName, Line, Column - 1) { Namespace = reader.NamespaceURI };
        if (open.Count > limits.Depth)
        {
            throw new DocumentException(path, element.Line, element.Column, FormattableString.Invariant($"nested deeper than {limits.Depth} levels"));
        }

        var isEmpty = reader.IsEmptyElement;
        element = element with { Attributes = ReadAttributes() };
        Count(1 + element.Attributes.Count, element);
        if (open.TryPeek(out var parent))
        {
            parent.Element.Children.Add(element);
        }

        if (!isEmpty)
        {
            open.Push((element, new StringBuilder()));
        }

        return element;
    }

    private List<MarkupAttribute> ReadAttributes()
    {
        var attributes = new List<MarkupAttribute>();
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                attributes.Add(new MarkupAttribute(reader.LocalName, reader.Value, Line, Column));
            }
        }

        reader.MoveToElement();
        return attributes;
    }

    private void Close()
    {
        var (element, text) = open.Pop();
        element.Text = text.ToString().Trim();
    }

    private void Count(int more, MarkupElement at)
    {
        nodes += more;
        if (nodes > limits.Nodes)
        {
            throw new DocumentException(path, at.Line, at.Column, FormattableString.Invariant($"more than {limits.Nodes:N0} elements and attributes"));
        }
    }

    /// <summary>The bytes were read as UTF-8; a file that says otherwise is only the same text when it is ASCII.</summary>
    private void CheckEncoding(string text)
    {
        if (reader.GetAttribute("encoding") is { } encoding
            && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !System.Text.Ascii.IsValid(text))
        {
            throw new DocumentException(path, 1, 1, $"its declaration says encoding=\"{encoding}\"; save it as UTF-8");
        }
    }

    [GeneratedRegex(@" Line \d+, position \d+\.$", RegexOptions.None, 1000)]
    private static partial Regex PlaceSuffix();
}
