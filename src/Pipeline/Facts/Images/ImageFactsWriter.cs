using System.Text.Json;

namespace Gates.Pipeline.Facts.Images;

/// <summary>Writes what was seen of images as <c>gates.d.ts</c> declares it.</summary>
internal static class ImageFactsWriter
{
    public static void Write(Utf8JsonWriter facts, IReadOnlyList<(SelectedImage Image, SeenImage Fact)> seen)
    {
        facts.WriteStartArray();
        foreach (var (image, fact) in seen)
        {
            facts.WriteStartObject();
            facts.WriteString("image", image.Reference.ToString());
            facts.WriteString("written", image.Written);
            facts.WriteString("digest", fact.Manifest.Digest);
            facts.WriteString("mediaType", fact.Manifest.MediaType);
            facts.WriteString("artifactType", fact.Manifest.ArtifactType ?? (fact.Platforms.Count == 0 ? fact.Manifest.Config?.MediaType : null));
            Write(facts, "annotations", fact.Manifest.Annotations);
            Write(facts, "labels", Shared(fact.Platforms));
            WritePlatforms(facts, image, fact, seen);
            WriteAttached(facts, fact);
            facts.WriteStartArray("places");
            foreach (var place in image.Places)
            {
                facts.WriteStartObject();
                facts.WriteString("path", place.Path);
                facts.WriteNumber("line", place.Line);
                facts.WriteEndObject();
            }

            facts.WriteEndArray();
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }

    /// <summary>The labels that every platform's image has alike.</summary>
    private static SortedDictionary<string, string> Shared(IReadOnlyList<ImagePlatform> platforms)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in platforms.Count > 0 ? platforms[0].Configuration.Labels : Doors.Registry.Descriptor.Nothing)
        {
            if (platforms.All(one => one.Configuration.Labels.GetValueOrDefault(name) == value))
            {
                labels[name] = value;
            }
        }

        return labels;
    }

    private static void WritePlatforms(Utf8JsonWriter facts, SelectedImage image, SeenImage fact, IReadOnlyList<(SelectedImage Image, SeenImage Fact)> seen)
    {
        facts.WriteStartArray("platforms");
        foreach (var one in fact.Platforms)
        {
            facts.WriteStartObject();
            facts.WriteString("platform", one.Platform);
            facts.WriteString("digest", one.Digest);
            facts.WriteString("created", one.Configuration.Created);
            facts.WriteString("user", one.Configuration.User);
            Write(facts, "labels", one.Configuration.Labels);
            Write(facts, "layers", one.Configuration.Layers);
            Write(facts, "basedOn",
                [.. seen.Where(other => other.Image != image && IsBase(other.Fact, one)).Select(other => other.Image.Reference.ToString())]);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }

    /// <summary>Whether an image of the same platform is what this one was built on: all of its layers come first, and more follow.</summary>
    private static bool IsBase(SeenImage other, ImagePlatform built) =>
        other.Platforms.Any(one => one.Platform == built.Platform && one.Configuration.Layers.Count > 0
            && one.Configuration.Layers.Count < built.Configuration.Layers.Count
            && built.Configuration.Layers.Take(one.Configuration.Layers.Count).SequenceEqual(one.Configuration.Layers, StringComparer.Ordinal));

    private static void WriteAttached(Utf8JsonWriter facts, SeenImage fact)
    {
        bool Has(string kind) => fact.Attached.Any(one => one.Kind == kind);
        facts.WriteBoolean("sbomAttached", Has(AttachmentKinds.Sbom));
        facts.WriteBoolean("provenanceAttached", Has(AttachmentKinds.Provenance));
        facts.WriteBoolean("signaturePresentUnverified", Has(AttachmentKinds.Signature));
        facts.WriteStartArray("attached");
        foreach (var one in fact.Attached)
        {
            facts.WriteStartObject();
            facts.WriteString("kind", one.Kind);
            facts.WriteString("type", one.Type);
            facts.WriteString("digest", one.Digest);
            facts.WriteString("to", one.To);
            facts.WriteString("by", one.By);
            facts.WriteEndObject();
        }

        facts.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter facts, string name, IEnumerable<KeyValuePair<string, string>> texts)
    {
        facts.WriteStartObject(name);
        foreach (var (key, value) in texts)
        {
            facts.WriteString(key, value);
        }

        facts.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter facts, string name, IReadOnlyList<string> texts)
    {
        facts.WriteStartArray(name);
        foreach (var text in texts)
        {
            facts.WriteStringValue(text);
        }

        facts.WriteEndArray();
    }
}
