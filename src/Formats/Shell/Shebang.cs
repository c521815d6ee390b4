using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Formats.Shell;

/// <summary>Tells a shell script by its first line, where its name tells nothing.</summary>
internal static partial class Shebang
{
    /// <value>Bytes of a file that are enough to tell.</value>
    public const int Length = 128;

    /// <summary>Whether a file's name says nothing of what it holds.</summary>
    public static bool IsNeeded(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.Length > 0 && !name.Contains('.');
    }

    /// <param name="stream">The file, from its beginning.</param>
    public static bool IsShell(Stream stream)
    {
        var start = new byte[Length];
        var count = stream.ReadAtLeast(start, Length, throwOnEndOfStream: false);
        return start is [(byte)'#', (byte)'!', ..] && IsShell(Encoding.Latin1.GetString(start, 0, count));
    }

    /// <param name="text">The file's text.</param>
    public static bool IsShell(string text) => text.StartsWith("#!", StringComparison.Ordinal) && Shell().IsMatch(text[..Math.Min(text.Length, Length)]);

    [GeneratedRegex(@"^#![ \t]*/\S*?(?:/|/env[ \t]+(?:-S[ \t]+)?(?:\S+/)?)(?:ba|da|k|z|a)?sh(?:[ \t\r\n]|$)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shell();
}
