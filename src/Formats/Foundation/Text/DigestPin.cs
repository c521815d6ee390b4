using System.Buffers;

namespace Gates.Formats.Foundation.Text;

/// <summary>
/// A digest or a commit behind a name, such as <c>alpine@sha256:…</c>: GitHub takes it for no mention, and readers copy it, so nothing invisible may stand in
/// it.
/// </summary>
internal static class DigestPin
{
    private const int CommitLength = 40;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether the <c>@</c> at a place of a line stands before one.</summary>
    public static bool StandsBehind(string line, int at)
    {
        var rest = line.AsSpan(at + 1);
        return at > 0 && char.IsAsciiLetterOrDigit(line[at - 1])
            && (rest.StartsWith("sha256:", StringComparison.Ordinal) || (IsCommit(rest) && Ends(rest[CommitLength..])));
    }

    private static bool IsCommit(ReadOnlySpan<char> text) => text.Length >= CommitLength && !text[..CommitLength].ContainsAnyExcept(HexDigits);

    /// <summary>A dot with a name behind it would make a mail address of it.</summary>
    private static bool Ends(ReadOnlySpan<char> rest) => rest switch
    {
        ['.', var next, ..] => !char.IsAsciiLetterOrDigit(next),
        [var next, ..] => !char.IsAsciiLetterOrDigit(next) && next is not ('@' or '_' or '/' or '-'),
        _ => true,
    };
}
