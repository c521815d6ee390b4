using System.Text.RegularExpressions;
using Gates.Runner.BuiltIn.HermeticBuild.Facts;

namespace Gates.Runner.BuiltIn.HermeticBuild.Locks;

/// <summary>pip's <c>requirements.txt</c> and its like.</summary>
internal sealed partial class RequirementsFile(RepositoryFiles files) : IFileInspector
{
    private static readonly string[] Locks = ["uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock"];

    public static bool IsRequirements(string path) =>
        path.EndsWith(".txt", StringComparison.Ordinal) && !path.EndsWith("CMakeLists.txt", StringComparison.Ordinal) &&
        (Folders.NameOf(path).Contains("requirements", StringComparison.Ordinal) || Folders.NameOf(Folders.Of(path)) == "requirements");

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        if (Locks.Any(name => files.Exists(Folders.Of(path), name)))
        {
            return;
        }

        var open = new List<(string Name, int Line)>();
        var (pinned, hashed) = (0, 0);
        foreach (var (line, number) in LogicalLines(text))
        {
            // Constraints, or hashes asked for, decide the versions elsewhere.
            if (line.StartsWith("-c", StringComparison.Ordinal) || line.StartsWith("--constraint", StringComparison.Ordinal))
            {
                return;
            }

            if (Requirement().Match(line) is not { Success: true } match)
            {
                continue;
            }

            var specifier = match.Groups["rest"].Value;
            if (specifier.Contains("--hash", StringComparison.Ordinal))
            {
                hashed++;
            }

            if (IsPinned(specifier))
            {
                pinned++;
            }
            else
            {
                open.Add((match.Groups["name"].Value, number));
            }
        }

        if (open.Count > 0 || hashed < pinned)
        {
            facts.Requirements.Add(new RequirementsFact([.. open.Select(item => item.Name)], pinned, hashed, path, open.Count > 0 ? open[0].Line : 1));
        }
    }

    private static bool IsPinned(string specifier)
    {
        var version = specifier.Split(';')[0];
        return (version.Contains("==", StringComparison.Ordinal) && !version.Contains(".*", StringComparison.Ordinal)) ||
            (version.TrimStart().StartsWith('@') && (version.Contains("#sha256=", StringComparison.Ordinal) || version.Split('@', '#', '/', ' ').Any(Pins.IsCommit)));
    }

    private static IEnumerable<(string Line, int Number)> LogicalLines(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var number = i + 1;
            var line = lines[i].Trim();
            while (line.EndsWith('\\') && i + 1 < lines.Length)
            {
                line = line[..^1] + " " + lines[++i].Trim();
            }

            var comment = line.StartsWith('#') ? 0 : line.IndexOf(" #", StringComparison.Ordinal);
            yield return (comment < 0 ? line : line[..comment].TrimEnd(), number);
        }
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)[ ]*(\[[^\]]*\])?[ ]*(?<rest>([=<>!~;@(]|--hash).*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Requirement();
}
