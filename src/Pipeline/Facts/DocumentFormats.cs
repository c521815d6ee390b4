using Gates.Formats.Documents;
using Gates.Formats.Documents.Toml;
using Gates.Pipeline.Facts.Csv;
using Gates.Pipeline.Facts.Hcl;
using Gates.Pipeline.Facts.Ini;
using Gates.Pipeline.Facts.Json;
using Gates.Pipeline.Facts.Xml;
using Gates.Pipeline.Facts.Yaml;

namespace Gates.Pipeline.Facts;

/// <summary>Which format a file's name says, for facts that hold files of several formats.</summary>
internal static class DocumentFormats
{
    private static readonly (string[] Endings, Func<string, string, IReadOnlyList<DocumentNode>> Parse)[] ByName =
    [
        ([".yaml", ".yml"], YamlFacts.Parse),
        ([".json"], static (text, path) => [JsonFacts.Parse(text, path)]),
        ([".toml"], static (text, path) => [TomlReader.Read(text, path)]),
        ([".xml", ".csproj", ".props", ".targets"], static (text, path) => [XmlFacts.Parse(text, path)]),
        ([".csv", ".tsv"], static (text, path) => [CsvFacts.Parse(text, path)]),
        ([".ini"], static (text, path) => [IniFacts.Parse(text, path)]),
        ([".properties"], static (text, path) => [PropertiesFacts.Parse(text, path)]),
        ([".hcl", ".tf", ".tfvars"], static (text, path) => [HclFacts.Parse(text, path)]),
    ];

    private static readonly DocumentLimits Limits = new();

    /// <summary>Whether a name is one of a format that has documents.</summary>
    public static bool Knows(string path) => ParserOf(path) is not null;

    /// <summary>The documents of a file; <see langword="null"/> when its name is none of a format that has documents.</summary>
    /// <exception cref="DocumentException">It is not what its name says.</exception>
    public static IReadOnlyList<DocumentNode>? Read(Stream content, string path) =>
        ParserOf(path) is { } parse ? parse(DocumentText.Read(content, path, Limits), path) : null;

    private static Func<string, string, IReadOnlyList<DocumentNode>>? ParserOf(string path) =>
        ByName.FirstOrDefault(one => Array.Exists(one.Endings, ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))).Parse;
}
