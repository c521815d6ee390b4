using System.Text;

namespace Gates.Formats.Foundation.Globs;

/// <summary>A glob without braces, and the places of a path that it can reach, step by step: nothing is tried twice.</summary>
internal sealed class GlobPattern
{
    private const int OnStack = 512;

    private readonly List<(Step Step, char Character, GlobSet? Set)> steps = [];
    private readonly bool isFolderToo;
    private readonly string start;

    private GlobPattern(string glob)
    {
        var parts = (glob.EndsWith('/') ? glob + "**" : glob).Split('/');
        for (var i = 0; i < parts.Length; i++)
        {
            Add(parts[i], isLast: i == parts.Length - 1);
        }

        // What ends in a plain name may be a folder, and then stands for all that is in it.
        isFolderToo = parts[^1].AsSpan().IndexOfAny("*?[") < 0;
        start = string.Concat(steps.TakeWhile(step => step.Step == Step.Character).Select(step => step.Character));
    }

    private enum Step
    {
        Character,

        /// <value>One character of a set; without a set any but a slash.</value>
        One,

        /// <value>Any characters of one name.</value>
        Name,

        /// <value>Any folders, also none.</value>
        Folders,

        /// <value>All that is left, and something is.</value>
        Rest,
    }

    /// <exception cref="FormatException">It is none.</exception>
    public static GlobPattern Parse(string glob) => new(glob);

    public bool Matches(string path)
    {
        if (!path.StartsWith(start, StringComparison.Ordinal))
        {
            return false;
        }

        Span<bool> reached = path.Length < OnStack ? stackalloc bool[path.Length + 1] : new bool[path.Length + 1];
        reached.Clear();
        reached[start.Length] = true;
        for (var i = start.Length; i < steps.Count; i++)
        {
            if (steps[i].Step == Step.Rest)
            {
                return reached[..^1].Contains(true);
            }

            Advance(steps[i], path, reached);
            if (!reached.Contains(true))
            {
                return false;
            }
        }

        return reached[path.Length] || (isFolderToo && EndsAtFolder(path, reached));
    }

    public bool MayReach(string folder) => folder.StartsWith(start, StringComparison.Ordinal) || start.StartsWith(folder, StringComparison.Ordinal);

    private static bool EndsAtFolder(string path, ReadOnlySpan<bool> reached)
    {
        for (var at = 0; at < path.Length; at++)
        {
            if (reached[at] && path[at] == '/')
            {
                return true;
            }
        }

        return false;
    }

    private static void Advance((Step Step, char Character, GlobSet? Set) step, string path, Span<bool> reached)
    {
        switch (step.Step)
        {
            case Step.Character:
                for (var at = path.Length; at > 0; at--)
                {
                    reached[at] = reached[at - 1] && path[at - 1] == step.Character;
                }

                reached[0] = false;
                break;
            case Step.One:
                for (var at = path.Length; at > 0; at--)
                {
                    var width = at > 1 && char.IsSurrogatePair(path[at - 2], path[at - 1]) ? 2 : 1;
                    reached[at] = reached[at - width] && IsOne(path, at - width, step.Set);
                }

                reached[0] = false;
                break;
            case Step.Name:
                for (var at = 0; at < path.Length; at++)
                {
                    reached[at + 1] |= reached[at] && path[at] != '/';
                }

                break;
            default:
                var any = false;
                for (var at = 0; at <= path.Length; at++)
                {
                    any |= reached[at];
                    reached[at] = any && (at == 0 || path[at - 1] == '/');
                }

                break;
        }
    }

    private static bool IsOne(string path, int at, GlobSet? set)
    {
        var rune = Rune.TryGetRuneAt(path, at, out var whole) ? whole.Value : path[at];
        return set is null ? rune != '/' : set.Has(rune);
    }

    private void Add(string part, bool isLast)
    {
        switch (part)
        {
            case "**":
                steps.Add((isLast ? Step.Rest : Step.Folders, default, null));
                return;
            case "":
                throw new FormatException("has a folder without a name; write one / between folders");
            case ".":
                throw new FormatException("has . for a folder; leave that away");
            default:
                if (part.Contains("**", StringComparison.Ordinal))
                {
                    throw new FormatException($"has {part}; ** stands alone between slashes, as in **/*.yaml, and within one name * is enough");
                }

                break;
        }

        for (var at = 0; at < part.Length; at++)
        {
            if (part[at] == '[')
            {
                var end = GlobSet.End(part, at);
                steps.Add((Step.One, default, GlobSet.Parse(part[at..end])));
                at = end - 1;
            }
            else
            {
                steps.Add(part[at] switch { '*' => (Step.Name, default, null), '?' => (Step.One, default, null), var plain => (Step.Character, plain, null) });
            }
        }

        if (!isLast)
        {
            steps.Add((Step.Character, '/', null));
        }
    }
}
