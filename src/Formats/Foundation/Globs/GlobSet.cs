namespace Gates.Formats.Foundation.Globs;

/// <summary>One character of a set such as <c>[ab]</c>, <c>[a-z]</c> or <c>[!ab]</c>; never a slash.</summary>
internal sealed class GlobSet
{
    private readonly bool negated;
    private readonly List<(int From, int To)> ranges = [];

    private GlobSet(bool negated) => this.negated = negated;

    /// <summary>Where a set ends that begins at a place: after its bracket. A bracket that comes first stands for itself.</summary>
    /// <exception cref="FormatException">It does not end.</exception>
    public static int End(string glob, int start)
    {
        var first = start + (start + 1 < glob.Length && glob[start + 1] == '!' ? 2 : 1);
        var end = first + 1 < glob.Length ? glob.IndexOf(']', first + 1) : -1;
        return end > 0 ? end + 1 : throw new FormatException("has [ without ]; write [[] for the character itself");
    }

    /// <param name="text">With its brackets.</param>
    /// <exception cref="FormatException">It is none of the forms.</exception>
    public static GlobSet Parse(string text)
    {
        var set = new GlobSet(text[1] == '!');
        var runes = text[(set.negated ? 2 : 1)..^1].EnumerateRunes().Select(rune => rune.Value).ToList();
        if (text[1] == '^')
        {
            throw new FormatException($"has {text}; write [!{text[2..]} for any other character");
        }

        if (text.Contains("[:", StringComparison.Ordinal))
        {
            throw new FormatException($"has {text}; named sets are not known here, write for example [a-z0-9]");
        }

        for (var i = 0; i < runes.Count; i++)
        {
            var range = i + 2 < runes.Count && runes[i + 1] == '-';
            var (from, to) = (runes[i], runes[range ? i + 2 : i]);
            if (from > to)
            {
                throw new FormatException($"has {text}, whose range runs backwards");
            }

            set.ranges.Add((from, to));
            i += range ? 2 : 0;
        }

        return set;
    }

    public bool Has(int rune) => rune != '/' && ranges.Exists(range => rune >= range.From && rune <= range.To) != negated;
}
