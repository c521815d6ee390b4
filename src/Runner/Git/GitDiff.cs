using System.Globalization;
using System.Text;

namespace Gates.Runner.Git;

/// <summary>Reads what <c>git diff</c> prints.</summary>
internal static class GitDiff
{
    private static readonly LineRange WholeFile = new(1, int.MaxValue);

    /// <param name="status">The fields of <c>--name-status -z</c>.</param>
    /// <param name="patch">The output of <c>--unified=0</c> over the same files in the same order.</param>
    /// <param name="untracked">Files that git does not track yet: new from first to last line.</param>
    public static IReadOnlyList<ChangedFile> Parse(IEnumerable<string> status, byte[] patch, IEnumerable<string> untracked)
    {
        var added = AddedLines(patch);
        var files = new List<ChangedFile>();
        var patched = 0;
        using var fields = status.GetEnumerator();
        while (fields.MoveNext())
        {
            var letter = fields.Current[0];
            var first = Next(fields);
            var path = letter is 'R' or 'C' ? Next(fields) : first;
            if (letter is 'U')
            {
                continue; // an unresolved merge: git lists the file again with its changes
            }

            var ranges = patched < added.Count ? added[patched++] : [];
            files.Add(letter switch
            {
                'A' => new ChangedFile(path, null, Deleted: false, ranges),
                'D' => new ChangedFile(path, path, Deleted: true, []),
                'C' => new ChangedFile(path, null, Deleted: false, ranges),
                _ => new ChangedFile(path, first, Deleted: false, ranges),
            });
        }

        return [.. files, .. untracked.Select(path => new ChangedFile(path, null, Deleted: false, [WholeFile]) { IsUntracked = true })];
    }

    /// <summary>The added ranges, one list a file. Only headers and hunk lines are read, so no path in the patch needs unquoting.</summary>
    private static List<List<LineRange>> AddedLines(byte[] patch)
    {
        var files = new List<List<LineRange>>();
        var body = 0;
        foreach (var line in Encoding.Latin1.GetString(patch).AsSpan().EnumerateLinesByFeed())
        {
            if (body > 0 && line is ['+' or '-', ..])
            {
                body--;
            }
            else if (line.StartsWith("diff --git ", StringComparison.Ordinal))
            {
                files.Add([]);
                body = 0;
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                var (removed, range) = ReadHunk(line);
                body = removed + (range is { } r ? r.Last - r.First + 1 : 0);
                if (range is { } lines)
                {
                    files[^1].Add(lines);
                }
            }
        }

        return files;
    }

    /// <summary><c>@@ -12,3 +14,2 @@</c>: three removed, lines 14 and 15 added.</summary>
    private static (int Removed, LineRange? Added) ReadHunk(ReadOnlySpan<char> line)
    {
        var text = line[3..];
        var (_, removed) = ReadSide(text[1..text.IndexOf(' ')]);
        text = text[(text.IndexOf('+') + 1)..];
        var (start, count) = ReadSide(text[..text.IndexOf(' ')]);
        return (removed, count == 0 ? null : new LineRange(start, start + count - 1));
    }

    private static (int Start, int Count) ReadSide(ReadOnlySpan<char> side)
    {
        var comma = side.IndexOf(',');
        return comma < 0
            ? (int.Parse(side, CultureInfo.InvariantCulture), 1)
            : (int.Parse(side[..comma], CultureInfo.InvariantCulture), int.Parse(side[(comma + 1)..], CultureInfo.InvariantCulture));
    }

    private static string Next(IEnumerator<string> fields) =>
        fields.MoveNext() ? fields.Current : throw new EvaluationException("git's list of changed files ends in the middle");
}
