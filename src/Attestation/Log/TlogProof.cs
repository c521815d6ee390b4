using System.Globalization;
using System.Text;

namespace Gates.Attestation.Log;

/// <summary>That an entry is in a log, for whoever has only this file and the log's public key (C2SP tlog-proof).</summary>
/// <param name="Entry">The entry itself, carried as the proof's extra data: without it nobody could compute what was logged.</param>
/// <param name="Index">Where it stands.</param>
/// <param name="Path">Its siblings up to the root.</param>
/// <param name="Note">The signed checkpoint.</param>
internal sealed record TlogProof(byte[] Entry, long Index, IReadOnlyList<byte[]> Path, SignedNote Note)
{
    /// <value>Ends the name of a file that holds a proof.</value>
    public const string Extension = ".tlog-proof";

    private const string Header = "c2sp.org/tlog-proof@v1";
    private const int Levels = 63;

    /// <value>The file.</value>
    public byte[] Bytes
    {
        get
        {
            var text = new StringBuilder().Append(Header).Append('\n')
                .Append("extra ").Append(Convert.ToBase64String(Entry)).Append('\n')
                .Append(CultureInfo.InvariantCulture, $"index {Index}\n");
            foreach (var hash in Path)
            {
                text.Append(Convert.ToBase64String(hash)).Append('\n');
            }

            return [.. Encoding.UTF8.GetBytes(text.Append('\n').ToString()), .. Note.Bytes];
        }
    }

    /// <summary>Whether a file claims to be a proof.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Encoding.ASCII.GetBytes(Header));

    /// <param name="bytes">A file.</param>
    /// <param name="place">Its name, for messages.</param>
    /// <exception cref="LogException">It is not a proof.</exception>
    public static TlogProof Parse(byte[] bytes, string place)
    {
        var end = bytes.AsSpan().IndexOf("\n\n"u8);
        if (end < 0)
        {
            throw Malformed(place, "no empty line before its checkpoint");
        }

        var lines = Encoding.UTF8.GetString(bytes, 0, end).Split('\n');
        if (lines.Length is < 3 or > Levels + 3 || lines[0] != Header)
        {
            throw Malformed(place, $"it begins with \"{Header}\", an extra and an index line, and has at most {Levels} hashes");
        }

        return new TlogProof(
            lines[1].StartsWith("extra ", StringComparison.Ordinal) && Base64(lines[1]["extra ".Length..]) is { } entry
                ? entry
                : throw Malformed(place, "line 2 is not \"extra \" and the entry in base64"),
            ParseIndex(lines[2]) ?? throw Malformed(place, "line 3 is not \"index \" and a plain decimal number"),
            [.. lines.Skip(3).Select((line, number) => Base64(line) is { Length: MerkleHash.Size } hash
                ? hash
                : throw Malformed(place, FormattableString.Invariant($"line {number + 4} is not a SHA-256 hash in base64")))],
            SignedNote.Parse(bytes[(end + 2)..], place));
    }

    /// <summary>Checks the checkpoint's signature, and that it covers the entry.</summary>
    /// <param name="trusted">The log's keys.</param>
    /// <param name="place">The proof's name, for messages.</param>
    /// <returns>The entry: whoever has a file compares its digest.</returns>
    /// <exception cref="LogException">It does not hold.</exception>
    public LogLeaf Demand(IReadOnlyCollection<NoteVerifier> trusted, string place)
    {
        var checkpoint = CheckpointOf(trusted, place);
        if (!MerkleProof.IsIncluded(MerkleHash.Leaf(Entry), Index, checkpoint.Size, Path, checkpoint.Root))
        {
            throw new LogException(
                LogFault.BadProof,
                FormattableString.Invariant($"{place}: entry {Index} and its {Path.Count} hashes do not lead to the signed root of {checkpoint.Size} entries"));
        }

        var leaf = LogLeaf.Parse(Entry, place);
        return leaf.Sequence == Index
            ? leaf
            : throw new LogException(
                LogFault.BadProof,
                FormattableString.Invariant($"{place}: the entry says that it is number {leaf.Sequence}, and it stands at {Index}"));
    }

    /// <summary>The checkpoint, its signature checked.</summary>
    /// <inheritdoc cref="Demand" path="/param|/exception"/>
    public Checkpoint CheckpointOf(IReadOnlyCollection<NoteVerifier> trusted, string place) => LogReader.Verified(Note, trusted, place);

    private static long? ParseIndex(string line) =>
        line.StartsWith("index ", StringComparison.Ordinal)
        && long.TryParse(line.AsSpan("index ".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && line == FormattableString.Invariant($"index {index}")
            ? index
            : null;

    private static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes.AsSpan(0, length)) == text ? bytes[..length] : null;
    }

    private static LogException Malformed(string place, string what) => new(LogFault.Malformed, $"{place}: not a proof: {what}");
}
