using System.Buffers;
using System.Security.Cryptography;
using Gates.Doors.Git.Objects;

namespace Gates.Doors.Git.Diffs;

/// <summary>Reads one regular file of the working directory.</summary>
internal static class WorkingFile
{
    private const int ChunkSize = 1 << 17;

    /// <summary>The id that git would give its bytes as they are; empty when it cannot be read.</summary>
    public static string IdOf(FileInfo file, int digits)
    {
        using var hash = ObjectId.Begin("blob", file.Length, digits);
        return TryFeed(file.FullName, file.Length, hash) ? ObjectId.End(hash) : "";
    }

    /// <summary>Its SHA-256 in hex; empty when it cannot be read.</summary>
    public static string Sha256Of(string path)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        return TryFeed(path, new FileInfo(path).Length, hash) ? ObjectId.End(hash) : "";
    }

    /// <summary>All bytes; <see langword="null"/> when it cannot be read.</summary>
    public static byte[]? ReadAll(string path)
    {
        try
        {
            // Pipes and devices have no length, and opening one could wait for ever.
            return new FileInfo(path).Length == 0 ? [] : File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool TryFeed(string path, long size, IncrementalHash hash)
    {
        if (size == 0)
        {
            return true;
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(size, ChunkSize));
        try
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var done = 0L;
            for (int read; done < size
                && (read = RandomAccess.Read(handle, buffer.AsSpan(0, (int)Math.Min(buffer.Length, size - done)), done)) > 0; done += read)
            {
                hash.AppendData(buffer, 0, read);
            }

            // What changes while it is read has no id.
            return done == size;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
