using Gates.Doors.Registry;
using Gates.Formats.Dockerfiles;

namespace Gates.Pipeline.Facts.Images;

/// <summary>Asks a registry everything about one image, by digest once its name is resolved.</summary>
internal sealed class ImageReader(RegistryClient client)
{
    private const int MaxPlatforms = 64;
    private const int AtATime = 4;

    /// <value>Marks what BuildKit keeps in an index beside the images.</value>
    private const string BuildKitKind = "vnd.docker.reference.type";
    private const string BuildKitSubject = "vnd.docker.reference.digest";

    private static readonly string[] CosignEndings = [".sig", ".att", ".sbom"];

    /// <exception cref="RegistryException">Something could not be had.</exception>
    public async Task<SeenImage> ReadAsync(ImageReference image, CancellationToken cancellationToken)
    {
        var manifest = await client.FetchAsync(image, cancellationToken);
        var statements = manifest.Manifests.Where(one => one.Annotations.ContainsKey(BuildKitKind)).ToList();
        var parts = manifest.Manifests.Except(statements).ToList();
        if (parts.Count > MaxPlatforms || statements.Count > MaxPlatforms)
        {
            throw new RegistryException(RegistryFault.TooLarge, $"{image}: its list has more than {MaxPlatforms} images");
        }

        var platforms = manifest.IsIndex
            ? await AllAsync(parts, (part, token) => PlatformAsync(image, part, token), cancellationToken)
            : [await PlatformAsync(image, manifest, null, cancellationToken)];
        var attached = new List<Attachment>();
        attached.AddRange((await AllAsync(statements, (one, token) => BuildKitAsync(image, one, token), cancellationToken)).SelectMany(all => all));
        attached.AddRange(await ReferrersAsync(image, manifest.Digest, cancellationToken));
        attached.AddRange(
            (await AllAsync(CosignEndings, (ending, token) => CosignAsync(image, manifest.Digest, ending, token), cancellationToken)).SelectMany(all => all));
        return new SeenImage(manifest, [.. platforms.OfType<ImagePlatform>()], attached);
    }

    private static async Task<IReadOnlyList<TResult>> AllAsync<T, TResult>(
        IReadOnlyList<T> all, Func<T, CancellationToken, Task<TResult>> ask, CancellationToken cancellationToken)
    {
        var answers = new TResult[all.Count];
        await Parallel.ForAsync(
            0,
            all.Count,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken },
            async (i, token) => answers[i] = await ask(all[i], token));
        return answers;
    }

    private async Task<ImagePlatform?> PlatformAsync(ImageReference image, Descriptor part, CancellationToken cancellationToken)
    {
        var manifest = await client.FetchAsync(image, part, cancellationToken);
        return manifest.IsIndex
            ? throw new RegistryException(RegistryFault.Unsupported, $"{image}: its list holds another list, {part.Digest}")
            : await PlatformAsync(image, manifest, part.Platform, cancellationToken);
    }

    /// <returns><see langword="null"/> for what is no container image, such as a Helm chart.</returns>
    private async Task<ImagePlatform?> PlatformAsync(ImageReference image, RegistryManifest manifest, string? listed, CancellationToken cancellationToken)
    {
        if (manifest.Config is not { } config
            || config.MediaType is not ("application/vnd.oci.image.config.v1+json" or "application/vnd.docker.container.image.v1+json"))
        {
            return null;
        }

        var configuration = await client.FetchConfigurationAsync(image, config, cancellationToken);
        return new ImagePlatform(listed ?? configuration.Platform, manifest.Digest, configuration);
    }

    /// <summary>The statements that BuildKit adds for <c>--sbom</c> and <c>--provenance</c>: a layer each.</summary>
    private async Task<IReadOnlyList<Attachment>> BuildKitAsync(ImageReference image, Descriptor statement, CancellationToken cancellationToken)
    {
        var manifest = await client.FetchAsync(image, statement, cancellationToken);
        var to = statement.Annotations.GetValueOrDefault(BuildKitSubject) ?? "";
        return
        [
            .. from layer in manifest.Layers
               let type = AttachmentKinds.Predicate(layer.Annotations) ?? layer.MediaType
               select new Attachment(AttachmentKinds.Of(type), type, layer.Digest, to, "buildkit"),
        ];
    }

    private async Task<IReadOnlyList<Attachment>> ReferrersAsync(ImageReference image, string digest, CancellationToken cancellationToken)
    {
        var (found, byTag) = await client.FetchReferrersAsync(image, digest, cancellationToken);
        return
        [
            .. from one in found
               let what = AttachmentKinds.Of(one)
               select new Attachment(what.Kind, what.Type, one.Digest, digest, byTag ? "referrers-tag" : "referrer"),
        ];
    }

    /// <summary>What cosign keeps under tags made of the digest: signatures, statements and bills of materials, a layer each.</summary>
    private async Task<IReadOnlyList<Attachment>> CosignAsync(ImageReference image, string digest, string ending, CancellationToken cancellationToken)
    {
        var kept = await client.FindAsync(image with { Tag = RegistryClient.TagOf(digest, ending), Digest = null }, cancellationToken);
        return
        [
            .. from layer in kept?.Layers ?? []
               let type = AttachmentKinds.Predicate(layer.Annotations) ?? layer.MediaType
               select new Attachment(ending == ".sbom" ? AttachmentKinds.Sbom : AttachmentKinds.Of(type), type, layer.Digest, digest, "cosign-tag"),
        ];
    }
}
