namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>Tells archives by their first bytes.</summary>
internal static class ArchiveKinds
{
    private const int TarMagic = 257;

    public static ArchiveKind Of(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => ArchiveKind.Zip,
        [0x1F, 0x8B, 8, ..] => ArchiveKind.Gzip,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => ArchiveKind.Pdf,
        [0x78, 0x01 or 0x5E or 0x9C or 0xDA, ..] when TextSigns.IsBeginning(start[..Math.Min(start.Length, 32)]) is false => ArchiveKind.Zlib,
        _ when start.Length > TarMagic + 5 && start.Slice(TarMagic, 5).SequenceEqual("ustar"u8) => ArchiveKind.Tar,
        _ when NameOf(start) is not null => ArchiveKind.Unopened,
        _ => ArchiveKind.None,
    };

    /// <summary>What an archive that is not opened is called.</summary>
    public static string? NameOf(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, ..] => "bzip2",
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => "xz",
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => "7z",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "zstd",
        [0x04, 0x22, 0x4D, 0x18, ..] => "lz4",
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, ..] => "rar",
        [(byte)'M', (byte)'S', (byte)'C', (byte)'F', 0, 0, 0, 0, ..] => "cab",
        [0xED, 0xAB, 0xEE, 0xDB, ..] => "rpm",
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => "OLE (old Office)",
        _ => null,
    };

    /// <summary>Archives that are small enough for people to paste them as base64.</summary>
    public static bool IsEncodable(ReadOnlySpan<byte> start) => Of(start) is ArchiveKind.Zip or ArchiveKind.Gzip or ArchiveKind.Zlib;
}

/// <summary>What holds files, or one, in a form of its own.</summary>
internal enum ArchiveKind
{
    None,
    Zip,
    Tar,
    Gzip,
    Zlib,

    /// <summary>A document whose streams are compressed.</summary>
    Pdf,

    /// <summary>Known by its first bytes, but not opened here.</summary>
    Unopened,
}
