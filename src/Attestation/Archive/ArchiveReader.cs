using System.Globalization;
using Gates.Doors.Files;
using Gates.Doors.ObjectStore;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Archive;

/// <summary>Reads an archive, and believes nothing of what the store says of it: every object is read whole and digested.</summary>
/// <param name="store">Where it is.</param>
/// <param name="keys">Open what is sealed.</param>
internal sealed class ArchiveReader(ArchiveStore store, ArchiveKeys? keys)
{
    /// <summary>Reads an object.</summary>
    /// <param name="stored">Which.</param>
    /// <param name="output">Gets the content, opened.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="EvidenceFormatException">It cannot be opened.</exception>
    /// <exception cref="EvaluationException">It cannot be read.</exception>
    public async Task<ArchivedContent> ReadAsync(StoredObject stored, Stream output, CancellationToken cancellationToken)
    {
        await using var content = new DigestStream(output);
        await using var opening = new OpeningStream(stored.Name, keys, content);
        await using var whole = new DigestStream(opening);
        await store.ReadAsync(stored.Name, stored.Version, stored.Size, whole, cancellationToken);
        opening.Complete();
        var size = content.Length;
        return new ArchivedContent(whole.Digest(), opening.IsOpened ? (size, content.Digest()) : null, opening.Header?.KeyId);
    }

    /// <summary>Compares an object with what the list says of it.</summary>
    /// <returns>What is wrong with it; <see langword="null"/>: nothing.</returns>
    /// <exception cref="EvaluationException">It cannot be read.</exception>
    public async Task<string?> VerifyAsync(ArchivedObject listed, CancellationToken cancellationToken)
    {
        try
        {
            return await CheckAsync(listed, Stream.Null, cancellationToken);
        }
        catch (EvidenceFormatException e)
        {
            return e.Message;
        }
        catch (StoreException e) when (e.Fault is StoreFault.ObjectMissing)
        {
            return $"{listed.Name}: is in the list, and not in the archive";
        }
    }

    /// <summary>Writes an object's content to a file of that name, once it is proven to be what the list says.</summary>
    /// <param name="listed">Which, and what it must be.</param>
    /// <param name="folder">Where to; nothing there is overwritten.</param>
    /// <param name="cancellationToken">Stops, and leaves nothing.</param>
    /// <returns>The file.</returns>
    /// <exception cref="RefusedEvidenceException">It is not what the list says; no file was written.</exception>
    /// <exception cref="EvaluationException">It cannot be read, or not be written.</exception>
    public async Task<string> GetAsync(ArchivedObject listed, DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder.FullName, listed.Name[(listed.Name.LastIndexOf('/') + 1)..]);
        if (Path.Exists(file) || new FileInfo(file).LinkTarget is not null)
        {
            throw new UsageException($"{file}: is there already, and nothing is overwritten");
        }

        var draft = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            folder.Create();
            await using (var output = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                if (await CheckAsync(listed, output, cancellationToken) is { } problem)
                {
                    throw new EvidenceFormatException(problem);
                }

                await output.FlushAsync(cancellationToken);
                RandomAccess.FlushToDisk(output.SafeFileHandle);
            }

            File.Move(draft, file, overwrite: false);
            return file;
        }
        catch (EvidenceFormatException e)
        {
            throw new RefusedEvidenceException($"{e.Message}\nNothing was written.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{file}: cannot be written: {e.Message}");
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private async Task<string?> CheckAsync(ArchivedObject listed, Stream output, CancellationToken cancellationToken)
    {
        if (listed.Key is not null && keys is null && output != Stream.Null)
        {
            throw new UsageException(
                $"{listed.Name} is sealed with the key {listed.Key}: give --key FILE, or set {ArchiveKeys.FileVariable} or {ArchiveKeys.Variable}");
        }

        var read = await ReadAsync(
            new StoredObject(listed.Name, listed.StoredSize) { Version = listed.Version }, output, cancellationToken);
        return read.StoredSha256 != listed.StoredSha256 ? Differs("what is stored has", listed.StoredSha256, read.StoredSha256)
            : read.KeyId != listed.Key ? $"{listed.Name}: sealed with {read.KeyId ?? "no key"}, and the list says {listed.Key ?? "no key"}"
            : read.Content is { } content && content != (listed.Size, listed.Sha256) ? Differs("its content has", listed.Sha256, content.Sha256)
            : null;

        string Differs(string what, string expected, string found) => string.Create(
            CultureInfo.InvariantCulture, $"{listed.Name}: {what} another SHA-256 than the list says: expected {expected}, found {found}");
    }
}

/// <summary>What was read of an object.</summary>
/// <param name="StoredSha256">Of what is stored.</param>
/// <param name="Content">Of the content; <see langword="null"/> when it is sealed and there is no key.</param>
/// <param name="KeyId">Which key sealed it; <see langword="null"/>: none did.</param>
internal sealed record ArchivedContent(string StoredSha256, (long Size, string Sha256)? Content, string? KeyId);
