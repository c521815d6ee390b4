using System.Text;

namespace Gates.Runner.Commands.Pin;

/// <summary>A file's lines with what changes in them. Every other byte stays: ends of lines, the byte order mark, comments and quotes.</summary>
internal sealed class PinnedFile
{
    private const string NameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/@:-$";

    /// <value>What may stand before an image's name, as one word with it.</value>
    private static readonly string[] Schemes = ["docker://", "docker-image://"];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] original;
    private readonly string[] lines;
    private readonly bool hasMark;
    private readonly SortedDictionary<(int Line, int Start), (int Length, string Text)> edits = [];

    private PinnedFile(string path, byte[] original, string text, bool hasMark)
    {
        Path = path;
        this.original = original;
        this.hasMark = hasMark;
        lines = text.Split('\n');
    }

    public string Path { get; }

    public bool IsChanged => edits.Count > 0;

    /// <value>The lines that change, from 1.</value>
    public IReadOnlyList<int> ChangedLines => [.. edits.Keys.Select(key => key.Line).Distinct()];

    public int LineCount => lines.Length;

    /// <returns><see langword="null"/> when it is not UTF-8.</returns>
    public static PinnedFile? Read(string path, byte[] bytes)
    {
        var isMarked = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        try
        {
            return new PinnedFile(path, bytes, Strict.GetString(bytes.AsSpan(isMarked ? 3 : 0)), isMarked);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public bool Is(ReadOnlySpan<byte> bytes) => bytes.SequenceEqual(original);

    /// <summary>A line without its end.</summary>
    public string Line(int number) => number >= 1 && number <= lines.Length ? lines[number - 1].TrimEnd('\r') : "";

    /// <summary>The same with its changes.</summary>
    public string NewLine(int number)
    {
        var line = new StringBuilder(Line(number));
        foreach (var (key, (length, text)) in edits.Where(edit => edit.Key.Line == number).Reverse())
        {
            line.Remove(key.Start, length).Insert(key.Start, text);
        }

        return line.ToString();
    }

    /// <summary>
    /// Where a value stands on its line, from 0; <see langword="null"/> when it is not there as it was read, or there twice and nothing says which.
    /// </summary>
    public int? Find(PinTarget target)
    {
        var line = Line(target.Line);
        var places = new List<int>();
        for (var at = line.IndexOf(target.Written, StringComparison.Ordinal); at >= 0; at = line.IndexOf(target.Written, at + 1, StringComparison.Ordinal))
        {
            var end = at + target.Written.Length;
            if ((end == line.Length || !NameCharacters.Contains(line[end], StringComparison.Ordinal)) && BeginsAt(line, at))
            {
                places.Add(at);
            }
        }

        var exact = places.Where(at => target.Column is { } column && IsAt(line, at, column - 1)).ToList();
        return (exact.Count > 0 ? exact : places) is [var only] ? only : null;
    }

    /// <summary>Changes part of a line; the same change a second time is none.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Replace(int line, int start, int length, string text) => edits.TryAdd((line, start), (length, text));

    /// <summary>Takes every change of a line back.</summary>
    public void Restore() => edits.Clear();

    public byte[] ToBytes()
    {
        var text = string.Join('\n', Enumerable.Range(1, lines.Length)
            .Select(number => NewLine(number) + lines[number - 1][Line(number).Length..]));
        return [.. hasMark ? Encoding.UTF8.Preamble : [], .. Strict.GetBytes(text)];
    }

    private static bool BeginsAt(string line, int at) =>
        at == 0 || !NameCharacters.Contains(line[at - 1], StringComparison.Ordinal) || SchemeBefore(line, at) > 0;

    private static int SchemeBefore(string line, int at) =>
        Schemes.FirstOrDefault(scheme => line[..at].EndsWith(scheme, StringComparison.OrdinalIgnoreCase)
            && (at == scheme.Length || !NameCharacters.Contains(line[at - scheme.Length - 1], StringComparison.Ordinal)))?.Length ?? 0;

    /// <summary>A reader's column is that of the value, of its quote, or of its scheme.</summary>
    private static bool IsAt(string line, int at, int column)
    {
        var begin = at - SchemeBefore(line, at);
        return column == at || column == begin || (begin > 0 && line[begin - 1] is '"' or '\'' && column == begin - 1);
    }
}
