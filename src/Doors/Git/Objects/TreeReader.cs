using System.Text;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Objects;

/// <summary>Lists a commit from its own objects, each hashed on the way, so that the id of the commit vouches for every id in the list.</summary>
internal static class TreeReader
{
    /// <value>Entries; a few small trees within each other can stand for any number of files.</value>
    private const int MaxEntries = 2_000_000;

    /// <value>Bytes; no file system has longer paths.</value>
    private const int MaxPathLength = 4096;

    private const string FolderMode = "40000";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="objects">Where they are read.</param>
    /// <param name="commit">Its full id.</param>
    /// <param name="wanted">Which paths to list; all without it.</param>
    /// <returns>All files, symbolic links and submodules, sorted by path (ordinal).</returns>
    /// <exception cref="EvaluationException">An object is missing, forged or damaged; a name is not UTF-8, or none that a file can have.</exception>
    public static IReadOnlyList<TreeEntry> Read(GitObjects objects, string commit, Predicate<string>? wanted = null)
    {
        if (!ObjectId.IsFull(commit))
        {
            throw new EvaluationException($"\"{commit}\" is not the full id of a commit: 40 or 64 lower-case hex digits");
        }

        var entries = new List<TreeEntry>();
        var level = new List<(string Folder, string Id)> { ("", RootOf(objects.FindAll([commit], "commit")[0], commit)) };
        while (level.Count > 0)
        {
            var below = new List<(string Folder, string Id)>();
            string[] ids = [.. level.Select(folder => folder.Id).Distinct(StringComparer.Ordinal)];
            var trees = ids.Zip(objects.FindAll(ids, "tree")).ToDictionary(tree => tree.First, tree => tree.Second, StringComparer.Ordinal);
            foreach (var (folder, id) in level)
            {
                Parse(trees[id], folder, id, entries, below);
                if (entries.Count + below.Count > MaxEntries)
                {
                    throw new EvaluationException(FormattableString.Invariant($"the commit {commit} lists more than {MaxEntries:N0} files"));
                }
            }

            level = below;
        }

        entries.RemoveAll(entry => wanted?.Invoke(entry.Path) == false);
        entries.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return WithSizes(objects, entries);
    }

    /// <summary>The top folder that a commit names.</summary>
    /// <exception cref="EvaluationException">It names none.</exception>
    public static string RootOf(byte[] commit, string id)
    {
        var end = Array.IndexOf(commit, (byte)'\n');
        var line = Encoding.ASCII.GetString(commit, 0, Math.Max(end, 0));
        return line.StartsWith("tree ", StringComparison.Ordinal) && ObjectId.IsFull(line.AsSpan(5)) && line.Length - 5 == id.Length
            ? line[5..]
            : throw new EvaluationException($"the commit {id} names no tree");
    }

    /// <summary>Entries are <c>MODE NAME</c>, a zero byte and the raw id.</summary>
    private static void Parse(byte[] tree, string folder, string id, List<TreeEntry> entries, List<(string Folder, string Id)> below)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var rest = tree.AsSpan(); rest.Length > 0;)
        {
            var space = rest.IndexOf((byte)' ');
            var zero = rest.IndexOf((byte)0);
            if (space is < 5 or > 6 || zero < space || rest.Length < zero + 1 + (id.Length / 2))
            {
                throw new EvaluationException($"the tree {id} is not one that git can read");
            }

            var name = ReadName(rest[(space + 1)..zero], id);
            var mode = Encoding.ASCII.GetString(rest[..space]);
            var entryId = Convert.ToHexStringLower(rest.Slice(zero + 1, id.Length / 2));
            rest = rest[(zero + 1 + (id.Length / 2))..];
            if (!names.Add(name))
            {
                throw new EvaluationException($"the tree {id} has the name \"{name}\" twice");
            }

            Add(folder + name, mode, entryId);
        }

        void Add(string path, string mode, string entryId)
        {
            if (path.Length > MaxPathLength)
            {
                throw new EvaluationException(FormattableString.Invariant($"the tree {id} has a path of more than {MaxPathLength} characters"));
            }

            if (mode.TrimStart('0') == FolderMode)
            {
                below.Add((path + "/", entryId));
                return;
            }

            var read = TreeEntry.ReadMode(mode);
            entries.Add(read >= 0 ? new TreeEntry(path, read, entryId) : throw new EvaluationException($"{path}: the mode {mode} in the tree {id} is none that git writes"));
        }
    }

    private static string ReadName(ReadOnlySpan<byte> bytes, string id)
    {
        string name;
        try
        {
            name = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new EvaluationException($"the file name \"{Encoding.Latin1.GetString(bytes)}\" is not UTF-8; rename it, gates cannot inspect it", e);
        }

        return name is "" or "." or ".." || name.Contains('/', StringComparison.Ordinal)
            ? throw new EvaluationException($"the tree {id} has the name \"{name}\", which no file can have")
            : name;
    }

    private static List<TreeEntry> WithSizes(GitObjects objects, List<TreeEntry> entries)
    {
        var sizes = objects.Sizes([.. entries.Where(entry => !entry.IsSubmodule).Select(entry => entry.Id)]);
        var next = 0;
        for (var i = 0; i < entries.Count; i++)
        {
            if (!entries[i].IsSubmodule)
            {
                entries[i] = entries[i] with { Size = sizes[next++] };
            }
        }

        return entries;
    }
}
