namespace Gates.Runner.Commands.Migrate;

/// <summary>What another scanner's files say, in terms that all of them share.</summary>
internal sealed class Foreign
{
    public List<string> Files { get; } = [];

    public List<ForeignRule> Rules { get; } = [];

    public List<ForeignAllow> Allows { get; } = [];

    public List<ForeignPath> Paths { get; } = [];

    /// <value>What cannot be carried, each with its place and why.</value>
    public List<string> Left { get; } = [];

    public void Leave(string place, string what) => Left.Add($"{place}: {what}");
}

/// <summary>A rule of another scanner.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Id">Its name there.</param>
/// <param name="Title">What it finds.</param>
/// <param name="Regex">Its pattern, in .NET's syntax; the value is the group <c>secret</c>, else all of it.</param>
internal sealed record ForeignRule(string Place, string Id, string Title, string Regex)
{
    public bool IgnoreCase { get; init; }

    public double Entropy { get; init; }

    /// <value>Globs; empty means every file.</value>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <value>Words that stand near a value there, and may lead to it.</value>
    public IReadOnlyList<string> Keywords { get; init; } = [];
}

/// <summary>A place whose findings somebody accepted.</summary>
/// <param name="Source">Where and how, in words that follow "taken over from".</param>
/// <param name="Path">The file.</param>
/// <param name="Line">The first line.</param>
/// <param name="EndLine">The last line.</param>
internal sealed record ForeignAllow(string Source, string Path, int Line, int EndLine);

/// <summary>Files that are left out.</summary>
/// <param name="Place">Where that is said.</param>
/// <param name="Glob">Which.</param>
/// <param name="Rule">The only rule that leaves them out, by its name there.</param>
internal sealed record ForeignPath(string Place, string Glob, string? Rule = null);
