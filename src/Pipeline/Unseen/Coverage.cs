using Gates.Formats.Foundation.Trees;

namespace Gates.Pipeline.Unseen;

/// <summary>Collects what a gate looked at and what it left out, from several threads. A gate that reports nothing else reports its zero.</summary>
internal sealed class Coverage
{
    /// <value>Paths named for one reason; the others are counted.</value>
    public const int MaxPaths = 50;

    private const string File = "file";

    private readonly Lock exclusive = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> counted = new(StringComparer.Ordinal);
    private readonly Dictionary<UnseenReason, HashSet<string>> leftOut = [];
    private bool isReported;

    /// <summary>A file was looked at; twice counts once.</summary>
    public void Saw(string path)
    {
        lock (exclusive)
        {
            isReported = true;
            seen.Add(path);
        }
    }

    /// <summary>Things that have no path were looked at, also when there were none.</summary>
    /// <param name="count">How many more.</param>
    /// <param name="unit">One of them, such as "objective".</param>
    public void Saw(int count, string unit = File)
    {
        lock (exclusive)
        {
            isReported = true;
            counted[unit] = counted.GetValueOrDefault(unit) + count;
        }
    }

    /// <summary>Something was not looked at. A path that was looked at all the same is not counted as left out.</summary>
    public void LeftOut(UnseenReason reason, string path)
    {
        lock (exclusive)
        {
            isReported = true;
            if (!leftOut.TryGetValue(reason, out var paths))
            {
                leftOut[reason] = paths = new HashSet<string>(StringComparer.Ordinal);
            }

            paths.Add(path);
        }
    }

    /// <summary>What a tree could not list, as far as the gate would have looked at it.</summary>
    /// <param name="tree">Where the gate looks.</param>
    /// <param name="filter">Which paths the configuration lets it look at.</param>
    /// <param name="isOfInterest">Which files it looks at; <see langword="null"/> means any. Folders always count: nobody knows what is in them.</param>
    public void LeftOut(ISourceTree tree, PathFilter filter, Predicate<string>? isOfInterest = null)
    {
        foreach (var unseen in tree.Unseen)
        {
            var why = unseen.IsFolder ? filter.WhyNotFolder(unseen.Path) : filter.WhyNot(unseen.Path);
            if (why != UnseenReasons.PathFilter && (unseen.IsFolder || isOfInterest?.Invoke(unseen.Path) != false))
            {
                LeftOut(why ?? unseen.Reason, unseen.Path);
            }
        }
    }

    /// <summary>All that was reported so far; <see langword="null"/> when nothing was.</summary>
    public CoverageSummary? Summary()
    {
        lock (exclusive)
        {
            if (!isReported)
            {
                return null;
            }

            return new CoverageSummary(Seen(), [.. UnseenReasons.All.Where(leftOut.ContainsKey).Select(Group).Where(group => group.Count > 0)]);
        }
    }

    /// <summary>Files first; their zero only where nothing else was looked at.</summary>
    private List<SeenCount> Seen()
    {
        var files = seen.Count + counted.GetValueOrDefault(File);
        var others = counted.Where(one => one.Key != File && one.Value > 0).Select(one => new SeenCount(one.Key, one.Value)).ToList();
        return files > 0 ? [new SeenCount(File, files), .. others]
            : others.Count > 0 ? others
            : [new SeenCount(counted.ContainsKey(File) ? File : counted.Keys.FirstOrDefault() ?? File, 0)];
    }

    private UnseenGroup Group(UnseenReason reason)
    {
        var paths = leftOut[reason].Where(path => !seen.Contains(path)).Order(StringComparer.Ordinal).ToList();
        return new UnseenGroup(reason, paths.Count, [.. paths.Take(MaxPaths)]);
    }
}
