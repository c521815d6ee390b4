using System.Text.RegularExpressions;
using Gates.BuiltIn.HermeticBuild.Facts;
using Gates.BuiltIn.HermeticBuild.Tools;

namespace Gates.BuiltIn.HermeticBuild.Locks;

/// <summary>pip's <c>requirements.txt</c> and its like.</summary>
internal sealed partial class RequirementsFile(RepositoryFiles files) : IFileInspector
{
    private static readonly string[] Locks = ["uv.lock", "poetry.lock", "pdm.lock", "pylock.toml", "Pipfile.lock"];

    public static bool IsRequirements(string path) =>
        path.EndsWith(".txt", StringComparison.Ordinal) && !path.EndsWith("CMakeLists.txt", StringComparison.Ordinal) &&
        (Folders.NameOf(path).Contains("requirements", StringComparison.Ordinal) || Folders.NameOf(Folders.Of(path)) == "requirements");

    private readonly HashSet<string> followed = new(StringComparer.Ordinal);

    /// <summary>Looks at a list that another file names; those that their own names tell have their own turn.</summary>
    public void Follow(string path, HermeticFacts facts)
    {
        if (!IsRequirements(path) && followed.Add(path) && facts.Requirements.All(known => known.Path != path) && files.TryRead("", path) is { } text)
        {
            Inspect(path, text, facts);
        }
    }

    public void Inspect(string path, string text, HermeticFacts facts)
    {
        var lines = LogicalLines(text).ToList();
        followed.Add(path);
        foreach (var list in lines.Select(line => Included(line.Text)).OfType<string>().Where(list => !Address.IsRemote(list)))
        {
            if (Folders.Enter(Folders.Of(path), list) is { } nested)
            {
                Follow(nested, facts);
            }
        }

        if (Locks.Any(name => files.Exists(Folders.Of(path), name)) || lines.Exists(line => IsConstraint(line.Text)))
        {
            return;
        }

        var sources = lines.Where(line => IsOpenSource(line.Text)).ToList();
        var found = lines.Select(line => (Match: Requirement().Match(line.Text), line.Number)).Where(line => line.Match.Success).ToList();
        var open = found.Where(line => !IsPinned(line.Match.Groups["rest"].Value)).ToList();
        var pinned = found.Count - open.Count;
        var hashed = found.Count(line => line.Match.Groups["rest"].Value.Contains("--hash", StringComparison.Ordinal));
        if (open.Count + sources.Count > 0 || hashed < pinned)
        {
            var names = open.Select(line =>
                line.Match.Groups["name"].Value).Concat(sources.Select(line => Show(line.Text))).Distinct(StringComparer.OrdinalIgnoreCase);
            var numbers = open.Select(line => line.Number).Concat(sources.Select(line => line.Number)).DefaultIfEmpty(1);
            facts.Requirements.Add(new RequirementsFact([.. names], pinned, hashed, path, numbers.Min()));
        }
    }

    // -r base.in
    private static string? Included(string line) => line.StartsWith("-r", StringComparison.Ordinal) ? line[2..].TrimStart(' ', '=')
        : line.StartsWith("--requirement", StringComparison.Ordinal) ? line[13..].TrimStart(' ', '=') : null;

    // git+https://…@main, -e git+https://…, an archive without a hash.
    private static bool IsOpenSource(string line)
    {
        var source = Source(line);
        return (source.StartsWith("git+", StringComparison.Ordinal) || source.StartsWith("hg+", StringComparison.Ordinal)
            || source.StartsWith("https://", StringComparison.Ordinal) || source.StartsWith("http://", StringComparison.Ordinal))
            && !line.Contains("--hash", StringComparison.Ordinal) && !VersionForm.IsFixedSource(source);
    }

    private static string Source(string line) =>
        Included(line) ??
        (line.StartsWith("-e ", StringComparison.Ordinal) ? line[3..] : line.StartsWith("--editable ", StringComparison.Ordinal) ? line[11..] : line).Trim();

    private static string Show(string line) => Address.Show(Source(line).Split(' ', ';')[0]);

    // Constraints decide the versions elsewhere.
    private static bool IsConstraint(string line) =>
        line.StartsWith("-c", StringComparison.Ordinal) || line.StartsWith("--constraint", StringComparison.Ordinal);

    private static bool IsPinned(string specifier)
    {
        var version = specifier.Split(';')[0];
        return (version.Contains("==", StringComparison.Ordinal) && !version.Contains(".*", StringComparison.Ordinal)) ||
            (version.TrimStart().StartsWith('@')
                && (version.Contains("#sha256=", StringComparison.Ordinal) || version.Split('@', '#', '/', ' ').Any(Pins.IsCommit)));
    }

    private static IEnumerable<(string Text, int Number)> LogicalLines(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var number = i + 1;
            var line = lines[i].Trim();
            if (line.EndsWith('\\'))
            {
                var parts = new List<string> { line[..^1] };
                while (line.EndsWith('\\') && i + 1 < lines.Length)
                {
                    line = lines[++i].Trim();
                    parts.Add(line.TrimEnd('\\'));
                }

                line = string.Join(' ', parts);
            }

            var comment = line.StartsWith('#') ? 0 : line.IndexOf(" #", StringComparison.Ordinal);
            yield return (comment < 0 ? line : line[..comment].TrimEnd(), number);
        }
    }

    [GeneratedRegex(
        @"^(?<name>[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)[ ]*(\[[^\]]*\])?[ ]*(?<rest>([=<>!~;@(]|--hash).*)?$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Requirement();
}
