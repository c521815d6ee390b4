using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Gates.Formats.Foundation;

namespace Gates.Doors.ObjectStore;

/// <summary>
/// Sends one object. What is long goes up in parts, of which the store remembers those that it got: an attempt that broke off goes on where it broke, and
/// what is remembered is only ever read from the store.
/// </summary>
internal sealed class PartSender(IAmazonS3 client, StoreOptions store, string key)
{
    /// <value>S3 takes 10,000 parts.</value>
    private const int MaxParts = 9_000;

    public async Task<(int Parts, int Resumed)> SendAsync(StoreUpload upload, CancellationToken cancellationToken)
    {
        await using var content = upload.Open();
        if (upload.Length <= store.PartSize)
        {
            var bytes = await NextAsync(content, upload.Length, cancellationToken);
            await PutAsync(bytes, upload.HoldUntil, cancellationToken);
            return (1, 0);
        }

        var size = PartSize(upload.Length);
        var id = await BegunAsync(cancellationToken);
        var sent = id is null ? [] : await SentAsync(id, cancellationToken);
        id ??= await BeginAsync(upload.HoldUntil, cancellationToken);
        var parts = new List<PartETag>();
        var resumed = 0;
        for (var left = upload.Length; left > 0; left -= Math.Min(left, size))
        {
            var bytes = await NextAsync(content, Math.Min(left, size), cancellationToken);
            var number = parts.Count + 1;
            if (sent.TryGetValue(number, out var there) && there.Size == bytes.Length && there.Tag == Md5(bytes).Hex)
            {
                parts.Add(new PartETag(number, there.Tag));
                resumed++;
                continue;
            }

            parts.Add(new PartETag(number, await SendPartAsync(id, number, bytes, cancellationToken)));
        }

        await client.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest { BucketName = store.Bucket, Key = key, UploadId = id, PartETags = parts }, cancellationToken);
        return (parts.Count, resumed);
    }

    private long PartSize(long length) => Math.Max(store.PartSize, (((length / MaxParts) >> 20) + 1) << 20);

    private static async Task<byte[]> NextAsync(Stream content, long length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        try
        {
            await content.ReadExactlyAsync(bytes, cancellationToken);
            return bytes;
        }
        catch (IOException e)
        {
            throw new UsageException($"the file that is sent changed meanwhile, or cannot be read: {e.Message}");
        }
    }

    private async Task PutAsync(byte[] bytes, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = store.Bucket,
            Key = key,
            InputStream = new MemoryStream(bytes, writable: false),
            UseChunkEncoding = false,
            ContentType = "application/octet-stream",

            // Demanded of whatever is to be held.
            MD5Digest = Md5(bytes).Base64,
            ServerSideEncryptionMethod = Encryption,
            ServerSideEncryptionKeyManagementServiceKeyId = store.KmsKey,
        };
        if (until is { } day)
        {
            request.ObjectLockMode = ObjectLockMode.Compliance;
            request.ObjectLockRetainUntilDate = day.UtcDateTime;
        }

        await HeldAsync(until, () => client.PutObjectAsync(request, cancellationToken));
    }

    private async Task<string> BeginAsync(DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var request = new InitiateMultipartUploadRequest
        {
            BucketName = store.Bucket,
            Key = key,
            ContentType = "application/octet-stream",
            ServerSideEncryptionMethod = Encryption,
            ServerSideEncryptionKeyManagementServiceKeyId = store.KmsKey,
        };
        if (until is { } day)
        {
            request.ObjectLockMode = ObjectLockMode.Compliance;
            request.ObjectLockRetainUntilDate = day.UtcDateTime;
        }

        return (await HeldAsync(until, () => client.InitiateMultipartUploadAsync(request, cancellationToken))).UploadId;
    }

    private static async Task<T> HeldAsync<T>(DateTimeOffset? until, Func<Task<T>> send)
    {
        try
        {
            return await send();
        }
        catch (AmazonServiceException e) when (until is not null
            && (int)e.StatusCode is 400 or 403
            && e.ErrorCode is "AccessDenied" or "InvalidRequest" or "InvalidArgument")
        {
            throw new StoreException(
                StoreFault.HoldRefused,
                $"the store refuses it with an object lock in compliance mode ({e.ErrorCode}): the login needs s3:PutObjectRetention; "
                    + "or say --no-lock, and whoever may delete there can take it away",
                e);
        }
    }

    private async Task<string> SendPartAsync(string id, int number, byte[] bytes, CancellationToken cancellationToken)
    {
        var answer = await client.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = store.Bucket,
                Key = key,
                UploadId = id,
                PartNumber = number,
                PartSize = bytes.Length,
                InputStream = new MemoryStream(bytes, writable: false),
                UseChunkEncoding = false,
                MD5Digest = Md5(bytes).Base64,
            },
            cancellationToken);
        return answer.ETag;
    }

    /// <summary>An upload of this key that began and did not end; of several the newest.</summary>
    private async Task<string?> BegunAsync(CancellationToken cancellationToken)
    {
        var answer = await client.ListMultipartUploadsAsync(
            new ListMultipartUploadsRequest { BucketName = store.Bucket, Prefix = key }, cancellationToken);
        return (answer.MultipartUploads ?? []).Where(one => one.Key == key).OrderBy(one => one.Initiated).LastOrDefault()?.UploadId;
    }

    private async Task<Dictionary<int, (long Size, string Tag)>> SentAsync(string id, CancellationToken cancellationToken)
    {
        var sent = new Dictionary<int, (long, string)>();
        var request = new ListPartsRequest { BucketName = store.Bucket, Key = key, UploadId = id };
        ListPartsResponse answer;
        do
        {
            answer = await client.ListPartsAsync(request, cancellationToken);
            foreach (var part in answer.Parts ?? [])
            {
                sent[part.PartNumber ?? 0] = (part.Size ?? 0, part.ETag?.Trim('"') ?? "");
            }

            request.PartNumberMarker = answer.NextPartNumberMarker?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        while (answer.IsTruncated == true && sent.Count <= MaxParts);

        return sent;
    }

    private ServerSideEncryptionMethod? Encryption => store.KmsKey is null ? null : ServerSideEncryptionMethod.AWSKMS;

    private static (string Hex, string Base64) Md5(byte[] bytes)
    {
        // The store's word for what it got, which proves nothing here; SHA-256 of what is read back does.
#pragma warning disable CA5351 // Broken cryptographic algorithm
        var digest = MD5.HashData(bytes);
#pragma warning restore CA5351
        return (Convert.ToHexStringLower(digest), Convert.ToBase64String(digest));
    }
}
