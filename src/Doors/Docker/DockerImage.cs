namespace Gates.Doors.Docker;

/// <summary>An image as the engine has it.</summary>
/// <param name="Id">The digest of its configuration, which names exactly this image.</param>
/// <param name="Digests">
/// Names with the digests under which registries have it, for example <c>alpine@sha256:…</c>; none for an image that was built here.
/// </param>
/// <param name="User">As whom it runs; empty for root.</param>
/// <param name="Entrypoint">What it starts; empty when the command is started itself.</param>
/// <param name="Labels">What its maker says about it.</param>
/// <param name="Size">Of all its layers, in bytes.</param>
internal sealed record DockerImage(
    string Id,
    IReadOnlyList<string> Digests,
    string User,
    IReadOnlyList<string> Entrypoint,
    IReadOnlyDictionary<string, string> Labels,
    long Size)
{
    /// <value>The digests of its layers' content, from the base upward.</value>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <value>What <c>ONBUILD</c> makes every image do that is built on it.</value>
    public IReadOnlyList<string> Triggers { get; init; } = [];

    public string OperatingSystem { get; init; } = "";
}

/// <summary>Which engine answers.</summary>
/// <param name="Engine">Its own version, for example <c>28.2.2</c>.</param>
/// <param name="Api">The newest version of the API that it speaks.</param>
/// <param name="OperatingSystem">For example <c>linux</c>.</param>
/// <param name="Architecture">For example <c>amd64</c>.</param>
internal sealed record DockerVersion(string Engine, Version Api, string OperatingSystem, string Architecture)
{
    /// <value>Whether it is Podman, whose builder is Buildah.</value>
    public bool IsPodman { get; init; }
}
