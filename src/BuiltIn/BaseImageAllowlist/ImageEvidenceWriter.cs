using System.Buffers;
using System.Text.Json;
using Gates.BuiltIn.BaseImageAllowlist.Cluster;
using Gates.BuiltIn.BaseImageAllowlist.Lists;
using Gates.Formats.Dockerfiles;
using Gates.Policies;

namespace Gates.BuiltIn.BaseImageAllowlist;

/// <summary>Writes what was found as facts: <c>base-image-allowlist/v1</c>.</summary>
internal static class ImageEvidenceWriter
{
    public const string Kind = "base-image-allowlist/v1";

    public static Evidence Write(CollectedImages collected, AllowList allow, PolicyList policies, ClusterEvidence? cluster = null)
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
                Write(json, use, allow, policies);
            }

            json.WriteEndArray();
            json.WriteStartArray("files");
            foreach (var file in collected.Files)
            {
                json.WriteStringValue(file);
            }

            json.WriteEndArray();
            WriteBeside(json, collected, policies);
            cluster?.Write(json);
            json.WriteEndObject();
        }

        return new Evidence(Kind, JsonElement.Parse(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter json, ImageUse use, AllowList allow, PolicyList policies)
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
        var answer = image is null || entry is not null || policies.IsEmpty ? null : policies.Judge(use);
        var isAllowed = answer is { IsAllowed: true };
        json.WriteString("allowed", entry?.Written ?? (isAllowed ? answer!.Words : null));
        json.WriteString("refusedBy", isAllowed ? null : answer?.Words);
        var closest = image is null || entry is not null || isAllowed ? null : allow.Closest(image);
        json.WriteString("closest", closest?.Written);
        json.WriteString("closestDiffers", closest is null || image is null ? null : Difference(closest, image));
        json.WriteEndObject();
    }

    internal static string Difference(AllowEntry closest, ImageReference image) =>
        !closest.AllowsName(image) ? "repository"
        : closest.HasDigest ? "digest"
        : image.Digest is not null ? "tag-for-digest"
        : "tag";

    /// <summary>What could not be judged, or is worth knowing beside the images.</summary>
    private static void WriteBeside(Utf8JsonWriter json, CollectedImages collected, PolicyList policies)
    {
        WriteList(json, "unread", InOrder(collected.Unread, file => (file.Path, file.Line)), file =>
        {
            WritePlace(json, file.Path, file.Line);
            json.WriteString("kind", file.Kind);
            json.WriteString("reason", file.Reason);
            json.WriteBoolean("certain", file.Certain);
        });
        WriteList(json, "duplicates", InOrder(collected.Duplicates, duplicate => (duplicate.Path, duplicate.Line)), duplicate =>
        {
            WritePlace(json, duplicate.Path, duplicate.Line);
            json.WriteString("key", duplicate.Key);
        });
        WriteList(json, "placeholders", InOrder(collected.Placeholders, placeholder => (placeholder.Path, placeholder.Line)), placeholder =>
        {
            WritePlace(json, placeholder.Path, placeholder.Line);
            json.WriteString("written", placeholder.Written);
            json.WriteString("reason", placeholder.Why);
        });
        WriteList(json, "policyParts", policies.Parts, part =>
        {
            WritePlace(json, part.Path, part.Line);
            json.WriteString("reason", part.Reason);
            json.WriteBoolean("missing", part.IsMissing);
        });
    }

    private static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, (string Path, int Line)> placeOf) =>
        items.OrderBy(item => placeOf(item).Path, StringComparer.Ordinal).ThenBy(item => placeOf(item).Line);

    /// <summary>Each item once.</summary>
    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> writeMembers)
    {
        json.WriteStartArray(name);
        foreach (var item in items.Distinct())
        {
            json.WriteStartObject();
            writeMembers(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, string path, int line)
    {
        json.WriteString("path", path);
        json.WriteNumber("line", line);
    }
}
