using System.Net;
using System.Security.Cryptography;
using Gates.Formats.Dockerfiles;

namespace Gates.Doors.Registry;

/// <summary>
/// The one door to registries: what the OCI distribution specification has for reading. Whatever is addressed by a digest is hashed here, and a registry whose
/// answer has another digest than was asked for, or than it says itself, is named.
/// </summary>
internal sealed class RegistryClient : IDisposable
{
    /// <value>Registries that are spoken to without encryption, separated by commas.</value>
    public const string PlainVariable = "GATES_PLAIN_HTTP_REGISTRIES";

    private readonly SocketsHttpHandler? own;
    private readonly HttpClient client;
    private readonly RegistryLimits limits;
    private readonly RegistryCalls calls;
    private readonly IReadOnlySet<string> plain;

    /// <param name="logins">Who asks.</param>
    /// <param name="handler">Sends the requests and stays the caller's; it must not follow redirects. <see langword="null"/> makes one.</param>
    /// <param name="time">For delays and time-outs.</param>
    /// <param name="variables">Reads an environment variable; <see langword="null"/> for none.</param>
    /// <param name="limits">How patient to be; <see langword="null"/> for the defaults.</param>
    public RegistryClient(
        RegistryLogins logins, HttpMessageHandler? handler, TimeProvider time, Func<string, string?>? variables = null, RegistryLimits? limits = null)
    {
        this.limits = limits ?? new RegistryLimits();
        own = handler is null ? Handler() : null;
        client = new HttpClient(handler ?? own!, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        calls = new RegistryCalls(client, logins, time, this.limits);
        plain = (variables?.Invoke(PlainVariable) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>What a tag or digest names now; without either, <c>latest</c>. The digest of an image wins over its tag.</summary>
    /// <exception cref="RegistryException">It could not be had.</exception>
    public async Task<RegistryManifest> FetchAsync(ImageReference image, CancellationToken cancellationToken) =>
        await FindAsync(image, cancellationToken) ?? throw RegistryFailures.NotFound(Question(image));

    /// <inheritdoc cref="FetchAsync"/>
    /// <returns><see langword="null"/> when the registry has none.</returns>
    public async Task<RegistryManifest?> FindAsync(ImageReference image, CancellationToken cancellationToken)
    {
        var question = Question(image);
        return await calls.FindAsync(question, cancellationToken) is { } answer ? Read(question, answer, Checked(question, answer, image.Digest)) : null;
    }

    /// <summary>What an index lists.</summary>
    /// <exception cref="RegistryException">It could not be had.</exception>
    public async Task<RegistryManifest> FetchAsync(ImageReference image, Descriptor part, CancellationToken cancellationToken)
    {
        var question = Question(image with { Tag = null, Digest = part.Digest });
        var answer = await calls.FindAsync(question, cancellationToken)
            ?? throw RegistryFailures.Fault(RegistryFault.NotFound, question, "its list names this image, which it does not have");
        Measure(question, answer.Body, part);
        return Read(question, answer, Checked(question, answer, part.Digest));
    }

    /// <summary>The configuration of one image.</summary>
    /// <exception cref="RegistryException">It could not be had.</exception>
    public async Task<ImageConfiguration> FetchConfigurationAsync(ImageReference image, Descriptor config, CancellationToken cancellationToken)
    {
        var where = Validated(image);
        var question = new RegistryQuestion(
            RegistryHost.Of(where.Domain, plain), where.Path, "blobs/" + config.Digest, $"the configuration {config.Digest} of {where}", limits.MaxBlob);
        if (config.Size > limits.MaxBlob)
        {
            throw RegistryFailures.Fault(RegistryFault.TooLarge, question, FormattableString.Invariant($"it has {config.Size} bytes"));
        }

        var answer = await calls.FindAsync(question, cancellationToken) ?? throw RegistryFailures.NotFound(question);
        Measure(question, answer.Body, config);
        Compare(question, config.Digest, answer.Body, "it was asked for");
        return Understood(question, () => ManifestReader.ReadConfiguration(answer.Body));
    }

    /// <summary>
    /// What says of itself that it is attached to an image: by the registry's own list, else by the tag that stands in for one.
    /// </summary>
    /// <exception cref="RegistryException">It could not be had.</exception>
    public async Task<(IReadOnlyList<Descriptor> Attached, bool ByTag)> FetchReferrersAsync(
        ImageReference image, string digest, CancellationToken cancellationToken)
    {
        var where = Validated(image with { Tag = null, Digest = digest });
        var question = new RegistryQuestion(
            RegistryHost.Of(where.Domain, plain), where.Path, "referrers/" + digest, $"what is attached to {where}", limits.MaxManifest)
        { Accept = ManifestReader.Accept };
        if (await ListAsync(question, cancellationToken) is { } listed)
        {
            return (listed, false);
        }

        var tag = await FindAsync(where with { Tag = TagOf(digest), Digest = null }, cancellationToken);
        return (tag?.Manifests ?? [], true);
    }

    /// <summary>The tag that stands for a digest where a registry has no list: <c>sha256-…</c>, and cosign's with an ending.</summary>
    public static string TagOf(string digest, string ending = "") => digest.Replace(':', '-') + ending;

    public void Dispose()
    {
        client.Dispose();
        own?.Dispose();
    }

    private static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };

    private async Task<IReadOnlyList<Descriptor>?> ListAsync(RegistryQuestion question, CancellationToken cancellationToken)
    {
        var all = new List<Descriptor>();
        for (var page = 1; page <= limits.MaxPages; page++)
        {
            RegistryAnswer? answer;
            try
            {
                answer = await calls.FindAsync(question, cancellationToken);
            }
            catch (RegistryException e) when (page == 1 && e.Fault == RegistryFault.NotRegistry)
            {
                // Before the specification had the list, registries answered as they liked.
                return null;
            }

            if (answer is null || (page == 1 && !ManifestReader.IsIndexType(answer.MediaType)))
            {
                return page == 1 ? null : throw RegistryFailures.NotFound(question);
            }

            var list = Understood(question, () => ManifestReader.Read(answer.Body, answer.MediaType, ""));
            all.AddRange(list.Manifests);
            if (answer.Next is null)
            {
                return all;
            }

            question = question with { Path = answer.Next };
        }

        throw RegistryFailures.Fault(RegistryFault.TooLarge, question, $"its list has more than {limits.MaxPages} pages");
    }

    private RegistryQuestion Question(ImageReference image)
    {
        var where = Validated(image);
        return new RegistryQuestion(
            RegistryHost.Of(where.Domain, plain), where.Path, "manifests/" + (where.Digest ?? where.Tag ?? "latest"), where.ToString(), limits.MaxManifest)
        { Accept = ManifestReader.Accept };
    }

    /// <summary>Nothing that is no name reaches an address.</summary>
    private static ImageReference Validated(ImageReference image)
    {
        var where = ImageReference.TryParse(image.ToString(), out var parsed, out var reason) ? parsed : throw new FormatException(reason);
        return where.Digest is null || ManifestReader.IsDigest(where.Digest) ? where : throw new FormatException("the digest is none that registries have");
    }

    private static RegistryManifest Read(RegistryQuestion question, RegistryAnswer answer, string digest) =>
        Understood(question, () => ManifestReader.Read(answer.Body, answer.MediaType, digest));

    private static T Understood<T>(RegistryQuestion question, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw RegistryFailures.Fault(RegistryFault.Unsupported, question, $"what it has cannot be used: {e.Message}");
        }
    }

    /// <returns>The digest of the bytes, in the algorithm that was asked for.</returns>
    private static string Checked(RegistryQuestion question, RegistryAnswer answer, string? asked)
    {
        if (asked is not null)
        {
            Compare(question, asked, answer.Body, "it was asked for");
        }

        if (ManifestReader.IsDigest(answer.Digest))
        {
            Compare(question, answer.Digest!, answer.Body, "its header says");
        }

        return asked ?? (ManifestReader.IsDigest(answer.Digest) ? answer.Digest! : DigestOf(answer.Body, "sha256"));
    }

    private static void Measure(RegistryQuestion question, byte[] body, Descriptor descriptor)
    {
        if (body.Length != descriptor.Size)
        {
            throw RegistryFailures.Fault(
                RegistryFault.Lies,
                question,
                FormattableString.Invariant(
                    $"its answer has {body.Length} bytes, and {descriptor.Size} by what names it; the registry, or somebody before it, lies"));
        }
    }

    private static void Compare(RegistryQuestion question, string wanted, byte[] body, string by)
    {
        var computed = DigestOf(body, wanted[..wanted.IndexOf(':', StringComparison.Ordinal)]);
        if (computed != wanted)
        {
            throw RegistryFailures.Fault(
                RegistryFault.Lies,
                question,
                $"its answer has the digest {computed}, and {by} {wanted}; the registry, or somebody before it, lies");
        }
    }

    private static string DigestOf(byte[] body, string algorithm) => algorithm + ":" + Convert.ToHexStringLower(algorithm switch
    {
        "sha256" => SHA256.HashData(body),
        "sha384" => SHA384.HashData(body),
        _ => SHA512.HashData(body),
    });
}
