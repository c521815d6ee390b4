using System.Buffers.Binary;
using System.Security.Cryptography;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Private;

/// <summary>
/// Copies an index (gitformat-index(5)) with its entries alone. What else is in one are answers prepared for git: which folders are unchanged, which files are
/// untracked. They are left out, and so is the mark that a file is to be taken for unchanged.
/// </summary>
internal static class GitIndexFile
{
    private const int Limit = 1_000_000_000;
    private const int HeaderLength = 12;
    private const int StatLength = 40;
    private const ushort AssumedUnchanged = 0x8000;
    private const ushort Extended = 0x4000;
    private const ushort NameLength = 0x0FFF;

    /// <param name="source">The index.</param>
    /// <param name="target">The copy.</param>
    /// <param name="idLength">The bytes of an object's id.</param>
    /// <exception cref="EvaluationException">It is damaged, or of a kind that cannot be copied.</exception>
    public static void Copy(string source, string target, int idLength)
    {
        if (!File.Exists(source))
        {
            File.Delete(target);
            return;
        }

        // git compares the files' times with that of the index; a copy that looks younger would hide an edit of the same moment.
        var time = File.GetLastWriteTimeUtc(source);
        if (SmallFile.Bytes(source, Limit) is not { Length: > 0 } index)
        {
            throw Damaged(source, "it is empty");
        }

        var copied = Entries(index, source, idLength);
        var extensions = Extensions(index.AsSpan(copied..^idLength), source);
        var draft = target + ".new";
        using (var file = new FileStream(draft, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 }))
        {
            file.Write(index, 0, copied);
            file.Write(extensions);
            file.Write(new byte[idLength]);
        }

        File.SetLastWriteTimeUtc(draft, time);
        File.Move(draft, target, overwrite: true);
    }

    /// <returns>Where the entries end.</returns>
    private static int Entries(byte[] index, string source, int idLength)
    {
        var bytes = index.AsSpan();
        if (bytes.Length < HeaderLength + idLength || !bytes.StartsWith("DIRC"u8))
        {
            throw Damaged(source, "it does not begin with DIRC");
        }

        var checksum = bytes[^idLength..];
        if (checksum.ContainsAnyExcept((byte)0) && !checksum.SequenceEqual(Hash(bytes[..^idLength], idLength)))
        {
            throw Damaged(source, "its checksum does not fit");
        }

        var (version, count) = (BinaryPrimitives.ReadInt32BigEndian(bytes[4..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[8..]));
        if (version is < 2 or > 4)
        {
            throw Damaged(source, FormattableString.Invariant($"its version is {version}, and 2 to 4 are known"));
        }

        var position = HeaderLength;
        for (var entry = 0u; entry < count; entry++)
        {
            position = Entry(bytes[..^idLength], position, version, idLength) is { } next ? next : throw Damaged(source, "an entry runs over its end");
        }

        return position;
    }

    private static int? Entry(Span<byte> bytes, int start, int version, int idLength)
    {
        var flagsAt = start + StatLength + idLength;
        if (flagsAt + 2 > bytes.Length)
        {
            return null;
        }

        var flags = BinaryPrimitives.ReadUInt16BigEndian(bytes[flagsAt..]);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[flagsAt..], (ushort)(flags & ~AssumedUnchanged));
        var name = flagsAt + 2 + ((flags & Extended) != 0 && version >= 3 ? 2 : 0);
        if (name >= bytes.Length)
        {
            return null;
        }

        if (version == 4)
        {
            while (name < bytes.Length && (bytes[name] & 0x80) != 0)
            {
                name++;
            }

            name++;
        }

        var length = version < 4 && (flags & NameLength) < NameLength ? flags & NameLength : name < bytes.Length ? bytes[name..].IndexOf((byte)0) : -1;
        var end = version == 4 ? name + length + 1 : start + ((name - start + length + 8) & ~7);
        return length < 0 || end > bytes.Length ? null : end;
    }

    /// <returns>The one that must stay, because git reads the entries differently with it.</returns>
    private static byte[] Extensions(ReadOnlySpan<byte> rest, string source)
    {
        byte[] kept = [];
        while (rest.Length >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest[4..]);
            if (length > rest.Length - 8)
            {
                throw Damaged(source, "an extension runs over its end");
            }

            if (rest.StartsWith("link"u8))
            {
                throw new EvaluationException($"{source}: a split index is not read, because its entries are in another file; `git update-index --no-split-index` makes it one");
            }

            if (rest.StartsWith("sdir"u8))
            {
                kept = rest[..(8 + (int)length)].ToArray();
            }
            else if (rest[0] is < (byte)'A' or > (byte)'Z')
            {
                throw Damaged(source, "it has an extension that is not known, and cannot be read without");
            }

            rest = rest[(8 + (int)length)..];
        }

        return rest.Length == 0 ? kept : throw Damaged(source, "something stands after its entries");
    }

    private static byte[] Hash(ReadOnlySpan<byte> bytes, int idLength) => idLength == SHA256.HashSizeInBytes
        ? SHA256.HashData(bytes)
#pragma warning disable CA5350 // git's own checksum, against damage.
        : SHA1.HashData(bytes);
#pragma warning restore CA5350

    private static EvaluationException Damaged(string source, string reason) =>
        new($"{source}: the index is damaged: {reason}; `git read-tree HEAD` makes it anew");
}
