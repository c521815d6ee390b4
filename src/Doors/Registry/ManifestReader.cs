using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gates.Doors.Registry;

/// <summary>Reads manifests, lists and configurations, of OCI and of Docker. What has another shape is refused.</summary>
internal static partial class ManifestReader
{
    private const string OciIndex = "application/vnd.oci.image.index.v1+json";
    private const string OciManifest = "application/vnd.oci.image.manifest.v1+json";
    private const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";
    private const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
    private const int MaxParts = 2_000;
    private const int MaxDepth = 64;

    /// <value>All that is understood.</value>
    public const string Accept = OciIndex + ", " + DockerIndex + ", " + OciManifest + ", " + DockerManifest;

    public static bool IsIndexType(string mediaType) => mediaType is OciIndex or DockerIndex;

    public static bool IsDigest(string? text) => text is not null && Digest().IsMatch(text);

    /// <param name="body">What came.</param>
    /// <param name="contentType">As its header says.</param>
    /// <param name="digest">What the bytes have.</param>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static RegistryManifest Read(ReadOnlyMemory<byte> body, string contentType, string digest)
    {
        using var document = Parse(body);
        var root = document.RootElement;
        if (root.TryGetProperty("schemaVersion", out var version)
            && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1)
        {
            throw new FormatException("it is of Docker's first format, which has no digests that can be trusted; push the image anew");
        }

        var (named, said) = (Text(root, "mediaType"), contentType);
        var mediaType = named ?? said;

        // One that is read as an index by one and as an image by another would be two images under one digest.
        var isIndex = root.TryGetProperty("manifests", out _);
        if (isIndex == root.TryGetProperty("config", out _)
            || (IsKnown(named) && IsIndexType(named!) != isIndex) || (IsKnown(said) && IsIndexType(said) != isIndex))
        {
            throw new FormatException("it is not clearly one image or one list of images");
        }

        return new RegistryManifest
        {
            Digest = digest,
            MediaType = mediaType,
            IsIndex = isIndex,
            ArtifactType = Text(root, "artifactType"),
            Config = isIndex ? null : ReadDescriptor(root.GetProperty("config")),
            Layers = isIndex ? [] : Descriptors(root, "layers"),
            Manifests = isIndex ? Descriptors(root, "manifests") : [],
            Subject = root.TryGetProperty("subject", out var subject) && subject.ValueKind == JsonValueKind.Object ? ReadDescriptor(subject).Digest : null,
            Annotations = Texts(root, "annotations"),
        };
    }

    /// <exception cref="FormatException">It is no image's configuration; the message says why.</exception>
    public static ImageConfiguration ReadConfiguration(ReadOnlyMemory<byte> body)
    {
        using var document = Parse(body);
        var root = document.RootElement;
        var layers = root.TryGetProperty("rootfs", out var rootfs) ? Items(rootfs, "diff_ids") : [];
        var settings = root.TryGetProperty("config", out var config) && config.ValueKind == JsonValueKind.Object ? config : default;
        return new ImageConfiguration(
            PlatformOf(root) ?? "",
            [.. layers.Select(layer => Checked(layer.ValueKind == JsonValueKind.String ? layer.GetString() : null))])
        {
            Created = Text(root, "created"),
            User = settings.ValueKind == JsonValueKind.Object ? Text(settings, "User") ?? "" : "",
            Labels = settings.ValueKind == JsonValueKind.Object ? Texts(settings, "Labels") : Descriptor.Nothing,
            History = [.. Items(root, "history").Select(step => (Text(step, "created_by") ?? "",
                step.ValueKind == JsonValueKind.Object && step.TryGetProperty("empty_layer", out var empty) && empty.ValueKind == JsonValueKind.True))],
        };
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
        }
        catch (JsonException e)
        {
            throw new FormatException("it is no JSON", e);
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        document.Dispose();
        throw new FormatException("it is no object");
    }

    private static bool IsKnown(string? mediaType) => mediaType is OciIndex or DockerIndex or OciManifest or DockerManifest;

    private static List<Descriptor> Descriptors(JsonElement root, string name) => [.. Items(root, name).Select(ReadDescriptor)];

    private static IReadOnlyList<JsonElement> Items(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return list.ValueKind != JsonValueKind.Array ? throw new FormatException($"its `{name}` is no list")
            : list.GetArrayLength() > MaxParts ? throw new FormatException($"its `{name}` has more than {MaxParts} entries")
            : [.. list.EnumerateArray()];
    }

    private static Descriptor ReadDescriptor(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("it names content without a digest");
        }

        var size = element.TryGetProperty("size", out var bytes) && bytes.ValueKind == JsonValueKind.Number && bytes.TryGetInt64(out var number) && number >= 0
            ? number
            : throw new FormatException("it names content without a size");
        return new Descriptor(Text(element, "mediaType") ?? "", Checked(Text(element, "digest")), size)
        {
            Platform = element.TryGetProperty("platform", out var platform) && platform.ValueKind == JsonValueKind.Object ? PlatformOf(platform) : null,
            ArtifactType = Text(element, "artifactType"),
            Annotations = Texts(element, "annotations"),
        };
    }

    private static string Checked(string? digest) =>
        IsDigest(digest) ? digest! : throw new FormatException("it names content by something that is no sha256, sha384 or sha512 digest");

    private static string? PlatformOf(JsonElement element) =>
        Text(element, "os") is { Length: > 0 } system && Text(element, "architecture") is { Length: > 0 } machine
            ? system + "/" + machine + (Text(element, "variant") is { Length: > 0 } variant ? "/" + variant : "")
            : null;

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    private static IReadOnlyDictionary<string, string> Texts(JsonElement parent, string name)
    {
        if (!parent.TryGetProperty(name, out var map) || map.ValueKind != JsonValueKind.Object)
        {
            return Descriptor.Nothing;
        }

        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in map.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.String))
        {
            texts[one.Name] = one.Value.GetString()!;
        }

        return texts;
    }

    [GeneratedRegex(@"^(sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Digest();
}
