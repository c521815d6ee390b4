using System.Globalization;
using System.Text;

namespace Gates.Policies;

/// <summary>How the files of a policy are written as one text, which is kept, signed and judged from again.</summary>
/// <remarks>
/// The first line is <c>//# gates-policy 1 ENTRY</c>. Each file follows, in the ordinal order of their paths, as a line <c>//# module BYTES PATH</c>, its text
/// in UTF-8, which has that many bytes, and a line break. The same files give the same bytes everywhere.
/// </remarks>
internal static class PolicyContainer
{
    private const string First = "//# gates-policy 1 ";
    private const string Module = "//# module ";

    public static bool Is(string text) => text.StartsWith("//# gates-policy ", StringComparison.Ordinal);

    /// <exception cref="ArgumentException">The entry is not among the files, or a path has a line break.</exception>
    public static string Write(string entry, IReadOnlyDictionary<string, string> modules)
    {
        if (!modules.ContainsKey(entry) || modules.Keys.Any(path => path.Length == 0 || path.Any(char.IsControl)))
        {
            throw new ArgumentException($"{entry} and the paths beside it cannot be written", nameof(entry));
        }

        var text = new StringBuilder(First).Append(entry).Append('\n');
        foreach (var (path, content) in modules.OrderBy(module => module.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Module}{Encoding.UTF8.GetByteCount(content)} {path}\n{content}\n");
        }

        return text.ToString();
    }

    /// <exception cref="PolicyException">The text is no container, or not the one that its files give.</exception>
    public static (string Entry, IReadOnlyDictionary<string, string> Modules) Read(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var at = 0;
        var modules = new Dictionary<string, string>(StringComparer.Ordinal);
        var first = Line(bytes, ref at);
        var entry = first?.StartsWith(First, StringComparison.Ordinal) == true ? first[First.Length..] : throw Unreadable(name);
        while (at < bytes.Length)
        {
            var head = Line(bytes, ref at) is { } line && line.StartsWith(Module, StringComparison.Ordinal) ? line[Module.Length..].Split(' ', 2) : [];
            if (head is not [var count, var path]
                || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length >= bytes.Length - at
                || bytes[at + length] != '\n'
                || !modules.TryAdd(path, Encoding.UTF8.GetString(bytes, at, length)))
            {
                throw Unreadable(name);
            }

            at += length + 1;
        }

        // Two texts of one policy would be two digests of it.
        return modules.ContainsKey(entry) && Write(entry, modules) == text ? (entry, modules) : throw Unreadable(name);
    }

    private static string? Line(byte[] bytes, ref int at)
    {
        var end = Array.IndexOf(bytes, (byte)'\n', at);
        if (end < 0)
        {
            return null;
        }

        var line = Encoding.UTF8.GetString(bytes, at, end - at);
        at = end + 1;
        return line;
    }

    private static PolicyException Unreadable(string name) =>
        new(name, "the recorded files of this policy cannot be told apart: the text was changed, or a newer version of gates wrote it");
}
