using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Gates.Formats.Archives;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Streams;

namespace Gates.BuiltIn.HermeticBuild.Proof;

/// <summary>Reads an archive of files as it comes: their digests, and the contents of those that are asked for. Nothing is unpacked.</summary>
/// <param name="limits">How much of it is taken.</param>
/// <param name="day">Finds the day of the build; <see langword="null"/> when that proves nothing.</param>
internal sealed class LayerReader(TarLimits limits, DayFinder? day)
{
    private const int MaxContent = 1 << 20;
    private const int Buffer = 128 << 10;

    /// <param name="name">What the layer is called.</param>
    /// <param name="stream">The archive, compressed or not.</param>
    /// <param name="isCompressed">Whether it is, with gzip.</param>
    /// <param name="wanted">Which files' contents are kept.</param>
    /// <param name="kept">Takes them, of each at most its first MiB.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="EvaluationException">It is no archive, or more than is taken.</exception>
    public async Task<BuiltLayer> ReadAsync(
        string name, Stream stream, bool isCompressed, Predicate<string>? wanted, Action<string, byte[]>? kept, CancellationToken cancellationToken)
    {
        try
        {
            await using var plain = isCompressed ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : stream;
            await using var hashed = new HashedStream(plain);
            var reader = new TarReader(hashed, limits);
            var files = new Dictionary<string, FileState>(StringComparer.Ordinal);
            while (await reader.NextAsync(cancellationToken) is { } entry)
            {
                var content = wanted?.Invoke(entry.Name) == true ? new MemoryStream() : null;
                var state = entry.Kind == TarKind.File ? await HashAsync(entry, reader.Content, content, cancellationToken) : new FileState(entry, "", false);
                files[entry.Name] = state;
                if (content is not null)
                {
                    kept?.Invoke(entry.Name, content.ToArray());
                }
            }

            return new BuiltLayer(name, await hashed.DigestAsync(limits.MaxBytes, cancellationToken), files);
        }
        catch (Exception e) when (e is TarException or InvalidDataException)
        {
            throw new EvaluationException(
                $"what was built cannot be read: its archive {(e is TarException ? e.Message : "is damaged")}; nothing is known of it", e);
        }
    }

    private async Task<FileState> HashAsync(TarEntry entry, Stream content, MemoryStream? kept, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Buffer);
        try
        {
            var (hasDay, carried, read) = (false, 0, 0);
            while ((read = await content.ReadAsync(buffer.AsMemory(carried, Buffer - carried), cancellationToken)) > 0)
            {
                hash.AppendData(buffer.AsSpan(carried, read));
                if (kept is not null && kept.Length < MaxContent)
                {
                    await kept.WriteAsync(buffer.AsMemory(carried, (int)Math.Min(read, MaxContent - kept.Length)), cancellationToken);
                }

                // The end of a piece is looked at again with the next: a day may stand across both.
                var seen = buffer.AsSpan(0, carried + read);
                hasDay = hasDay || day?.IsIn(seen) == true;
                carried = day is null || hasDay ? 0 : Math.Min(DayFinder.MaxLength, seen.Length);
                seen[^carried..].CopyTo(buffer);
            }

            return new FileState(entry, Convert.ToHexStringLower(hash.GetHashAndReset()), hasDay);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Hashes what is read of a stream.</summary>
    private sealed class HashedStream(Stream inner) : AsyncForwardStream
    {
        private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        /// <summary>The digest of all of it, what comes behind the archive's end included.</summary>
        public async Task<string> DigestAsync(long most, CancellationToken cancellationToken)
        {
            var rest = new byte[Buffer];
            for (int read; (read = await ReadAsync(rest, cancellationToken)) > 0;)
            {
                most -= read;
                if (most < 0)
                {
                    throw new TarException("goes on behind its end");
                }
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            hash.AppendData(buffer.Span[..read]);
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                hash.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
