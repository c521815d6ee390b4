using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Trees;
using Gates.Policies;

namespace Gates.Pipeline.Recognition;

/// <summary>The texts of a file that findings are about, exact but for white space: moved, indented and re-wrapped lines are the same.</summary>
internal sealed partial class FileText
{
    private const int MaxFileSize = 10_000_000;
    private const int BufferSize = 64 << 10;
    private const int MaxTextLength = 4_096;

    private readonly string[] lines;
    private readonly bool hasColumns;
    private readonly string? whole;
    private readonly Dictionary<(int From, int To), string> ranges = [];

    private FileText(string[] lines, bool hasColumns, string? whole)
    {
        this.lines = lines;
        this.hasColumns = hasColumns;
        this.whole = whole;
    }

    /// <returns><see langword="null"/> when there is no such file.</returns>
    public static FileText? Read(ISourceTree tree, string path)
    {
        if (!tree.Exists(path))
        {
            return null;
        }

        using var stream = tree.Open(path);
        using var content = new MemoryStream();
        var buffer = new byte[BufferSize];
        int read;
        while (content.Length <= MaxFileSize && (read = stream.Read(buffer)) > 0)
        {
            content.Write(buffer.AsSpan(0, read));
        }

        return content.Length > MaxFileSize
            ? new FileText([], hasColumns: false, Digest(content, stream))
            : From(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    private static string Digest(MemoryStream start, Stream rest)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(start.GetBuffer().AsSpan(0, (int)start.Length));
        var buffer = new byte[BufferSize];
        int read;
        while ((read = rest.Read(buffer)) > 0)
        {
            hash.AppendData(buffer.AsSpan(0, read));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Every byte counts: what is no valid text is read one byte a character, so that two invalid ones never look alike.</summary>
    private static FileText From(ReadOnlySpan<byte> bytes)
    {
        var (encoding, mark) = bytes switch
        {
            [0xFF, 0xFE, 0, 0, ..] => ((Encoding)new UTF32Encoding(bigEndian: false, byteOrderMark: false, throwOnInvalidCharacters: true), 4),
            [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false, throwOnInvalidCharacters: true), 4),
            [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
            [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
            [0xEF, 0xBB, 0xBF, ..] => (new UTF8Encoding(false, throwOnInvalidBytes: true), 3),
            _ => (new UTF8Encoding(false, throwOnInvalidBytes: true), 0),
        };
        try
        {
            return new FileText(encoding.GetString(bytes[mark..]).Split('\n'), hasColumns: true, null);
        }
        catch (DecoderFallbackException) when (encoding is UTF8Encoding)
        {
            return new FileText(Encoding.Latin1.GetString(bytes).Split('\n'), hasColumns: false, null);
        }
        catch (DecoderFallbackException)
        {
            return new FileText([], hasColumns: false, Sha256Hex.Of(bytes));
        }
    }

    /// <summary>One line as it stands there, without its end; <see langword="null"/> when the file has no such line, or is not valid text.</summary>
    public string? Line(int number) => hasColumns && number >= 1 && number <= lines.Length ? lines[number - 1].TrimEnd('\r') : null;

    /// <summary>The text between a place's columns; <see langword="null"/> when it has none, or they are not on one line.</summary>
    public string? Span(Location place) =>
        hasColumns && place is { Line: { } line, Column: { } from, EndColumn: { } to } && (place.EndLine ?? line) == line
        && line <= lines.Length && to > from && to - 1 <= lines[line - 1].Length
            ? Cut(Normalise(lines[line - 1][(from - 1)..(to - 1)]))
            : null;

    /// <summary>All lines of a place, also those that continue its last one; <see langword="null"/> when the file has no such line.</summary>
    /// <remarks>Of a file that is too large to be looked at by lines it is the whole: every change of it makes its findings new.</remarks>
    public string? Lines(Location place)
    {
        if (whole is not null)
        {
            return "\n" + whole;
        }

        if (place.Line is not { } from || from > lines.Length)
        {
            return null;
        }

        var to = Math.Min(Math.Max(place.EndLine ?? from, from), lines.Length);
        if (!ranges.TryGetValue((from, to), out var text))
        {
            text = ranges[(from, to)] = Cut(Normalise(string.Join('\n', lines, from - 1, Continued(from, to) - from + 1)));
        }

        return text;
    }

    /// <summary>The last line of what begins here: a value may stand below the line that a policy names.</summary>
    private int Continued(int from, int to)
    {
        var last = to;
        while (last < lines.Length && lines[last - 1].TrimEnd().EndsWith('\\'))
        {
            last++;
        }

        if (last == from && BlockScalar().IsMatch(lines[from - 1]))
        {
            var indent = Indent(lines[from - 1]);
            while (last < lines.Length && (string.IsNullOrWhiteSpace(lines[last]) || Indent(lines[last]) > indent))
            {
                last++;
            }
        }

        return last;
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;

    // What begins with a line feed cannot be a normalised text.
    private static string Cut(string text) => text.Length <= MaxTextLength ? text : "\n" + Sha256Hex.Of(Encoding.Unicode.GetBytes(text));

    private static string Normalise(string text) => Blank().Replace(text, " ").Trim(' ');

    // Only what every language takes for white space.
    [GeneratedRegex("[ \\t\\r\\n\\f\\v]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();

    [GeneratedRegex("(?:^|[:\\-] )\\s*(?:[!&][^ ]* +)*[|>][-+0-9]*\\s*(?:\\s#.*)?$", RegexOptions.NonBacktracking)]
    private static partial Regex BlockScalar();
}
