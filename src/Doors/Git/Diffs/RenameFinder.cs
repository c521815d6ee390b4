using System.Text;
using Gates.Doors.Git.Objects;

namespace Gates.Doors.Git.Diffs;

/// <summary>Finds added files that are deleted ones under another name. One that it misses counts as new from first to last line.</summary>
/// <param name="old">What the deleted files hold.</param>
/// <param name="now">What the added files hold.</param>
internal sealed class RenameFinder(IFileContents old, IFileContents now)
{
    /// <value>Bytes; larger files are only found when nothing in them has changed.</value>
    private const int MaxComparedSize = 1 << 20;

    /// <value>Bytes of all files of one side that are compared, in the order of their paths.</value>
    private const int MaxCompared = 64 << 20;

    /// <value>A line that more deleted files than this have tells nothing.</value>
    private const int CommonLine = 50;

    /// <value>Which part of the larger file must be lines that the other has as well.</value>
    private const double Similar = 0.5;

    /// <summary>The pairs; each file is in one at most.</summary>
    public IReadOnlyList<(TreeEntry Old, TreeEntry New)> Find(IReadOnlyList<TreeEntry> deleted, IReadOnlyList<TreeEntry> added)
    {
        List<TreeEntry> gone = [.. deleted.Where(entry => entry.IsFile)];
        List<TreeEntry> come = [.. added.Where(entry => entry is { IsFile: true, Id.Length: > 0 })];
        if (gone.Count == 0 || come.Count == 0)
        {
            return [];
        }

        var found = new List<(TreeEntry Old, TreeEntry New)>();
        FindEqual(gone, come, found);
        if (gone.Count > 0 && come.Count > 0)
        {
            FindSimilar(gone, come, found);
        }

        return found;
    }

    private static void FindEqual(List<TreeEntry> gone, List<TreeEntry> come, List<(TreeEntry Old, TreeEntry New)> found)
    {
        var byId = gone.GroupBy(entry => entry.Id).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var entry in come)
        {
            if (byId.TryGetValue(entry.Id, out var candidates) && candidates.Count > 0)
            {
                var chosen = candidates.Find(candidate => NameOf(candidate) == NameOf(entry)) ?? candidates[0];
                candidates.Remove(chosen);
                found.Add((chosen, entry));
            }
        }

        var taken = found.SelectMany(pair => new[] { pair.Old, pair.New }).ToHashSet();
        gone.RemoveAll(taken.Contains);
        come.RemoveAll(taken.Contains);
    }

    private void FindSimilar(List<TreeEntry> gone, List<TreeEntry> come, List<(TreeEntry Old, TreeEntry New)> found)
    {
        var (sources, index) = Index(gone);
        var scored = new List<(double Score, TreeEntry Old, TreeEntry New)>();
        var budget = MaxCompared;
        foreach (var entry in come.Where(IsComparable))
        {
            budget -= (int)entry.Size;
            if (budget < 0)
            {
                break;
            }

            if (now.Read(entry) is { } bytes)
            {
                scored.AddRange(Shared(bytes, index)
                    .Select(pair => ((double)pair.Value / Math.Max(bytes.Length, sources[pair.Key].Size), sources[pair.Key], entry))
                    .Where(pair => pair.Item1 >= Similar));
            }
        }

        var taken = new HashSet<TreeEntry>();
        foreach (var (_, from, to) in scored.OrderByDescending(pair => pair.Score).ThenByDescending(pair => NameOf(pair.Old) == NameOf(pair.New))
            .ThenBy(pair => pair.New.Path, StringComparer.Ordinal).ThenBy(pair => pair.Old.Path, StringComparer.Ordinal))
        {
            if (!taken.Contains(from) && !taken.Contains(to))
            {
                taken.UnionWith([from, to]);
                found.Add((from, to));
            }
        }
    }

    /// <summary>Which of the deleted files have a line, and how often.</summary>
    private (List<TreeEntry> Sources, Dictionary<string, List<(int Source, int Times)>> Index) Index(List<TreeEntry> gone)
    {
        var sources = new List<TreeEntry>();
        var index = new Dictionary<string, List<(int Source, int Times)>>(StringComparer.Ordinal);
        var budget = MaxCompared;
        foreach (var entry in gone.Where(IsComparable))
        {
            budget -= (int)entry.Size;
            if (budget < 0)
            {
                break;
            }

            foreach (var (line, times) in Count(old.Read(entry) ?? []))
            {
                if (!index.TryGetValue(line, out var places))
                {
                    index[line] = places = [];
                }

                places.Add((sources.Count, times));
            }

            sources.Add(entry);
        }

        return (sources, index);
    }

    /// <summary>How many bytes of lines some content shares with each deleted file.</summary>
    private static Dictionary<int, long> Shared(byte[] content, Dictionary<string, List<(int Source, int Times)>> index)
    {
        var shared = new Dictionary<int, long>();
        foreach (var (line, times) in Count(content))
        {
            if (index.TryGetValue(line, out var places) && places.Count <= CommonLine)
            {
                foreach (var (source, sourceTimes) in places)
                {
                    shared[source] = shared.GetValueOrDefault(source) + ((long)line.Length * Math.Min(times, sourceTimes));
                }
            }
        }

        return shared;
    }

    private static Dictionary<string, int> Count(byte[] content)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var text = Encoding.Latin1.GetString(content);
        foreach (var line in (text.EndsWith('\n') ? text[..^1] : text).Split('\n'))
        {
            var ended = line + "\n";
            lines[ended] = lines.GetValueOrDefault(ended) + 1;
        }

        return lines;
    }

    /// <summary>What is empty, large, or not here is not looked into.</summary>
    private static bool IsComparable(TreeEntry entry) => entry.Size is > 0 and <= MaxComparedSize;

    private static string NameOf(TreeEntry entry) => entry.Path[(entry.Path.LastIndexOf('/') + 1)..];
}
