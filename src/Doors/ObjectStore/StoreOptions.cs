using System.Text.RegularExpressions;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.Doors.ObjectStore;

/// <summary>A bucket of a service that speaks S3, and how to speak to it.</summary>
/// <param name="Bucket">Its name.</param>
/// <param name="Prefix">Stands before every key: empty, or ends with a slash.</param>
internal sealed partial record StoreOptions(string Bucket, string Prefix)
{
    private const string Scheme = "s3://";

    /// <value>Where the service is; <see langword="null"/>: Amazon's, in the region.</value>
    public Uri? Endpoint { get; init; }

    /// <value>Requests are signed for it; stores of one region take any.</value>
    public string Region { get; init; } = "us-east-1";

    /// <value>The store encrypts with this key of its key service (SSE-KMS); <see langword="null"/>: as the bucket says.</value>
    public string? KmsKey { get; init; }

    /// <value>Bytes of a part, and the longest object that goes up in one piece. S3 takes no less than 5 MiB for any but the last.</value>
    public long PartSize { get; init; } = 8 << 20;

    /// <value>How often a request is repeated that the store could not serve.</value>
    public int Retries { get; init; } = 4;

    /// <value>For one request.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <value>As people write it: <c>s3://bucket/prefix</c>.</value>
    public string Address => $"{Scheme}{Bucket}/{Prefix}".TrimEnd('/');

    /// <param name="address"><c>s3://bucket/prefix</c>.</param>
    /// <param name="option">For messages.</param>
    /// <exception cref="UsageException">It is no such address.</exception>
    public static StoreOptions Parse(string address, string option)
    {
        if (!address.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new UsageException($"{option} {Say.Quote(address)}: a store is named as s3://BUCKET or s3://BUCKET/PREFIX");
        }

        var parts = address[Scheme.Length..].TrimEnd('/').Split('/');
        if (!BucketName().IsMatch(parts[0]) || parts[0].Contains("..", StringComparison.Ordinal))
        {
            throw new UsageException($"{option} {Say.Quote(address)}: a bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens");
        }

        return parts.Skip(1).FirstOrDefault(part => !StoredObject.IsName(part)) is { } wrong
            ? throw new UsageException(
                $"{option}: {Say.Quote(wrong)} cannot stand in a prefix; letters, digits and . _ + @ - can, and no name begins with a dot")
            : new StoreOptions(parts[0], string.Concat(parts.Skip(1).Select(part => part + "/")));
    }

    /// <summary>Where the service is; without encryption only on this machine.</summary>
    /// <exception cref="UsageException">It is no address of a service.</exception>
    public static Uri ParseEndpoint(string text, string option) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { UserInfo: "", Query: "", Fragment: "" }
            && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
                ? uri
                : throw new UsageException(
                    $"{option}: not an address such as https://s3.example.com, without a login in it; http:// is for this machine alone");

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.NonBacktracking)]
    private static partial Regex BucketName();
}
