namespace Gates.Formats.Archives;

/// <summary>What an archive says of one file. Nothing of it is to be believed: names may leave any folder, links may point anywhere.</summary>
/// <param name="Name">As it stands there, without a leading <c>./</c> or slash and without one at its end.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Mode">The permissions.</param>
/// <param name="User">The owner's number.</param>
/// <param name="Group">The group's number.</param>
/// <param name="Size">Bytes of its content.</param>
/// <param name="Time">When it was last modified: seconds since 1970, with a fraction where there is one.</param>
/// <param name="Link">Where a link points; the numbers of a device; else empty.</param>
/// <param name="Extended">Extended attributes, one a line and sorted; else empty.</param>
internal sealed record TarEntry(
    string Name, TarKind Kind, int Mode, long User, long Group, long Size, string Time, string Link, string Extended);

/// <summary>What an entry is.</summary>
internal enum TarKind
{
    File,
    Folder,
    SymbolicLink,
    HardLink,
    Device,
    Pipe,
}

/// <summary>How much of an archive is taken.</summary>
internal sealed record TarLimits
{
    /// <value>How many entries.</value>
    public int MaxEntries { get; init; } = 500_000;

    /// <value>Bytes of names, links and attributes of one entry.</value>
    public int MaxHeader { get; init; } = 1 << 20;

    /// <value>Bytes of all entries, as the archive states them.</value>
    public long MaxBytes { get; init; } = 8L << 30;
}

/// <summary>An archive that is none, or more than is taken; the message says which, and fits behind "the archive".</summary>
internal sealed class TarException(string message) : Exception(message);
