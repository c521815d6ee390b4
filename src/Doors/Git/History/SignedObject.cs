namespace Gates.Doors.Git.History;

/// <summary>What an OpenPGP signature on a commit or tag stands on, to the byte, as git's <c>gpg-interface.c</c> and <c>commit.c</c> take it.</summary>
internal static class SignedObject
{
    private static readonly byte[][] Headers = ["gpgsig "u8.ToArray(), "gpgsig-sha256 "u8.ToArray()];

    /// <summary>A tag without the signature at its end.</summary>
    public static byte[] OfTag(ReadOnlySpan<byte> tag)
    {
        var start = tag.LastIndexOf("\n-----BEGIN PGP SIGNATURE-----"u8);
        return (start < 0 ? tag : tag[..(start + 1)]).ToArray();
    }

    /// <summary>A commit without its signatures' headers.</summary>
    public static byte[] OfCommit(ReadOnlySpan<byte> commit)
    {
        using var kept = new MemoryStream(commit.Length);
        var isSignature = false;
        for (var rest = commit; rest.Length > 0;)
        {
            var end = rest.IndexOf((byte)'\n') is var found and >= 0 ? found + 1 : rest.Length;
            if (end == 1)
            {
                kept.Write(rest);
                break;
            }

            isSignature = rest[0] == (byte)' ' ? isSignature : IsHeader(rest);
            if (!isSignature)
            {
                kept.Write(rest[..end]);
            }

            rest = rest[end..];
        }

        return kept.ToArray();
    }

    private static bool IsHeader(ReadOnlySpan<byte> line)
    {
        foreach (var header in Headers)
        {
            if (line.StartsWith(header))
            {
                return true;
            }
        }

        return false;
    }
}
