using Gates.Formats.Foundation.Trees;

namespace Gates.BuiltIn.DlpScan.Unwrapping;

/// <summary>Content that only goes forward and must be read twice, or to its end.</summary>
internal static class HeldContent
{
    /// <summary>Takes it into memory.</summary>
    /// <exception cref="UnopenedException">It is too large.</exception>
    public static MemoryStream Take(Stream source)
    {
        var held = new MemoryStream();
        Span<byte> part = new byte[64 << 10];
        for (int count; (count = source.Read(part)) > 0;)
        {
            if (held.Length + count > Unpacking.MaxHeld)
            {
                throw new UnopenedException(
                    UnseenReasons.Archive,
                    FormattableString.Invariant($"no more than {Unpacking.MaxHeld >> 20} MiB are held in memory"),
                    isAll: false);
            }

            held.Write(part[..count]);
        }

        held.Position = 0;
        return held;
    }

    /// <summary>Whether anything but padding is left.</summary>
    public static bool HoldsMore(Stream rest)
    {
        Span<byte> part = new byte[16 << 10];
        var isMore = false;
        for (int count; (count = rest.Read(part)) > 0;)
        {
            isMore |= part[..count].ContainsAnyExcept((byte)0);
        }

        return isMore;
    }
}
