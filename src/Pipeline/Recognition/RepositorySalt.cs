using System.Security.Cryptography;
using System.Text;
using Gates.Doors.Files;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Recognition;

/// <summary>What the fingerprints of a repository are keyed with: 32 random bytes, made once, committed, and never changed.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Path">The file they stand in.</param>
internal sealed record RepositorySalt(ReadOnlyMemory<byte> Bytes, string Path)
{
    /// <summary>Beside the configuration. It cannot be moved: with two of them nobody would know which is meant.</summary>
    public const string DefaultPath = ".github/gates-salt";

    public const int Length = 32;

    private const int MaxFileSize = 4_096;
    private const int Digits = 2 * Length;

    private const string Head = """
        # What this repository's fingerprints and identities are keyed with, so that nobody can guess what they stand for.
        # Made once by Gates. Commit it and never change it: every recorded fingerprint depends on it.

        """;

    public static void Random(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);

    public static RepositorySalt New(Action<Span<byte>> random)
    {
        var bytes = new byte[Length];
        random(bytes);
        return new RepositorySalt(bytes, DefaultPath);
    }

    /// <summary>The salt of a tree, or <see langword="null"/> when it has none.</summary>
    /// <param name="tree">Where it is read: on a pull request at the base.</param>
    /// <param name="held">The one that the baseline of the same tree holds: baselines did, before it had a file of its own.</param>
    /// <exception cref="UsageException">The file is not valid, or is not the salt that is held.</exception>
    public static RepositorySalt? Find(ISourceTree tree, RepositorySalt? held)
    {
        if (tree.IsBehindLink(DefaultPath))
        {
            throw new UsageException($"{DefaultPath} is a symbolic link, or behind one, which is not followed; commit the file itself");
        }

        if (!tree.Exists(DefaultPath))
        {
            return held;
        }

        var bytes = Read(tree);
        return held is null || held.Bytes.Span.SequenceEqual(bytes)
            ? new RepositorySalt(bytes, DefaultPath)
            : throw new UsageException($"{DefaultPath} is not the salt that {Say.Path(held.Path)} holds, and one of them was changed; "
                + $"restore both from git, or remove `salt` from {Say.Path(held.Path)} when the file is the right one");
    }

    /// <summary>What a reader must know of a change that touches it.</summary>
    public static IEnumerable<string> Changed(RepositorySalt? before, RepositorySalt? after)
    {
        if (before is not null && after?.Bytes.Span.SequenceEqual(before.Bytes.Span) != true)
        {
            yield return $"This change {(after is null ? "removes" : "edits")} the salt of {before.Path}. Every recorded fingerprint depends on it: "
                + "once merged, none is recognised any more. Restore it from the base.";
        }
    }

    /// <summary>Writes the file, unless it is there.</summary>
    /// <returns>Whether it was written.</returns>
    /// <exception cref="UsageException">Another file is in the way, or it cannot be written.</exception>
    public bool Keep(DirectoryInfo root, string command)
    {
        var file = new WholeFile(root, DefaultPath, command);
        if (file.Read() is not { } there)
        {
            file.Write($"{Head}{Convert.ToHexStringLower(Bytes.Span)}\n");
            return true;
        }

        // A file that git ignores is in no tree, and counts nowhere else.
        return Parse(there).AsSpan().SequenceEqual(Bytes.Span)
            ? false
            : throw new UsageException($"{DefaultPath} is there, but git does not know it; take it out of .gitignore, or remove it");
    }

    /// <summary>For messages and debuggers: never the bytes.</summary>
    public override string ToString() => Path;

    private static byte[] Read(ISourceTree tree)
    {
        using var stream = tree.Open(DefaultPath);
        var buffer = new byte[MaxFileSize + 1];
        var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return Parse(length > MaxFileSize ? "" : Encoding.UTF8.GetString(buffer, 0, length));
    }

    /// <exception cref="UsageException">It does not hold one salt; the message does not quote it.</exception>
    private static byte[] Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToList();
        return lines is [{ Length: Digits } digits] && digits.All(char.IsAsciiHexDigitLower)
            ? Convert.FromHexString(digits)
            : throw new UsageException($"{DefaultPath} is not one line of {Digits} lower-case hexadecimal digits, beside comments; "
                + "restore it from git, because every fingerprint depends on it");
    }
}
