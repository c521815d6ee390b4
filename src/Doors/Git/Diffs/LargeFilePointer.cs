using System.Globalization;
using System.Text;

namespace Gates.Doors.Git.Diffs;

/// <summary>What git LFS stores in a file's place: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md.</summary>
internal sealed record LargeFilePointer(string Sha256, long Size)
{
    /// <value>Bytes; the specification wants less.</value>
    public const int MaxPointerLength = 1024;

    private const string Version = "version https://git-lfs.github.com/spec/v1";
    private const string Oid = "oid sha256:";
    private const string SizeKey = "size ";

    /// <returns><see langword="null"/> when the content is no pointer.</returns>
    public static LargeFilePointer? Read(byte[] content) =>
        Encoding.Latin1.GetString(content).Split('\n') is [Version, var oid, var size, ""]
        && oid.StartsWith(Oid, StringComparison.Ordinal) && size.StartsWith(SizeKey, StringComparison.Ordinal)
        && long.TryParse(size.AsSpan(SizeKey.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? new LargeFilePointer(oid[Oid.Length..], bytes)
            : null;
}
