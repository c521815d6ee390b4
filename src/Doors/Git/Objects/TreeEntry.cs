namespace Gates.Doors.Git.Objects;

/// <summary>One file, symbolic link or submodule of a listing.</summary>
/// <param name="Path">From the root, with <c>/</c>.</param>
/// <param name="Mode">git's mode, with the type of the entry in it.</param>
/// <param name="Id">Of its content; of the commit for a submodule. Empty for a file on disk that cannot be read.</param>
/// <param name="Size">Bytes, as the database says; -1 when the object is not here.</param>
internal sealed record TreeEntry(string Path, int Mode, string Id, long Size = -1)
{
    public const int File = 0x8000 | 0x1A4;
    public const int Link = 0xA000;
    public const int Submodule = 0xE000;

    private const int TypeBits = 0xF000;

    /// <value>Whether it is a regular file, executable or not.</value>
    public bool IsFile => (Mode & TypeBits) == (File & TypeBits);

    public bool IsSubmodule => (Mode & TypeBits) == Submodule;

    public bool IsSameType(TreeEntry other) => (Mode & TypeBits) == (other.Mode & TypeBits);

    /// <summary>Reads an octal mode.</summary>
    /// <returns>-1 when it is not one that git writes for anything but a folder.</returns>
    public static int ReadMode(ReadOnlySpan<char> octal)
    {
        var mode = 0;
        foreach (var digit in octal)
        {
            mode = digit is >= '0' and <= '7' && mode < 0x10000 ? (mode << 3) | (digit - '0') : -1;
            if (mode < 0)
            {
                return -1;
            }
        }

        return (mode & TypeBits) is 0x8000 or Link or Submodule ? mode : -1;
    }
}
