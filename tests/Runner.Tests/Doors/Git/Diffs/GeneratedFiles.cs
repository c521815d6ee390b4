using System.Globalization;
using System.Text;

namespace Runner.Tests.Doors.Git.Diffs;

/// <summary>The files of one commit, and changes of every kind to them, the same for the same numbers.</summary>
internal sealed class GeneratedFiles(Random random)
{
    private static readonly string[] Words = [
        "alpha",
        "beta",
        "{",
        "}",
        "",
        "gamma",
        "delta",
        "    indented",
        "+++ b/a",
        "@@ -1 +1 @@",
        "\\ No newline at end of file"
    ];

    /// <value>What files are called.</value>
    public string[] Paths { get; init; } =
    [
        "a",
        "a/b",
        "A",
        "with space",
        "new\nline",
        "quo\"te\\",
        "ünï/çødé.txt",
        "deep/er/file.cs",
        "deep/er/other.cs",
        "deep",
        "-dash",
        "z.bin",
        "tab\there",
        "k8s/app.yml"
    ];

    /// <value>By path: git's mode and the content, which is empty for a submodule.</value>
    public SortedDictionary<string, (string Mode, byte[] Content)> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>One change; of nothing, where what it would change is not there.</summary>
    public void Change()
    {
        var path = Pick(Paths);
        var existing = Files.Count > 0 ? Files.Keys.ElementAt(random.Next(Files.Count)) : null;
        switch (random.Next(10))
        {
            case 0 when existing is not null:
                Files.Remove(existing);
                break;
            case 1 when existing is not null && existing != path:
                var moved = Files[existing];
                Files.Remove(existing);
                Put(path, moved.Mode, random.Next(2) == 0 ? moved.Content : Edit(moved.Content));
                break;
            case 2:
                Put(path, "120000", Encoding.UTF8.GetBytes(Pick(Paths)));
                break;
            case 3:
                Put(path, "160000", []);
                break;
            case 4 when existing is not null && Files[existing].Mode.StartsWith("100", StringComparison.Ordinal):
                Files[existing] = (Files[existing].Mode == "100644" ? "100755" : "100644", Files[existing].Content);
                break;
            case 5:
                Put(path, "100644", [.. Text(random.Next(5)), 0, .. Text(3)]);
                break;
            case 6:
                Put(path, "100644", Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Text(4))));
                break;
            case > 6 when existing is not null && Files[existing].Mode.StartsWith("100", StringComparison.Ordinal):
                Files[existing] = (Files[existing].Mode, Edit(Files[existing].Content));
                break;
            default:
                Put(path, "100644", Text(random.Next(0, 30)));
                break;
        }
    }

    /// <summary>A path cannot be a file and a folder.</summary>
    public void Put(string path, string mode, byte[] content)
    {
        foreach (var other in Files.Keys
                .Where(other => other.StartsWith(path + "/", StringComparison.Ordinal) || path.StartsWith(other + "/", StringComparison.Ordinal))
                .ToList())
        {
            Files.Remove(other);
        }

        Files[path] = (mode, content);
    }

    public byte[] Text(int lines)
    {
        var end = random.Next(6) == 0 ? "\r\n" : "\n";
        var text = string.Concat(Enumerable.Range(
            0,
            lines).Select(_ => Pick(Words) + (random.Next(3) == 0 ? random.Next(50).ToString(CultureInfo.InvariantCulture) : "") + end));
        return Encoding.UTF8.GetBytes(random.Next(4) == 0 ? text.TrimEnd('\n') : text);
    }

    public byte[] Edit(byte[] content)
    {
        var lines = Encoding.Latin1.GetString(content).Split('\n').ToList();
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var at = random.Next(lines.Count + 1);
            if (at < lines.Count && random.Next(2) == 0)
            {
                lines.RemoveAt(at);
            }
            else
            {
                lines.Insert(at, Pick(Words));
            }
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }

    public string Pick(string[] values) => values[random.Next(values.Length)];

    /// <summary>Writes them into a commit of what <c>git fast-import</c> reads.</summary>
    /// <param name="stream">It.</param>
    /// <param name="number">Of the commit: submodules move with it.</param>
    public void Write(Stream stream, int number)
    {
        foreach (var (path, (mode, content)) in Files)
        {
            var quoted = Quote(path);
            if (mode == "160000")
            {
                Put(FormattableString.Invariant($"M 160000 {number % 3:d40} {quoted}\n").Replace(
                    new string('0', 40),
                    new string('e', 40),
                    StringComparison.Ordinal));
                continue;
            }

            Put(FormattableString.Invariant($"M {mode} inline {quoted}\ndata {content.Length}\n"));
            stream.Write(content);
            Put("\n");
        }

        void Put(string text) => stream.Write(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>As fast-import reads it. A letter from U+DC80 to U+DCFF stands for a byte that is no UTF-8.</summary>
    private static string Quote(string path)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in path)
        {
            quoted.Append(letter switch
            {
                '\\' => "\\\\",
                '"' => "\\\"",
                '\n' => "\\n",
                '\t' => "\\t",
                >= '\udc80' and <= '\udcff' when quoted[^1] is < '\ud800' or > '\udbff' => "\\" + Convert.ToString(letter - 0xdc00, 8),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
