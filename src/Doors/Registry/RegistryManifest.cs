namespace Gates.Doors.Registry;

/// <summary>What a tag or a digest names: one image, or an index of several. Its bytes have the digest.</summary>
internal sealed record RegistryManifest
{
    /// <value>For example <c>sha256:…</c>.</value>
    public required string Digest { get; init; }

    public required string MediaType { get; init; }

    /// <value>Whether it lists others, one for each platform.</value>
    public required bool IsIndex { get; init; }

    /// <value>What it says it is, when that is no container image.</value>
    public string? ArtifactType { get; init; }

    /// <value>The image's configuration; <see langword="null"/> for an index.</value>
    public Descriptor? Config { get; init; }

    public IReadOnlyList<Descriptor> Layers { get; init; } = [];

    /// <value>What an index lists.</value>
    public IReadOnlyList<Descriptor> Manifests { get; init; } = [];

    /// <value>The digest of what it is attached to; <see langword="null"/> when it is not.</value>
    public string? Subject { get; init; }

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Descriptor.Nothing;
}

/// <summary>Names some content of a registry.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Digest">A valid digest.</param>
/// <param name="Size">In bytes.</param>
internal sealed record Descriptor(string MediaType, string Digest, long Size)
{
    public static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <value>For example <c>linux/arm/v7</c>; <see langword="null"/> without one.</value>
    public string? Platform { get; init; }

    public string? ArtifactType { get; init; }

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Nothing;
}

/// <summary>An image's configuration.</summary>
/// <param name="Platform">For example <c>linux/arm/v7</c>.</param>
/// <param name="Layers">The digests of its layers, unpacked, from the base up.</param>
internal sealed record ImageConfiguration(string Platform, IReadOnlyList<string> Layers)
{
    /// <value>As written; often a fixed moment.</value>
    public string? Created { get; init; }

    /// <value>Empty means root.</value>
    public string User { get; init; } = "";

    public IReadOnlyDictionary<string, string> Labels { get; init; } = Descriptor.Nothing;

    /// <value>What made each step, and whether it left a layer.</value>
    public IReadOnlyList<(string By, bool IsEmpty)> History { get; init; } = [];
}
