using System.Text;
using Gates.BuiltIn.DlpScan.Scanning;
using Gates.Formats.Documents;
using Gates.Formats.Foundation;

namespace Gates.BuiltIn.DlpScan.Explaining;

/// <summary>A file as its lines are looked at.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its text in UTF-8.</param>
internal sealed record ExplainedText(string Path, byte[] Bytes)
{
    public static ExplainedText Of(string path, byte[] content) =>
        (ByteOrderMark.Encoding(content) ?? TextKind.UnmarkedEncoding(content)) is { } encoding
            ? new ExplainedText(path, Encoding.UTF8.GetBytes(encoding.GetString(content)))
            : new ExplainedText(path, content);

    /// <summary>Where a line begins and ends.</summary>
    /// <exception cref="UsageException">There is no such line.</exception>
    public (int From, int To) Line(int line)
    {
        var from = 0;
        for (var i = 1; i < line; i++)
        {
            var end = Bytes.AsSpan(from).IndexOf((byte)'\n');
            if (end < 0 || from + end + 1 >= Bytes.Length)
            {
                throw new UsageException(FormattableString.Invariant($"{Say.Path(Path)} has {i} lines; there is no line {line}"));
            }

            from += end + 1;
        }

        var length = Bytes.AsSpan(from).IndexOf((byte)'\n');
        return (from, length < 0 ? Bytes.Length : from + length);
    }
}
