using System.Buffers;
using System.Text.Json;
using Gates.Formats.Dockerfiles;
using Gates.Policies;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>Writes what was found as facts: <c>base-image-allowlist/v1</c>.</summary>
internal static class ImageEvidenceWriter
{
    public const string Kind = "base-image-allowlist/v1";

    public static Evidence Write(CollectedImages collected, AllowList allow)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("images");
            foreach (var use in collected.Images
                .OrderBy(use => use.Path, StringComparer.Ordinal)
                    .ThenBy(use => use.Line)
                    .ThenBy(use => use.Column)
                    .ThenBy(use => use.Kind, StringComparer.Ordinal))
            {
                Write(json, use, allow);
            }

            json.WriteEndArray();
            json.WriteStartArray("files");
            foreach (var file in collected.Files)
            {
                json.WriteStringValue(file);
            }

            json.WriteEndArray();
            WriteUnread(json, collected.Unread);
            WriteDuplicates(json, collected.Duplicates);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return new Evidence(Kind, document.RootElement.Clone());
    }

    private static void Write(Utf8JsonWriter json, ImageUse use, AllowList allow)
    {
        var image = use.Reference;
        json.WriteStartObject();
        json.WriteString("reference", image?.ToString());
        json.WriteString("written", use.Written);
        json.WriteString("how", use.How);
        json.WriteString("kind", use.Kind);
        json.WriteString("path", use.Path);
        json.WriteNumber("line", use.Line);
        if (use.Column is { } column)
        {
            json.WriteNumber("column", column);
        }

        json.WriteString("stage", use.Stage);
        json.WriteString("platform", use.Platform);
        json.WriteString("tag", image is { Tag: null, Digest: null } ? "latest" : image?.Tag);
        json.WriteString("digest", image?.Digest);
        json.WriteBoolean("pinned", image?.Digest is not null);
        json.WriteBoolean("resolved", image is not null);
        json.WriteString("reason", use.Reason);
        var entry = image is null ? null : allow.Find(image);
        json.WriteString("allowed", entry?.Written);
        var closest = image is null || entry is not null ? null : allow.Closest(image);
        json.WriteString("closest", closest?.Written);
        json.WriteString("closestDiffers", closest is null || image is null ? null : Difference(closest, image));
        json.WriteEndObject();
    }

    private static string Difference(AllowEntry closest, Gates.Formats.Dockerfiles.ImageReference image) =>
        !closest.AllowsName(image) ? "repository"
        : closest.HasDigest ? "digest"
        : image.Digest is not null ? "tag-for-digest"
        : "tag";

    private static void WriteDuplicates(Utf8JsonWriter json, IReadOnlyList<DuplicateUse> duplicates)
    {
        json.WriteStartArray("duplicates");
        foreach (var duplicate in duplicates.Distinct().OrderBy(duplicate => duplicate.Path, StringComparer.Ordinal).ThenBy(duplicate => duplicate.Line))
        {
            json.WriteStartObject();
            json.WriteString("path", duplicate.Path);
            json.WriteNumber("line", duplicate.Line);
            json.WriteString("key", duplicate.Key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUnread(Utf8JsonWriter json, IReadOnlyList<UnreadFile> unread)
    {
        json.WriteStartArray("unread");
        foreach (var file in unread.Distinct().OrderBy(file => file.Path, StringComparer.Ordinal).ThenBy(file => file.Line))
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("line", file.Line);
            json.WriteString("kind", file.Kind);
            json.WriteString("reason", file.Reason);
            json.WriteBoolean("certain", file.Certain);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
