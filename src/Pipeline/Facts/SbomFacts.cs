using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation.Trees;
using Gates.Formats.Sbom;

namespace Gates.Pipeline.Facts;

/// <summary>Bills of materials: CycloneDX as JSON or XML, SPDX 2 as JSON or tag-value.</summary>
internal sealed class SbomFacts : IFactFormat
{
    private const string Neither = "this is neither CycloneDX nor SPDX";

    private static readonly DocumentLimits Limits = new() { Bytes = 32_000_000, Nodes = 1_500_000 };

    public void Write(SourceFile file, Stream content, Utf8JsonWriter facts)
    {
        var text = DocumentText.Read(content, file.Path, Limits);
        JsonSerializer.Serialize(facts, Read(text, file.Path), SbomJson.Default.SbomDocument);
    }

    /// <exception cref="DocumentException">The text is no bill of materials that is read.</exception>
    public static SbomDocument Read(string text, string path)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<", StringComparison.Ordinal))
        {
            return new CycloneDxReader(path).Read(CycloneDxMarkup.ToJson(MarkupReader.Read(text, path, Limits), path));
        }

        return start.StartsWith("{", StringComparison.Ordinal)
            ? ReadJson(JsonReader.Read(text, path, Limits), path)
            : text.Contains("SPDXVersion:", StringComparison.Ordinal)
                ? new SpdxReader(path).Read(SpdxTagValue.ToJson(text, path, Limits))
                : throw new DocumentException(path, 1, 1, $"{Neither}: it begins neither with {{, nor with <, nor with `SPDXVersion:`");
    }

    private static SbomDocument ReadJson(DocumentNode root, string path)
    {
        var shape = new DocumentShape(path);
        if (root.Get("@context") is not null)
        {
            throw shape.Fail(root, "SPDX 3 (JSON-LD) is not read yet; let the tool write SPDX 2.3 or CycloneDX");
        }

        // GitHub's own export wraps the document.
        var document = root.Get("sbom") is { Kind: NodeKind.Map } inner ? inner : root;
        if (document.Get("bomFormat") is not null)
        {
            return new CycloneDxReader(path).Read(document);
        }

        return document.Get("spdxVersion") is not null
            ? new SpdxReader(path).Read(document)
            : throw shape.Fail(
                root,
                $"{Neither}: it has no `bomFormat` and no `spdxVersion`; Syft and Trivy write them with for example `-o cyclonedx-json` or `--format cyclonedx`");
    }
}
