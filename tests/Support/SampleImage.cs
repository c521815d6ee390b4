using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Support;

/// <summary>Small images, lists and attachments, as registries keep them.</summary>
public static class SampleImage
{
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    public const string Index = "application/vnd.oci.image.index.v1+json";
    public const string Configuration = "application/vnd.oci.image.config.v1+json";

    public static string DigestOf(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A configuration; its layers are named by what they hold.</summary>
    public static string Config(string platform, IEnumerable<string> layers, string labels = "{}") =>
        $$$"""
        {"os":"{{{platform.Split('/')[0]}}}","architecture":"{{{platform.Split('/')[1]}}}","created":"2026-01-02T03:04:05Z",
         "config":{"User":"1000","Labels":{{{labels}}}},
         "rootfs":{"type":"layers","diff_ids":[{{{string.Join(',', layers.Select(layer => $"\"{DigestOf(layer)}\""))}}}]},
         "history":[{"created_by":"COPY . /"},{"created_by":"USER 1000","empty_layer":true}]}
        """;

    public static string Descriptor(string type, string content, string more = "")
    {
        var size = Encoding.UTF8.GetByteCount(content).ToString(CultureInfo.InvariantCulture);
        return $$"""{"mediaType":"{{type}}","digest":"{{DigestOf(content)}}","size":{{size}}{{more}}}""";
    }

    public static string Image(string config, string layers = "", string more = "") =>
        $$"""{"schemaVersion":2,"mediaType":"{{Manifest}}","config":{{Descriptor(Configuration, config)}},"layers":[{{layers}}]{{more}}}""";

    public static string List(params string[] descriptors) =>
        $$"""{"schemaVersion":2,"mediaType":"{{Index}}","manifests":[{{string.Join(',', descriptors)}}]}""";

    public static string ForPlatform(string manifest, string platform) => Descriptor(
        Manifest, manifest, $$""","platform":{"os":"{{platform.Split('/')[0]}}","architecture":"{{platform.Split('/')[1]}}"}""");
}
