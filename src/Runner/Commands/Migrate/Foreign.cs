using Gates.Pipeline;

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

    /// <summary>A rule or a path that holds a token would spread it: it is left, and not even named.</summary>
    public void LeaveTokens(ISecretFinder tokens)
    {
        bool Holds(string place, params IEnumerable<string?> texts) => tokens.Find(place, string.Join('\n', texts)).Count > 0;
        foreach (var rule in Rules.Where(rule => Holds(rule.Place, [rule.Id, rule.Title, rule.Regex, .. rule.Keywords])).ToList())
        {
            Rules.Remove(rule);
            Leave(rule.Place, "a rule that holds a token itself is not copied: revoke the token, and write a rule for its form by hand");
        }

        foreach (var path in Paths.Where(path => Holds(path.Place, [path.Glob, path.Rule])).ToList())
        {
            Paths.Remove(path);
            Leave(path.Place, "a path that holds a token itself is not copied: revoke the token");
        }
    }

    /// <summary>What is left is said, without a token in it.</summary>
    public void MaskLeft(ISecretFinder tokens)
    {
        for (var i = 0; i < Left.Count; i++)
        {
            Left[i] = TokenMask.Apply(tokens, "left.txt", Left[i]);
        }
    }
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
