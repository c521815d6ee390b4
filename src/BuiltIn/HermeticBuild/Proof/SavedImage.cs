using System.Text.Json;
using Gates.Formats.Archives;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Streams;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>Reads an image as engines save it, in the old form and in that of OCI, whatever the order of its parts.</summary>
internal sealed class SavedImage
{
    private const int MaxDocument = 8 << 20;
    private const int MaxDocuments = 2_000;

    private readonly Dictionary<string, JsonElement> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BuiltLayer> layers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> links = new(StringComparer.Ordinal);

    private SavedImage()
    {
    }

    /// <param name="archive">The image.</param>
    /// <param name="reader">Reads its layers.</param>
    /// <param name="limits">How much of the outer archive is taken.</param>
    /// <param name="wanted">Which files' contents are kept, by layer and path.</param>
    /// <param name="kept">Takes them.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="EvaluationException">It is none, or more than is taken.</exception>
    public static async Task<SavedImage> ReadAsync(
        Stream archive,
        LayerReader reader,
        TarLimits limits,
        Func<string, string, bool>? wanted,
        Action<string, string, byte[]>? kept,
        CancellationToken cancellationToken)
    {
        var image = new SavedImage();
        try
        {
            var outer = new TarReader(archive, limits);
            while (await outer.NextAsync(cancellationToken) is { } entry)
            {
                if (entry.Kind is TarKind.SymbolicLink or TarKind.HardLink)
                {
                    image.links[entry.Name] = Resolve(entry);
                }
                else if (entry.Kind == TarKind.File)
                {
                    await image.ReadAsync(entry, outer.Content, reader, wanted, kept, cancellationToken);
                }
            }
        }
        catch (TarException e)
        {
            throw new EvaluationException($"what was built cannot be read: the image's archive {e.Message}; nothing is known of it", e);
        }

        return image;
    }

    /// <summary>Its layers beyond those of the base, and how it is to be run.</summary>
    /// <param name="known">The digests of the base's layers.</param>
    /// <param name="file">The Dockerfile.</param>
    /// <param name="target">The stage that was built.</param>
    public BuiltFiles Files(IReadOnlySet<string> known, MarkedDockerfile file, string target)
    {
        if (!documents.TryGetValue("manifest.json", out var manifests) || manifests.ValueKind != JsonValueKind.Array || manifests.GetArrayLength() != 1
            || !manifests[0].TryGetProperty("Layers", out var names) || names.ValueKind != JsonValueKind.Array
            || !manifests[0].TryGetProperty("Config", out var config) || config.GetString() is not { } configName
            || !documents.TryGetValue(configName, out var configuration) || configuration.ValueKind != JsonValueKind.Object)
        {
            throw new EvaluationException("what was built cannot be read: the engine's archive of the image names no layers; nothing is known of it");
        }

        var all = names.EnumerateArray().Select(name => Layer(name.GetString() ?? "")).ToList();
        var first = all.TakeWhile(layer => known.Contains("sha256:" + layer.Digest)).Count();
        var lines = ImageHistory.Lines(configuration, file, target);
        return new BuiltFiles(
            [.. all.Skip(first)],
            [.. Enumerable.Range(first, all.Count - first).Select(index => lines.ElementAtOrDefault(index - all.Count + lines.Count))],
            ImageHistory.Configuration(configuration));
    }

    private BuiltLayer Layer(string name)
    {
        for (var hops = 0; hops < 8 && links.TryGetValue(name, out var target); hops++)
        {
            name = target;
        }

        return layers.TryGetValue(name, out var layer)
            ? layer
            : throw new EvaluationException("what was built cannot be read: the engine's archive of the image lacks a layer; nothing is known of it");
    }

    private async Task ReadAsync(
        TarEntry entry,
        Stream content,
        LayerReader reader,
        Func<string, string, bool>? wanted,
        Action<string, string, byte[]>? kept,
        CancellationToken cancellationToken)
    {
        var start = new byte[4];
        var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        await using var whole = new PrefixedStream(start.AsMemory(0, length), content);
        if (start is [(byte)'{' or (byte)'[', ..])
        {
            documents[entry.Name] = documents.Count < MaxDocuments && entry.Size <= MaxDocument
                ? await ParseAsync(whole, cancellationToken)
                : throw new TarException("holds more descriptions than an image has");
        }
        else if (start is [0x28, 0xB5, 0x2F, 0xFD])
        {
            throw new TarException("holds layers that are compressed with zstd, which is not read");
        }
        else if (entry.Size >= 512 || start is [0x1F, 0x8B, ..])
        {
            layers[entry.Name] = await reader.ReadAsync(
                entry.Name,
                whole,
                start is [0x1F, 0x8B, ..],
                wanted is null ? null : path => wanted(entry.Name, path),
                kept is null ? null : (path, bytes) => kept(entry.Name, path, bytes),
                cancellationToken);
        }
    }

    private static async Task<JsonElement> ParseAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(content, cancellationToken: cancellationToken);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new TarException("holds a description that is no JSON");
        }
    }

    private static string Resolve(TarEntry entry)
    {
        if (entry.Kind == TarKind.HardLink)
        {
            return entry.Link.Trim('/');
        }

        var parts = entry.Name.Split('/').SkipLast(1).ToList();
        foreach (var part in entry.Link.Split('/').Where(part => part is not ("" or ".")))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }
}
