using DiffPlex;
using DiffPlex.Chunkers;

namespace Gates.Doors.Git.Diffs;

/// <summary>
/// Compares lines. Whatever it is given, it ends soon: where the exact answer would take too long, a whole stretch counts as changed, never less.
/// </summary>
internal sealed class LineDiff
{
    /// <value>How many times a stretch is divided at lines that both sides have once.</value>
    private const int MaxDivision = 24;

    /// <value>Old lines times new lines of one stretch. The exact comparison is quadratic where everything differs.</value>
    private const long MaxStretchSize = 16_000_000;

    /// <value>The same for all stretches of all files together.</value>
    private long budget = 500_000_000;

    /// <summary>What turns the old lines into the new ones, in order.</summary>
    public IReadOnlyList<Hunk> Compare(IReadOnlyList<string> old, IReadOnlyList<string> now)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[] left = [.. old.Select(Number)];
        int[] right = [.. now.Select(Number)];
        var partners = new int[left.Length];
        Array.Fill(partners, -1);
        var open = new Stack<Stretch>([new Stretch(0, left.Length, 0, right.Length, 0)]);
        while (open.TryPop(out var stretch))
        {
            var rest = MatchEnds(stretch, left, right, partners);
            if (rest.OldCount == 0 || rest.NewCount == 0)
            {
                continue;
            }

            var anchors = rest.Depth < MaxDivision ? Anchors.Of(left.AsSpan(rest.Old, rest.OldCount), right.AsSpan(rest.New, rest.NewCount)) : [];
            if (anchors.Count == 0)
            {
                MatchExactly(rest, left, right, partners);
            }
            else
            {
                Divide(rest, anchors, partners, open);
            }
        }

        return HunksOf(partners, right.Length);

        int Number(string line)
        {
            if (!numbers.TryGetValue(line, out var number))
            {
                numbers[line] = number = numbers.Count;
            }

            return number;
        }
    }

    /// <summary>Pairs the equal lines at both ends.</summary>
    private static Stretch MatchEnds(Stretch stretch, int[] left, int[] right, int[] partners)
    {
        var (old, oldEnd, now, newEnd) = (stretch.Old, stretch.OldEnd, stretch.New, stretch.NewEnd);
        while (old < oldEnd && now < newEnd && left[old] == right[now])
        {
            partners[old++] = now++;
        }

        while (old < oldEnd && now < newEnd && left[oldEnd - 1] == right[newEnd - 1])
        {
            partners[--oldEnd] = --newEnd;
        }

        return stretch with { Old = old, OldEnd = oldEnd, New = now, NewEnd = newEnd };
    }

    private static void Divide(Stretch stretch, List<(int Old, int New)> anchors, int[] partners, Stack<Stretch> open)
    {
        var (old, now) = (stretch.Old, stretch.New);
        foreach (var anchor in anchors)
        {
            var (oldAnchor, newAnchor) = (stretch.Old + anchor.Old, stretch.New + anchor.New);
            partners[oldAnchor] = newAnchor;
            open.Push(new Stretch(old, oldAnchor, now, newAnchor, stretch.Depth + 1));
            (old, now) = (oldAnchor + 1, newAnchor + 1);
        }

        open.Push(new Stretch(old, stretch.OldEnd, now, stretch.NewEnd, stretch.Depth + 1));
    }

    /// <summary>Pairs what is left of a stretch. Lines that only one side has cannot be paired and are left out beforehand.</summary>
    private void MatchExactly(Stretch stretch, int[] left, int[] right, int[] partners)
    {
        var inRight = right[stretch.New..stretch.NewEnd].ToHashSet();
        var inLeft = left[stretch.Old..stretch.OldEnd].ToHashSet();
        int[] old = [.. Enumerable.Range(stretch.Old, stretch.OldCount).Where(i => inRight.Contains(left[i]))];
        int[] now = [.. Enumerable.Range(stretch.New, stretch.NewCount).Where(i => inLeft.Contains(right[i]))];
        var work = (long)old.Length * now.Length;
        if (work == 0 || work > MaxStretchSize || work > budget)
        {
            return;
        }

        budget -= work;
        var letters = new Dictionary<int, char>();
        var result = Differ.Instance.CreateDiffs(
            Spell(
                old.Select(line => left[line]),
                letters), Spell(now.Select(line => right[line]), letters), ignoreWhiteSpace: false, ignoreCase: false, CharacterChunker.Instance);
        var (i, j) = (0, 0);
        foreach (var block in result.DiffBlocks)
        {
            Pair(block.DeleteStartA);
            (i, j) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
        }

        Pair(old.Length);

        void Pair(int end)
        {
            for (; i < end && j < now.Length && left[old[i]] == right[now[j]]; i++, j++)
            {
                partners[old[i]] = now[j];
            }
        }
    }

    /// <summary>
    /// A letter for each line. The shorter side has at most 4,000 lines, so that there are no more letters than that, far below the surrogates.
    /// </summary>
    private static string Spell(IEnumerable<int> lines, Dictionary<int, char> letters) => string.Concat(lines.Select(line =>
    {
        if (!letters.TryGetValue(line, out var letter))
        {
            letters[line] = letter = (char)(letters.Count + 1);
        }

        return letter;
    }));

    private static List<Hunk> HunksOf(int[] partners, int newLength)
    {
        var hunks = new List<Hunk>();
        var (old, now) = (0, 0);
        for (var i = 0; i <= partners.Length; i++)
        {
            var partner = i < partners.Length ? partners[i] : newLength;
            if (partner < 0)
            {
                continue;
            }

            if (i > old || partner > now)
            {
                hunks.Add(new Hunk(old, i - old, now, partner - now));
            }

            (old, now) = (i + 1, partner + 1);
        }

        return hunks;
    }

    /// <summary>Old and new lines between which nothing is paired yet, the ends not included.</summary>
    private readonly record struct Stretch(int Old, int OldEnd, int New, int NewEnd, int Depth)
    {
        public int OldCount => OldEnd - Old;

        public int NewCount => NewEnd - New;
    }
}
