using System.Text.Json;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Packs;

/// <summary>The statement that lists a pack's files: in-toto's reference predicate, v0.1.</summary>
internal static class PackManifest
{
    /// <param name="subjects">The release's artefacts, or its commit.</param>
    /// <param name="release">What they are about; its repository's URI says who lists them.</param>
    /// <param name="files">Every file of the pack but the manifest.</param>
    public static byte[] Of(IReadOnlyList<Subject> subjects, NamedRelease release, IReadOnlyDictionary<string, byte[]> files)
    {
        var predicate = EvidenceJson.ParseElement(
            CanonicalJson.Of(json =>
            {
                json.WriteStartObject();
                json.WriteStartObject("attester");
                json.WriteString("id", release.Repository);
                json.WriteEndObject();
                json.WriteStartArray("references");
                foreach (var (name, content) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
                {
                    Reference(json, name, content);
                }

                json.WriteEndArray();
                release.Write(json);
                json.WriteEndObject();
            }),
            "the manifest");
        return new Statement(subjects, StatementKinds.Reference, predicate).ToBytes();
    }

    private static void Reference(Utf8JsonWriter json, string name, byte[] content)
    {
        json.WriteStartObject();
        json.WriteString("downloadLocation", name);
        json.WriteStartObject("digest");
        json.WriteString("sha256", Sha256Hex.Of(content));
        json.WriteEndObject();
        json.WriteString("mediaType", MediaType(name));
        json.WriteEndObject();
    }

    private static string MediaType(string name) => name switch
    {
        _ when name.EndsWith(SigstoreBundle.Extension, StringComparison.Ordinal) => SigstoreBundle.MediaType,
        _ when name.EndsWith(".json", StringComparison.Ordinal) => "application/json",
        _ when name.EndsWith(".pdf", StringComparison.Ordinal) => "application/pdf",
        _ when name.EndsWith(".md", StringComparison.Ordinal) => "text/markdown",
        _ when name.EndsWith(".js", StringComparison.Ordinal) => "text/javascript",
        _ => "text/plain",
    };
}
