namespace Gates.Formats.Foundation.Globs;

/// <summary>Writes a glob with <c>{a,b}</c> as the globs without that it stands for.</summary>
internal static class GlobBraces
{
    /// <value>Globs that one may stand for.</value>
    private const int MaxCount = 256;

    private const int MaxDepth = 8;

    /// <exception cref="FormatException">A brace has no partner, holds nothing, or stands for too much.</exception>
    public static IReadOnlyList<string> Expand(string glob)
    {
        var at = 0;
        var expanded = Sequence(glob, ref at, depth: 0);
        return at == glob.Length ? expanded : throw new FormatException("has } without {; write [}] for the character itself");
    }

    private static List<string> Sequence(string glob, ref int at, int depth)
    {
        List<string> read = [""];
        while (at < glob.Length && glob[at] != '}' && (depth == 0 || glob[at] != ','))
        {
            var start = at;
            switch (glob[at])
            {
                case '{':
                    read = Join(read, Group(glob, ref at, depth + 1));
                    break;
                case '[':
                    at = GlobSet.End(glob, at);
                    read = Join(read, [glob[start..at]]);
                    break;
                default:
                    do
                    {
                        at++;
                    }
                    while (at < glob.Length && glob[at] is not ('{' or '}' or '[' or ','));
                    read = Join(read, [glob[start..at]]);
                    break;
            }
        }

        return read;
    }

    private static List<string> Group(string glob, ref int at, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException(FormattableString.Invariant($"nests {{ }} more than {MaxDepth} deep"));
        }

        var start = at;
        var alternatives = new List<string>();
        do
        {
            at++;
            alternatives.AddRange(Sequence(glob, ref at, depth));
        }
        while (at < glob.Length && glob[at] == ',');
        if (at == glob.Length)
        {
            throw new FormatException("has { without }; write [{] for the character itself");
        }

        at++;
        var inside = glob[(start + 1)..(at - 1)];
        return inside.Length == 0 ? throw new FormatException("has {} with nothing in it; write {a,b}")
            : alternatives.Count == 1 && inside.Contains("..", StringComparison.Ordinal)
                ? throw new FormatException($"has {{{inside}}}, which is no range here; write {{1,2,3}}")
            : alternatives.Count > MaxCount ? throw TooMany()
            : alternatives;
    }

    private static List<string> Join(List<string> firsts, List<string> seconds)
    {
        if ((long)firsts.Count * seconds.Count > MaxCount)
        {
            throw TooMany();
        }

        var joined = new List<string>(firsts.Count * seconds.Count);
        foreach (var first in firsts)
        {
            joined.AddRange(seconds.Select(second => first + second));
        }

        return joined;
    }

    private static FormatException TooMany() => new(FormattableString.Invariant($"stands for more than {MaxCount} globs; write several, or use *"));
}
