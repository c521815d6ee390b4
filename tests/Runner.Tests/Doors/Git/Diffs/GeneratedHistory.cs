using System.Globalization;
using System.Text;
using Support;

namespace Runner.Tests.Doors.Git.Diffs;

/// <summary>A repository with many commits of every kind of change, the same for the same seed.</summary>
internal sealed class GeneratedHistory : IDisposable
{
    private static readonly string[] Paths = [
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

    private readonly Random random;
    private readonly SortedDictionary<string, (string Mode, byte[] Content)> files = new(StringComparer.Ordinal);

    public GeneratedHistory(int seed, int commits)
    {
        random = new Random(seed);
        using var stream = new MemoryStream();
        for (var i = 1; i <= commits; i++)
        {
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                Change();
            }

            Write(stream, i);
        }

        Repository.Import(stream.ToArray());
        Commits = Repository.Git("rev-list", "--reverse", "main").Split('\n');
    }

    public TempRepository Repository { get; } = new();

    public IReadOnlyList<string> Commits { get; }

    public void Dispose() => Repository.Dispose();

    private void Change()
    {
        var path = Pick(Paths);
        var existing = files.Count > 0 ? files.Keys.ElementAt(random.Next(files.Count)) : null;
        switch (random.Next(10))
        {
            case 0 when existing is not null:
                files.Remove(existing);
                break;
            case 1 when existing is not null && existing != path:
                var moved = files[existing];
                files.Remove(existing);
                Put(path, moved.Mode, random.Next(2) == 0 ? moved.Content : Edit(moved.Content));
                break;
            case 2:
                Put(path, "120000", Encoding.UTF8.GetBytes(Pick(Paths)));
                break;
            case 3:
                Put(path, "160000", []);
                break;
            case 4 when existing is not null && files[existing].Mode.StartsWith("100", StringComparison.Ordinal):
                files[existing] = (files[existing].Mode == "100644" ? "100755" : "100644", files[existing].Content);
                break;
            case 5:
                Put(path, "100644", [.. Text(random.Next(5)), 0, .. Text(3)]);
                break;
            case 6:
                Put(path, "100644", Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(Text(4))));
                break;
            case > 6 when existing is not null && files[existing].Mode.StartsWith("100", StringComparison.Ordinal):
                files[existing] = (files[existing].Mode, Edit(files[existing].Content));
                break;
            default:
                Put(path, "100644", Text(random.Next(0, 30)));
                break;
        }
    }

    /// <summary>A path cannot be a file and a folder.</summary>
    private void Put(string path, string mode, byte[] content)
    {
        foreach (var other in files.Keys
                .Where(other => other.StartsWith(path + "/", StringComparison.Ordinal) || path.StartsWith(other + "/", StringComparison.Ordinal))
                .ToList())
        {
            files.Remove(other);
        }

        files[path] = (mode, content);
    }

    private byte[] Text(int lines)
    {
        var end = random.Next(6) == 0 ? "\r\n" : "\n";
        var text = string.Concat(Enumerable.Range(
            0,
            lines).Select(_ => Pick(Words) + (random.Next(3) == 0 ? random.Next(50).ToString(CultureInfo.InvariantCulture) : "") + end));
        return Encoding.UTF8.GetBytes(random.Next(4) == 0 ? text.TrimEnd('\n') : text);
    }

    private byte[] Edit(byte[] content)
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

    private string Pick(string[] values) => values[random.Next(values.Length)];

    private void Write(MemoryStream stream, int number)
    {
        Put(FormattableString.Invariant($"commit refs/heads/main\nmark :{number}\ncommitter T <t@example.invalid> {1_700_000_000 + number} +0000\ndata 1\nx\n{(number > 1 ? $"from :{number - 1}\n" : "")}deleteall\n"));
        foreach (var (path, (mode, content)) in files)
        {
            var quoted = "\""
                + path.Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("\"", "\\\"", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal)
                    .Replace("\t", "\\t", StringComparison.Ordinal)
                + "\"";
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
}
