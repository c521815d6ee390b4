using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Facts.Yaml;

/// <summary>Every document of a YAML file, merge keys applied.</summary>
internal sealed class YamlFacts : IFactFormat
{
    private static readonly DocumentLimits Limits = new();

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var documents = Parse(DocumentText.Read(content, file.Path, Limits), file.Path);
        for (var i = 0; i < documents.Count; i++)
        {
            NodeJson.WriteDocument(facts, file.Path, i, documents[i]);
        }
    }

    /// <exception cref="DocumentException">It is no YAML.</exception>
    public static IReadOnlyList<DocumentNode> Parse(string text, string path) =>
        text.Contains("<<", StringComparison.Ordinal) ? [.. Read(text, path).Select(MergeKeys.Apply)] : Read(text, path);

    private static IReadOnlyList<DocumentNode> Read(string text, string path)
    {
        try
        {
            return YamlReader.Read(text, path, Limits);
        }
        catch (DocumentException e) when (text.Contains("{{", StringComparison.Ordinal))
        {
            throw new DocumentException(
                e.Path,
                e.Line,
                e.Column,
                e.Reason + " (the {{ … }} in it look like a Helm or Go template, which is YAML only once rendered)");
        }
    }
}
