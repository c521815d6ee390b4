using Gates.Formats.Documents;

namespace Gates.Formats.Sbom;

/// <summary>Turns CycloneDX XML into the shape of CycloneDX JSON, places kept, so that there is one reader for both.</summary>
internal static class CycloneDxMarkup
{
    private const string Namespace = "http://cyclonedx.org/schema/bom/";

    private static readonly string[] Lists =
        ["components", "services", "hashes", "licenses", "dependencies", "dependsOn", "vulnerabilities", "ratings", "affects", "versions"];

    /// <exception cref="DocumentException">The root is no CycloneDX.</exception>
    public static DocumentNode ToJson(MarkupElement root, string path)
    {
        if (root.Name != "bom" || !root.Namespace.StartsWith(Namespace, StringComparison.Ordinal))
        {
            throw new DocumentException(path, root.Line, root.Column,
                $"this is neither CycloneDX nor SPDX: the root is <{FactText.Cut(root.Name, 40)}>; expected <bom xmlns=\"{Namespace}1.6\">");
        }

        var version = root.Namespace[Namespace.Length..];
        return DocumentNode.Map(
            [
                Entry("bomFormat", Scalar("CycloneDX", root), root), Entry("specVersion", Scalar(version, root), root),
                .. root.Children.Select(child => Entry(child.Name, Value(child), child)),
            ],
            root.Line,
            root.Column);
    }

    private static DocumentNode Value(MarkupElement element) => element switch
    {
        // A dependency's own dependencies stand in it without a list around them.
        { Name: "dependencies" } => Sequence(element, child => DocumentNode.Map(
            [
                Entry("ref", Scalar(child.Attribute("ref") ?? "", child), child),
                Entry("dependsOn", Sequence(child, one => Scalar(one.Attribute("ref") ?? "", one)), child)
            ],
            child.Line,
            child.Column)),
        { Name: "licenses" } => Sequence(element, child => DocumentNode.Map([Entry(child.Name, Value(child), child)], child.Line, child.Column)),
        { Name: "hashes" } => Sequence(element, child => DocumentNode.Map(
            [Entry("alg", Scalar(child.Attribute("alg") ?? "", child), child), Entry("content", Scalar(child.Text, child), child)], child.Line, child.Column)),
        { Name: "tools" } when element.Child("tool") is not null => Sequence(element, Value),
        _ when Lists.Contains(element.Name, StringComparer.Ordinal) => Sequence(element, Value),
        { Attributes.Count: 0, Children.Count: 0, Name: not "tools" } => Scalar(element.Text, element),
        _ => DocumentNode.Map(
            [
                .. element.Attributes.Select(attribute => Entry(attribute.Name, Scalar(attribute.Value, element), element)),
                .. element.Children.DistinctBy(child => child.Name).Select(child => Entry(child.Name, Value(child), child)),
            ],
            element.Line,
            element.Column),
    };

    private static DocumentNode Sequence(MarkupElement element, Func<MarkupElement, DocumentNode> value) =>
        DocumentNode.Sequence([.. element.Children.Select(value)], element.Line, element.Column);

    private static DocumentNode Scalar(string text, MarkupElement at) => DocumentNode.Scalar(text, text, at.Line, at.Column);

    private static DocumentEntry Entry(string key, DocumentNode node, MarkupElement at) => new(key, at.Line, at.Column, node);
}
