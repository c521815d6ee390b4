namespace Gates.BuiltIn.DlpScan.Scanning.Layers;

/// <summary>A match in what was taken out of its wrapping, and where that stands in the text at hand.</summary>
/// <param name="Match">What matched.</param>
/// <param name="Start">Where the wrapping begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Inside">What it was wrapped in, in words, from the innermost on.</param>
internal sealed record LayeredMatch(RawMatch Match, int Start, int End, string Inside)
{
    public override string ToString() => Match.ToString();
}

/// <summary>An archive that stands in text.</summary>
/// <param name="Start">Where its wrapping begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Inside">What it was wrapped in, in words.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="IsCut">Whether it may go on beyond what is at hand.</param>
internal sealed record LayeredArchive(int Start, int End, string Inside, byte[] Content, bool IsCut);

/// <summary>What the bytes that are scanned were taken out of; the place of a hit depends on it.</summary>
/// <param name="Member">The member of the archive, with those that hold it; <see langword="null"/> when the bytes are the file's own.</param>
/// <param name="Inside">What else it was wrapped in, in words.</param>
/// <param name="Place">Where that stands in the file, or in the member: lines and columns of what is wrapped mean nothing to a reader.</param>
internal sealed record Wrapping(string? Member, string? Inside, (int Line, int Column, int EndColumn)? Place)
{
    private const string Unnamed = "content";

    /// <summary>That of a member.</summary>
    /// <param name="outer">That of the archive; <see langword="null"/> for a file.</param>
    /// <param name="name">The member's name, as it may be shown.</param>
    public static Wrapping Of(Wrapping? outer, string name) => outer switch
    {
        null => new Wrapping(name, null, null),
        { Place: null } => outer with { Member = outer.Member is null ? name : outer.Member + "!/" + name },
        _ => outer with { Inside = name == Unnamed ? outer.Inside : name + " inside " + outer.Inside },
    };

    /// <summary>The place in words, for what is said of a file; a space at the end.</summary>
    public static string Where(Wrapping? wrapping)
    {
        if (wrapping is null)
        {
            return string.Empty;
        }

        var place = wrapping.Place is { } at ? FormattableString.Invariant($"line {at.Line} ({wrapping.Inside}) ") : string.Empty;
        return wrapping.Member is { } member ? $"{member} {place}" : place;
    }

    /// <summary>What is in <c>app.log.gz</c> is called <c>app.log</c>.</summary>
    public static string InnerName(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && name.Length > 3 ? name[..^3] : Unnamed;
    }
}
