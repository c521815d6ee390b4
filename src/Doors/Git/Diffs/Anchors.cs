namespace Gates.Doors.Git.Diffs;

/// <summary>Lines that both sides have exactly once, as far as they come in the same order: they belong together.</summary>
internal static class Anchors
{
    public static List<(int Old, int New)> Of(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var places = new Dictionary<int, (int Old, int New)>();
        for (var i = 0; i < left.Length; i++)
        {
            places[left[i]] = places.ContainsKey(left[i]) ? (-1, -1) : (i, -2);
        }

        for (var i = 0; i < right.Length; i++)
        {
            if (places.TryGetValue(right[i], out var place))
            {
                places[right[i]] = place is { Old: >= 0, New: -2 } ? (place.Old, i) : (-1, -1);
            }
        }

        var both = new List<(int Old, int New)>();
        for (var i = 0; i < left.Length; i++)
        {
            if (places[left[i]] is { Old: >= 0, New: >= 0 } place)
            {
                both.Add(place);
            }
        }

        return LongestRising(both);
    }

    /// <summary>The longest part in which the new places rise as the old ones do, by patience sorting.</summary>
    private static List<(int Old, int New)> LongestRising(List<(int Old, int New)> pairs)
    {
        var tops = new List<int>();
        var before = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, tops.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[tops[middle]].New < pairs[i].New ? (middle + 1, high) : (low, middle);
            }

            before[i] = low > 0 ? tops[low - 1] : -1;
            if (low == tops.Count)
            {
                tops.Add(i);
            }
            else
            {
                tops[low] = i;
            }
        }

        var rising = new List<(int Old, int New)>();
        for (var i = tops.Count > 0 ? tops[^1] : -1; i >= 0; i = before[i])
        {
            rising.Add(pairs[i]);
        }

        rising.Reverse();
        return rising;
    }
}
