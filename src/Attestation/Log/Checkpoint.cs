using System.Globalization;

namespace Gates.Attestation.Log;

/// <summary>What a log commits to (C2SP tlog-checkpoint); it counts only in a note that a trusted key signed.</summary>
/// <param name="Origin">The log's name: <c>host/owner/repository/year</c>.</param>
/// <param name="Size">How many entries it has.</param>
/// <param name="Root">The root of its hash tree.</param>
internal sealed record Checkpoint(string Origin, long Size, byte[] Root)
{
    /// <value>The text that is signed.</value>
    public string Text => FormattableString.Invariant($"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <param name="text">The text of a note.</param>
    /// <param name="place">Its file, for messages.</param>
    /// <exception cref="LogException">It is not a checkpoint.</exception>
    public static Checkpoint Parse(string text, string place)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[0].Length == 0)
        {
            throw new LogException(LogFault.Malformed, $"{place}: not a checkpoint: it has an origin, a size and a root hash, each on a line");
        }

        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size.ToString(CultureInfo.InvariantCulture) != lines[1])
        {
            throw new LogException(LogFault.Malformed, $"{place}:2: the size \"{lines[1]}\" is not a plain decimal number");
        }

        var root = new byte[MerkleHash.Size];
        return Convert.TryFromBase64String(lines[2], root, out var length) && length == root.Length && Convert.ToBase64String(root) == lines[2]
            ? new Checkpoint(lines[0], size, root)
            : throw new LogException(LogFault.Malformed, $"{place}:3: the root \"{lines[2]}\" is not a SHA-256 hash in base64");
    }
}
