using Gates.Doors.Registry;

namespace Gates.Pipeline.Facts.Images;

/// <summary>What a registry says of an image.</summary>
/// <param name="Manifest">What the name names.</param>
/// <param name="Platforms">The images that it stands for; none for what is no container image.</param>
/// <param name="Attached">What is attached.</param>
internal sealed record SeenImage(RegistryManifest Manifest, IReadOnlyList<ImagePlatform> Platforms, IReadOnlyList<Attachment> Attached);

/// <summary>The image of one platform.</summary>
internal sealed record ImagePlatform(string Platform, string Digest, ImageConfiguration Configuration);

/// <summary>Something that says of itself that it is attached to an image. Nobody checked what it says.</summary>
/// <param name="Kind"><c>sbom</c>, <c>signature</c>, <c>provenance</c> or <c>other</c>.</param>
/// <param name="Type">Its media type, or its predicate's.</param>
/// <param name="Digest">Its own digest.</param>
/// <param name="To">The digest of what it is attached to.</param>
/// <param name="By">How it was found: <c>referrer</c>, <c>referrers-tag</c>, <c>cosign-tag</c> or <c>buildkit</c>.</param>
internal sealed record Attachment(string Kind, string Type, string Digest, string To, string By);
