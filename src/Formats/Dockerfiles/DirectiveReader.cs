using System.Text.RegularExpressions;

namespace Gates.Formats.Dockerfiles;

/// <summary>Recognises directives, which stand before any other comment, blank line or instruction.</summary>
internal sealed partial class DirectiveReader(string comment = "#")
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private bool done;

    /// <summary>The directive on a line, or <see langword="null"/>. The first line that is none ends the block for good.</summary>
    /// <exception cref="FormatException">The directive stands twice.</exception>
    public DockerfileDirective? Read(string line, int number)
    {
        if (done)
        {
            return null;
        }

        var match = line.StartsWith(comment, StringComparison.Ordinal) ? Pattern().Match(line[comment.Length..].TrimStart()) : Match.Empty;
        var name = match.Groups[1].Value.ToLowerInvariant();
        if (name is not ("syntax" or "escape" or "check"))
        {
            done = true;
            return null;
        }

        return seen.Add(name)
            ? new DockerfileDirective(name, match.Groups[2].Value, number)
            : throw new FormatException($"the directive \"{name}\" stands twice; keep one");
    }

    [GeneratedRegex(@"^([a-zA-Z][a-zA-Z0-9]*)[ \t\f\r]*=[ \t\f\r]*(.+?)[ \t\f\r]*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
