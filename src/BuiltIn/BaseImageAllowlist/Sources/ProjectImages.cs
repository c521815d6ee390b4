using System.Xml;
using System.Xml.Linq;

namespace Gates.BuiltIn.BaseImageAllowlist.Sources;

/// <summary>The base image that the .NET SDK uses when it publishes a container: <c>ContainerBaseImage</c>.</summary>
internal sealed class ProjectImages : IImageSource
{
    private const string Property = "ContainerBaseImage";
    private static readonly string[] Extensions = [".csproj", ".fsproj", ".vbproj", ".props", ".targets", ".pubxml"];

    public static bool IsProject(string path) => Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));

    public void Read(SourceText source, CollectedImages into)
    {
        if (!IsProject(source.Path) || !source.Text.Contains(Property, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(source.Text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo);
            into.AddFile(source);
            foreach (var element in document.Descendants().Where(e => e.Name.LocalName.Equals(Property, StringComparison.OrdinalIgnoreCase) && !e.HasElements))
            {
                Read(element, document, source, into);
            }
        }
        catch (XmlException e)
        {
            into.AddUnread(source, Math.Max(1, e.LineNumber), "project", "it is not XML that can be read safely", certain: true);
        }
    }

    private static void Read(XElement element, XDocument document, SourceText source, CollectedImages into)
    {
        var text = element.Value.Trim();
        var line = ((IXmlLineInfo)element).LineNumber;
        if (text.Length == 0)
        {
            return;
        }

        var value = Expand(text, document);
        if (value.Contains("$(", StringComparison.Ordinal))
        {
            into.AddUnknown(source, "project image", text, Property, line, "the property is not written out in this file; write the image");
        }
        else
        {
            into.AddImage(source, "project image", value, Property, line);
        }
    }

    /// <summary>Replaces properties that the same file sets exactly once; anything else is left for the build to know.</summary>
    private static string Expand(string text, XDocument document)
    {
        for (var round = 0; round < 5 && text.Contains("$(", StringComparison.Ordinal); round++)
        {
            var start = text.IndexOf("$(", StringComparison.Ordinal);
            var end = text.IndexOf(')', start);
            if (end < 0)
            {
                break;
            }

            var name = text[(start + 2)..end];
            var set = document.Descendants()
                .Where(e => e.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase) && e.Parent?.Name.LocalName == "PropertyGroup")
                .Take(2)
                .ToList();
            if (set.Count != 1 || set[0].Attribute("Condition") is not null)
            {
                break;
            }

            text = text[..start] + set[0].Value.Trim() + text[(end + 1)..];
        }

        return text;
    }
}
