using Gates.Doors.ObjectStore;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Archive;

/// <summary>Puts files into an archive, and looks afterwards whether they are there: sealed, held and whole, as was asked.</summary>
/// <param name="store">Where to.</param>
/// <param name="keys">The newest of them seals; <see langword="null"/>: files are stored as they are.</param>
/// <param name="holdYears">For how long the store is to hold them against everyone; <see langword="null"/>: not at all.</param>
/// <param name="time">Now.</param>
internal sealed class Archiver(ArchiveStore store, ArchiveKeys? keys, int? holdYears, TimeProvider time)
{
    private const int MaxYears = 100;

    public static int DemandYears(int years, string option) =>
        years is >= 1 and <= MaxYears ? years : throw new UsageException(FormattableString.Invariant($"{option} {years}: 1 to {MaxYears} years are possible"));

    /// <param name="name">What the file is to be called in the archive.</param>
    /// <param name="file">The file; must not change meanwhile.</param>
    /// <param name="cancellationToken">Stops; the next attempt goes on from there.</param>
    /// <exception cref="UsageException">It cannot be read, or something else is there under that name.</exception>
    /// <exception cref="EvaluationException">It is not in the archive as it should be.</exception>
    public async Task<Archived> PutAsync(string name, FileInfo file, CancellationToken cancellationToken)
    {
        var (size, sha256) = Digest(file);
        var key = keys?.Newest;
        var header = key is null ? null : new SealedHeader(key.Id, key.Salt(name, sha256), size, name);
        var upload = new StoreUpload(
            name, header?.SealedSize ?? size, () => header is null ? file.OpenRead() : new SealingStream(file.OpenRead(), header, key!))
        {
            HoldUntil = holdYears is { } years ? EvidenceTime.Second(time.GetUtcNow()).AddYears(years) : null,
        };
        var there = await store.FindAsync(name, cancellationToken);
        var sent = ((int Parts, int Resumed)?)null;
        if (there is null)
        {
            sent = await store.PutAsync(upload, cancellationToken);
            there = await store.FindAsync(name, cancellationToken)
                ?? throw Failed($"{name}: the store says that it took the object, and does not have it");
        }

        var content = await ReadBackAsync(there, upload.Length, sha256, sent is null, cancellationToken);
        there = await HoldAsync(there, upload.HoldUntil, cancellationToken);
        if (store.Options.KmsKey is not null && !there.IsKmsEncrypted)
        {
            throw Failed($"{name}: the store was asked to encrypt with a key of its key service (--kms-key), and does not say that it did");
        }

        return new Archived(
            new ArchivedObject(name, size, sha256)
            {
                StoredSize = there.Size,
                StoredSha256 = content.StoredSha256,
                Key = content.KeyId,
                Version = there.Version,
                KmsKey = there.IsKmsEncrypted ? there.KmsKey : null,
                HeldUntil = there.HeldUntil,
                Verified = EvidenceTime.Second(time.GetUtcNow()),
            },
            sent);
    }

    private static (long Size, string Sha256) Digest(FileInfo file)
    {
        try
        {
            using var stream = file.OpenRead();
            var beginning = new byte[SealedHeader.Version.Length + 1];
            if (SealedHeader.IsBeginning(beginning.AsSpan(0, stream.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false))))
            {
                throw new UsageException($"{file.FullName}: is a sealed file of an archive already; `gates archive get` opens one");
            }

            stream.Position = 0;
            return (stream.Length, Sha256Hex.Of(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file.FullName}: cannot be read: {e.Message}");
        }
    }

    /// <summary>An object of a name that was there before may be sealed with an older key: its content counts.</summary>
    private async Task<ArchivedContent> ReadBackAsync(StoredObject there, long size, string sha256, bool wasThere, CancellationToken cancellationToken)
    {
        ArchivedContent? content = null;
        string? problem = null;
        try
        {
            content = there.Size == size ? await new ArchiveReader(store, keys).ReadAsync(there, Stream.Null, cancellationToken) : null;
        }
        catch (EvidenceFormatException e)
        {
            problem = e.Message;
        }

        return content?.Content?.Sha256 == sha256 ? content
            : wasThere
                ? throw new UsageException(
                    $"{store.Options.Address}: {problem ?? $"{there.Name}: another file is there under this name"}; "
                        + "nothing in an archive is overwritten: give the file another name")
                : throw Failed(problem ?? $"{there.Name}: what the store gives back is not what was sent");
    }

    /// <summary>Some stores drop what was asked when a long object began, so that it is asked for again of the whole one.</summary>
    private async Task<StoredObject> HoldAsync(StoredObject stored, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (until is not { } day || stored.HeldUntil > time.GetUtcNow())
        {
            return stored;
        }

        await store.HoldAsync(stored, day, cancellationToken);
        return await store.FindAsync(stored.Name, cancellationToken) is { } held && held.HeldUntil >= day
            ? held
            : throw Failed($"{stored.Name}: is stored, and the store does not hold it in compliance mode, though it says that its bucket can");
    }

    private StoreException Failed(string message) => new(StoreFault.Failed, $"{store.Options.Address}: {message}");
}

/// <summary>What was put into an archive.</summary>
/// <param name="Object">What is there now.</param>
/// <param name="Sent">In how many parts it was sent, and how many of those were there; <see langword="null"/>: all of it was there.</param>
internal sealed record Archived(ArchivedObject Object, (int Parts, int Resumed)? Sent);
