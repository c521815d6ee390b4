namespace Gates.Doors.Registry;

/// <summary>What a registry is asked.</summary>
/// <param name="Host">The registry.</param>
/// <param name="Repository">Within it, for example <c>library/alpine</c>.</param>
/// <param name="Path">Below <c>/v2/</c> and the repository, for example <c>manifests/3.22</c>; may end with a query.</param>
/// <param name="What">For messages, for example <c>docker.io/library/alpine:3.22</c>.</param>
/// <param name="MaxAnswer">In bytes.</param>
internal sealed record RegistryQuestion(RegistryHost Host, string Repository, string Path, string What, int MaxAnswer)
{
    /// <value>The media types that will do.</value>
    public string Accept { get; init; } = "*/*";

    public Uri Address => new(Host.Address, $"v2/{Repository}/{Path}");
}

/// <summary>What a registry answered, whole.</summary>
/// <param name="Body">Its body.</param>
/// <param name="MediaType">As its header says, without parameters; empty without one.</param>
/// <param name="Digest">As the header <c>Docker-Content-Digest</c> says.</param>
/// <param name="Next">Where the rest of a list is, below the registry's address.</param>
internal sealed record RegistryAnswer(byte[] Body, string MediaType, string? Digest, string? Next);
