namespace Runner.Tests.Formats.Foundation.Globs;

/// <summary>The dialect without braces as one would say it: try everything. Slow on purpose.</summary>
internal static class NaiveGlob
{
    public static bool Matches(string glob, string path)
    {
        var parts = (glob.EndsWith('/') ? glob + "**" : glob).Split('/');
        var names = path.Split('/');
        return Folders(parts, names)
            || (!parts[^1].AsSpan().ContainsAny("*?[") && Enumerable.Range(1, names.Length - 1).Any(count => Folders(parts, names.AsSpan(0, count))));
    }

    private static bool Folders(ReadOnlySpan<string> parts, ReadOnlySpan<string> names)
    {
        if (parts is ["**"])
        {
            return names.Length > 0;
        }

        if (parts.Length == 0 || names.Length == 0)
        {
            return parts.Length == 0 && names.Length == 0;
        }

        return parts[0] == "**"
            ? Folders(parts[1..], names) || Folders(parts, names[1..])
            : Name(parts[0], names[0]) && Folders(parts[1..], names[1..]);
    }

    private static bool Name(ReadOnlySpan<char> glob, ReadOnlySpan<char> name)
    {
        if (glob.IsEmpty)
        {
            return name.IsEmpty;
        }

        if (glob[0] == '*')
        {
            return Name(glob[1..], name) || (!name.IsEmpty && Name(glob, name[1..]));
        }

        if (name.IsEmpty)
        {
            return false;
        }

        if (glob[0] != '[')
        {
            return (glob[0] == '?' || glob[0] == name[0]) && Name(glob[1..], name[1..]);
        }

        var end = glob.IndexOf(']');
        var negated = glob[1] == '!';
        return glob[(negated ? 2 : 1)..end].Contains(name[0]) != negated && Name(glob[(end + 1)..], name[1..]);
    }
}
