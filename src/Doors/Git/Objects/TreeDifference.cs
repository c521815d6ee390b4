using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Objects;

/// <summary>One file or folder of a folder that none of the folders it came from has.</summary>
/// <param name="Name">Its name; one that is not UTF-8 is read one byte a character.</param>
/// <param name="Id">Of its content.</param>
/// <param name="ParentFolders">The folders of that name it came from, for a folder.</param>
internal sealed record TreeDifference(string Name, string Id, bool IsFolder, IReadOnlyList<string> ParentFolders)
{
    private const int FolderMode = 0x4000;
    private const int TypeBits = 0xF000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Finds them. Entries are in git's order; one that is not where it belongs counts as new.</summary>
    /// <param name="tree">The folder, as it is stored.</param>
    /// <param name="parents">Those it came from.</param>
    /// <param name="id">The id of the folder.</param>
    /// <exception cref="EvaluationException">It is not one that git can read.</exception>
    public static IReadOnlyList<TreeDifference> Find(byte[] tree, IReadOnlyList<byte[]> parents, string id)
    {
        var found = new List<TreeDifference>();
        var places = new int[parents.Count];
        for (var at = 0; at < tree.Length;)
        {
            var entry = Entry.Read(tree, at, id);
            at = entry.End;
            if (!entry.IsFile && !entry.IsFolder)
            {
                continue;
            }

            var folders = new List<string>();
            var isKnown = false;
            for (var i = 0; i < parents.Count && !isKnown; i++)
            {
                if (Advance(parents[i], ref places[i], entry, tree, id) is { } same)
                {
                    isKnown = same.IsFolder == entry.IsFolder && same.IdIn(parents[i]).SequenceEqual(entry.IdIn(tree));
                    if (same.IsFolder)
                    {
                        folders.Add(Convert.ToHexStringLower(same.IdIn(parents[i])));
                    }
                }
            }

            if (!isKnown)
            {
                found.Add(new TreeDifference(NameOf(entry.NameIn(tree)), Convert.ToHexStringLower(entry.IdIn(tree)), entry.IsFolder, folders));
            }
        }

        return found;
    }

    /// <summary>Goes on in a parent to where an entry would stand.</summary>
    /// <returns>What stands there under the same name, as a file or as a folder like it.</returns>
    private static Entry? Advance(byte[] parent, ref int place, in Entry entry, byte[] tree, string id)
    {
        while (place < parent.Length)
        {
            var other = Entry.Read(parent, place, id);
            var order = Compare(other.NameIn(parent), other.IsFolder, entry.NameIn(tree), entry.IsFolder);
            if (order > 0)
            {
                return null;
            }

            place = other.End;
            if (order == 0)
            {
                return other.IsFile || other.IsFolder ? other : null;
            }
        }

        return null;
    }

    /// <summary>git's order: a folder's name ends in a slash.</summary>
    private static int Compare(ReadOnlySpan<byte> one, bool isFolder, ReadOnlySpan<byte> other, bool isOtherFolder)
    {
        var shared = Math.Min(one.Length, other.Length);
        var order = one[..shared].SequenceCompareTo(other[..shared]);
        return order != 0 ? order : Next(one, shared, isFolder) - Next(other, shared, isOtherFolder);

        static int Next(ReadOnlySpan<byte> name, int at, bool isFolder) => at < name.Length ? name[at] : isFolder ? '/' : 0;
    }

    private static string NameOf(ReadOnlySpan<byte> name)
    {
        try
        {
            return Strict.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(name);
        }
    }

    /// <summary><c>MODE NAME</c>, a zero byte and the raw id.</summary>
    private readonly record struct Entry(int Mode, int NameStart, int IdStart, int End)
    {
        public bool IsFolder => (Mode & TypeBits) == FolderMode;

        public bool IsFile => (Mode & TypeBits) == (TreeEntry.File & TypeBits);

        public static Entry Read(byte[] tree, int at, string id)
        {
            var rest = tree.AsSpan(at);
            var space = rest.IndexOf((byte)' ');
            var zero = space < 0 ? -1 : rest[space..].IndexOf((byte)0) + space;
            if (space is < 5 or > 6 || zero <= space + 1 || rest.Length < zero + 1 + (id.Length / 2))
            {
                throw new EvaluationException($"a folder that the folder {id} is compared with, or itself, is not one that git can read");
            }

            var mode = 0;
            foreach (var digit in rest[..space])
            {
                mode = (mode << 3) | ((digit - '0') & 7);
            }

            return new Entry(mode, at + space + 1, at + zero + 1, at + zero + 1 + (id.Length / 2));
        }

        public ReadOnlySpan<byte> NameIn(byte[] tree) => tree.AsSpan(NameStart, IdStart - 1 - NameStart);

        public ReadOnlySpan<byte> IdIn(byte[] tree) => tree.AsSpan(IdStart, End - IdStart);
    }
}
