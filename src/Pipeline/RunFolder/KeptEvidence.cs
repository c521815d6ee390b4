using System.Text;
using System.Text.Json;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Policies;

namespace Gates.Pipeline.RunFolder;

/// <summary>Reads evidence that an earlier run kept.</summary>
internal static class KeptEvidence
{
    private const int MaxBytes = 32_000_000;
    private const int MaxDepth = 1000;

    /// <param name="content">The file.</param>
    /// <param name="path">How messages name it.</param>
    /// <exception cref="UsageException">It is no evidence.</exception>
    public static Evidence Read(byte[] content, string path)
    {
        var root = Parse(content, path);
        return root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("kind", out var kind) && kind.ValueKind == JsonValueKind.String
            && root.TryGetProperty("facts", out var facts) && facts.ValueKind == JsonValueKind.Object
            ? new Evidence(kind.GetString()!, facts)
            : throw new UsageException($"{Say.Path(path)}: evidence is {{ \"kind\": \"facts/v1\", \"facts\": {{ … }} }}, as `gates run` writes it");
    }

    /// <summary>The same, or facts alone, which count as those of a policy-only gate.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static Evidence ReadLoose(byte[] content, string path) =>
        Parse(content, path) is { ValueKind: JsonValueKind.Object } root && !root.TryGetProperty("facts", out _)
            ? new Evidence("facts/v1", root)
            : Read(content, path);

    private static JsonElement Parse(byte[] content, string path)
    {
        try
        {
            // The strict reader first, for its places and its refusal of duplicate keys.
            JsonReader.Read(Encoding.UTF8.GetString(content), path, new DocumentLimits { Bytes = MaxBytes, Depth = MaxDepth });
        }
        catch (DocumentException e)
        {
            throw new UsageException(e.Message);
        }

        using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = MaxDepth });
        return document.RootElement.Clone();
    }
}
