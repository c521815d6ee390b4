using System.Globalization;
using System.Text;
using Runner.Tests.Doors.Git.Diffs;

namespace Runner.Tests.Doors.Git.Oracle;

/// <summary>Files as <see cref="GeneratedFiles"/> makes and changes them, and what is rarer than that.</summary>
internal sealed class StrangeFiles
{
    private static readonly string[] MorePaths =
    [
        "Readme.md", "README.md", "a/b/c/d/e/f/g/h/i/j/k/l/m.txt", "semi;colon", "emoji \U0001F680", "cafe\u0301", "caf\u00e9", "star*", "[set]", "end ",
        " begin", "back\\slash", "carriage\rreturn", "src/app.ts", "src/App.ts", "lib/app.ts", "docs/index.md", "#hash", "!bang", "~tilde", "dot.", "CON",
        "x:y",
    ];

    private readonly Random random;
    private readonly GeneratedFiles files;
    private readonly List<(string Mode, byte[] Content)> gone = [];
    private readonly bool hasNameOfBytes;

    /// <param name="random">Chooses.</param>
    /// <param name="hasNameOfBytes">Whether one name comes that is no UTF-8.</param>
    public StrangeFiles(Random random, bool hasNameOfBytes)
    {
        this.random = random;
        this.hasNameOfBytes = hasNameOfBytes;
        files = new GeneratedFiles(random);
        files = new GeneratedFiles(random) { Paths = [.. files.Paths, .. MorePaths] };
    }

    /// <summary>The files now, to go back to.</summary>
    public IReadOnlyDictionary<string, (string Mode, byte[] Content)> Snapshot() => new Dictionary<string, (string Mode, byte[] Content)>(files.Files);

    /// <summary>Goes back, and takes in some of what others have, as a merge does.</summary>
    public void Restore(IReadOnlyList<IReadOnlyDictionary<string, (string Mode, byte[] Content)>> snapshots)
    {
        files.Files.Clear();
        foreach (var (number, snapshot) in snapshots.Index())
        {
            foreach (var (path, (mode, content)) in snapshot.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                if (number == 0 || random.Next(2) == 0)
                {
                    files.Put(path, mode, content);
                }
            }
        }
    }

    public void Change()
    {
        var path = files.Pick(files.Paths);
        switch (random.Next(16))
        {
            case 0:
                files.Put(path, "100644", []);
                break;
            case 1:
                files.Put(path, "100755", Encoding.Latin1.GetBytes(FormattableString.Invariant($"caf\u00e9 na\u00efve\nstra\u00dfe\n{random.Next(9)}")));
                break;
            case 2:
                files.Put(path, "100644", Large());
                break;
            case 3:
                files.Put(path, "100644", Encoding.UTF8.GetBytes(string.Concat("one\rtwo\n", "three\u2028four\n").Insert(random.Next(9), "x")));
                break;
            case 4 when files.Files.Count > 0:
                // Duplicates: several files with one content are hard to tell apart when they move.
                var (mode, content) = files.Files.Values.ElementAt(random.Next(files.Files.Count));
                files.Put(path, mode, content);
                break;
            case 5 when files.Files.Count > 0:
                gone.Add(Take(files.Files.Keys.ElementAt(random.Next(files.Files.Count))));
                break;
            case 6 when gone.Count > 0:
                var back = gone[random.Next(gone.Count)];
                files.Put(path, back.Mode, back.Content);
                break;
            case 7 when hasNameOfBytes:
                files.Put("caf\udce9.txt", "100644", files.Text(3));
                break;
            case 8:
                MoveFolder();
                break;
            default:
                files.Change();
                break;
        }
    }

    public void Write(Stream stream, int number) => files.Write(stream, number);

    /// <summary>Some have a zero byte so far down that git does not look for it there.</summary>
    private byte[] Large()
    {
        var start = random.Next(50);
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(start, 900).Select(line => string.Create(
            CultureInfo.InvariantCulture,
            $"line {line}{(random.Next(200) == 0 ? " edited" : "")}\n"))) + (random.Next(3) == 0 ? "\0" : ""));
    }

    private void MoveFolder()
    {
        // What is put in its new place can push out another that is still to move.
        var moved = files.Files.Keys.Where(path => path.Contains('/', StringComparison.Ordinal)).ToList();
        foreach (var path in moved.Where(files.Files.ContainsKey))
        {
            var (mode, content) = Take(path);
            var isEdited = mode.StartsWith("100", StringComparison.Ordinal) && random.Next(3) == 0;
            files.Put("moved/" + path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..], mode, isEdited ? files.Edit(content) : content);
        }
    }

    private (string Mode, byte[] Content) Take(string path)
    {
        files.Files.Remove(path, out var file);
        return file;
    }
}
