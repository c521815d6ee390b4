using System.Buffers;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Gates.Doors.ObjectStore;

/// <summary>The one door to a store that speaks S3.</summary>
internal sealed class ArchiveStore : IDisposable
{
    private readonly HttpClient http;
    private readonly AmazonS3Client client;

    private ArchiveStore(StoreOptions options, HttpClient http, AWSCredentials login)
    {
        Options = options;
        this.http = http;
        client = new AmazonS3Client(login, Configuration(options, http));
    }

    public StoreOptions Options { get; }

    /// <param name="options">Which store.</param>
    /// <param name="variables">Reads an environment variable: see <see cref="StoreLogin"/>.</param>
    /// <param name="cancellationToken">Ends the exchange of a web identity.</param>
    /// <exception cref="StoreException">There is no login.</exception>
    public static async Task<ArchiveStore> OpenAsync(StoreOptions options, Func<string, string?> variables, CancellationToken cancellationToken)
    {
#pragma warning disable CA2000 // The client disposes of its handlers.
        var connection = new HttpClient(new StoreHandler(StoreHandler.Connections())) { Timeout = options.Timeout };
#pragma warning restore CA2000
        try
        {
            return new ArchiveStore(options, connection, await StoreLogin.ReadAsync(variables, options.Region, connection, cancellationToken));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Asks whether the bucket can hold objects against everyone.</summary>
    /// <returns><see langword="false"/> also for a service that knows no such thing.</returns>
    /// <exception cref="StoreException">There is no answer.</exception>
    public Task<bool> CanHoldAsync(CancellationToken cancellationToken) => AskAsync("ask for its object lock", async () =>
    {
        try
        {
            var answer = await client.GetObjectLockConfigurationAsync(new GetObjectLockConfigurationRequest { BucketName = Options.Bucket }, cancellationToken);
            return answer.ObjectLockConfiguration?.ObjectLockEnabled == ObjectLockEnabled.Enabled;
        }
        catch (AmazonServiceException e) when (StoreFailures.IsMissing(e)
            || e.ErrorCode is "ObjectLockConfigurationNotFoundError" or "NotImplemented" or "MethodNotAllowed" or "XNotImplemented")
        {
            return false;
        }
    }, cancellationToken);

    /// <returns><see langword="null"/> when there is no such object.</returns>
    /// <exception cref="StoreException">There is no answer.</exception>
    public Task<StoredObject?> FindAsync(string name, CancellationToken cancellationToken) => AskAsync($"look for {name}", async () =>
    {
        try
        {
            var head = await client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = Options.Bucket, Key = Key(name) }, cancellationToken);
            return new StoredObject(name, head.ContentLength)
            {
                Version = head.VersionId is { Length: > 0 } version && version != "null" ? version : null,
                HeldUntil = head.ObjectLockMode == ObjectLockMode.Compliance && head.ObjectLockRetainUntilDate is { } until
                    ? new DateTimeOffset(until.ToUniversalTime(), TimeSpan.Zero)
                    : null,
                IsKmsEncrypted = head.ServerSideEncryptionMethod == ServerSideEncryptionMethod.AWSKMS,
                KmsKey = head.ServerSideEncryptionKeyManagementServiceKeyId is { Length: > 0 } key ? key : null,
            };
        }
        catch (AmazonServiceException e) when (StoreFailures.IsMissing(e))
        {
            // A question without a body is refused without one: whether it is the bucket that is missing, a list says.
            return await IsBucketThereAsync(cancellationToken) ? (StoredObject?)null : throw StoreFailures.Of(e, Options, $"look for {name}");
        }
    }, cancellationToken);

    /// <summary>Sends an object, in parts if it is long; parts of an earlier attempt that are the same are not sent again.</summary>
    /// <param name="upload">What is sent.</param>
    /// <param name="cancellationToken">Stops; parts that were sent stay, for the next attempt.</param>
    /// <returns>How many parts there were, and how many of them were there already.</returns>
    /// <exception cref="StoreException">The store does not take it.</exception>
    public Task<(int Parts, int Resumed)> PutAsync(StoreUpload upload, CancellationToken cancellationToken) =>
        AskAsync($"write {upload.Name}", () => new PartSender(client, Options, Key(upload.Name)).SendAsync(upload, cancellationToken), cancellationToken);

    /// <summary>Holds a version against everyone until a day, the account's owner included.</summary>
    /// <exception cref="StoreException">The store does not do that.</exception>
    public Task HoldAsync(StoredObject stored, DateTimeOffset until, CancellationToken cancellationToken) => AskAsync(
        $"hold {stored.Name}",
        () => client.PutObjectRetentionAsync(
            new PutObjectRetentionRequest
            {
                BucketName = Options.Bucket,
                Key = Key(stored.Name),
                VersionId = stored.Version,
                Retention = new ObjectLockRetention { Mode = ObjectLockRetentionMode.Compliance, RetainUntilDate = until.UtcDateTime },
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Reads an object's content.</summary>
    /// <param name="name">The object.</param>
    /// <param name="version">Which version; <see langword="null"/>: the newest.</param>
    /// <param name="size">How long it is to be; one byte more, or less, is an error.</param>
    /// <param name="output">Gets the content.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreException">It is not there, or not all of it comes.</exception>
    public Task ReadAsync(string name, string? version, long size, Stream output, CancellationToken cancellationToken) => AskAsync($"read {name}", async () =>
    {
        using var answer = await client.GetObjectAsync(
            new GetObjectRequest { BucketName = Options.Bucket, Key = Key(name), VersionId = version }, cancellationToken);
        await using var content = answer.ResponseStream;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            var left = size;
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0; left -= read)
            {
                if (read > left)
                {
                    throw new StoreException(StoreFault.TooMuch, FormattableString.Invariant($"more comes than the {size} bytes that it is to have"));
                }

                Write(output, buffer.AsSpan(0, read));
            }

            return left == 0
                ? true
                : throw new StoreException(StoreFault.Failed, FormattableString.Invariant($"{left} of {size} bytes are missing at its end"));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }, cancellationToken);

    /// <summary>The objects below the store's prefix, by their names.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="StoreException">There is no answer, or there are more.</exception>
    public Task<IReadOnlyList<StoredObject>> ListAsync(int limit, CancellationToken cancellationToken) => AskAsync("list its objects", async () =>
    {
        var found = new List<StoredObject>();
        var request = new ListObjectsV2Request { BucketName = Options.Bucket, Prefix = Options.Prefix };
        ListObjectsV2Response answer;
        do
        {
            answer = await client.ListObjectsV2Async(request, cancellationToken);
            found.AddRange((answer.S3Objects ?? []).Where(one => one.Key.StartsWith(Options.Prefix, StringComparison.Ordinal))
                .Select(one => new StoredObject(one.Key[Options.Prefix.Length..], one.Size ?? 0)));
            if (found.Count > limit)
            {
                throw new StoreException(StoreFault.TooMuch, FormattableString.Invariant($"it has more than {limit} objects below {Options.Address}"));
            }

            request.ContinuationToken = answer.NextContinuationToken;
        }
        while (answer.IsTruncated == true && answer.NextContinuationToken is { Length: > 0 });

        return (IReadOnlyList<StoredObject>)[.. found.OrderBy(one => one.Name, StringComparer.Ordinal)];
    }, cancellationToken);

    public void Dispose()
    {
        client.Dispose();
        http.Dispose();
    }

    private static AmazonS3Config Configuration(StoreOptions options, HttpClient http)
    {
        var configuration = new AmazonS3Config
        {
            HttpClientFactory = new StoreClients(http),
            IgnoreConfiguredEndpointUrls = true,
            MaxErrorRetry = options.Retries,
            RetryMode = RequestRetryMode.Standard,
            DefaultConfigurationMode = DefaultConfigurationMode.Standard,
            AuthenticationRegion = options.Region,

            // Older stores know no checksums in trailers. What is sent is signed with its digest, and what comes back is compared with ours.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
        {
            configuration.ServiceURL = endpoint.AbsoluteUri;
            configuration.ForcePathStyle = true;
        }
        else
        {
            configuration.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }

        return configuration;
    }

    /// <summary>What fails on our side, such as a full disk, is not the store's fault.</summary>
    private static void Write(Stream output, ReadOnlySpan<byte> bytes)
    {
        try
        {
            output.Write(bytes);
        }
        catch (IOException e)
        {
            throw new UnwrittenException(e);
        }
    }

    private string Key(string name) => Options.Prefix + name;

    private async Task<bool> IsBucketThereAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Options.Bucket, Prefix = Options.Prefix, MaxKeys = 1 }, cancellationToken);
            return true;
        }
        catch (AmazonServiceException e) when (e.ErrorCode == "NoSuchBucket")
        {
            return false;
        }
    }

    private async Task<T> AskAsync<T>(string what, Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (UnwrittenException e)
        {
            throw e.InnerException!;
        }
        catch (Exception e) when (StoreFailures.IsKnown(e) && !cancellationToken.IsCancellationRequested)
        {
            throw StoreFailures.Of(e, Options, what);
        }
    }

    private sealed class UnwrittenException(IOException inner) : Exception(inner.Message, inner);
}
