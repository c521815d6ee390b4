using System.Text.RegularExpressions;

namespace Policies.Tests.TypeScript;

/// <summary>
/// The snippets of <c>Corpus/*.txt</c>: a line <c>//// name</c>, the text, and a line <c>//// = value</c>. They may import from
/// <c>values.js</c>. Who adds one writes the value by hand; a test holds it against TypeScript.
/// </summary>
public static partial class Corpus
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Corpus");

    public static IReadOnlyList<Snippet> Snippets { get; } = [.. Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(Read)];

    /// <value>The module <c>values.js</c>, which snippets import.</value>
    public static string Values { get; } = File.ReadAllText(Path.Combine(Folder, "values.js"));

    private static IEnumerable<Snippet> Read(string path) =>
        from match in Block().Matches(File.ReadAllText(path))
        select new Snippet(Path.GetFileName(path), match.Groups["name"].Value, match.Groups["source"].Value, match.Groups["value"].Value);

    [GeneratedRegex(@"^//// (?!= )(?<name>.+)\n(?<source>(?:(?!//// ).*\n)*?)//// = (?<value>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
