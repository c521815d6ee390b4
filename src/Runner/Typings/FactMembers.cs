using System.Text.RegularExpressions;
using Gates.Formats.Settings;
using Gates.Pipeline.Facts.Git;
using Gates.Pipeline.Facts.GitHub;
using Gates.Pipeline.Facts.Run;

namespace Gates.Runner.Typings;

/// <summary>The members of a policy's <c>Evidence</c>, as <c>gates.d.ts</c> declares and describes them.</summary>
internal static partial class FactMembers
{
    private const string Interface = "interface FactsEvidence {";

    private static readonly Lazy<IReadOnlyDictionary<string, (string Doc, string Type)>> Declared = new(Read);

    /// <param name="kind">The kind of fact.</param>
    /// <param name="asked">Its globs, or the parts that were asked for.</param>
    public static string Of(string kind, IReadOnlyList<string> asked)
    {
        var (doc, type) = Declared.Value[kind];
        var parts = kind is GitFacts.Kind or GitHubFacts.Kind ? asked : kind == RunContextFacts.Kind ? RunContextFacts.Members(asked) : [];
        if (parts.Count > 0)
        {
            type += $" & Required<Pick<{type}, {string.Join(" | ", parts.Distinct(StringComparer.Ordinal).Select(SettingJson.ToText))}>>";
        }

        return $"  {doc}\n  {kind}: {type};\n";
    }

    private static Dictionary<string, (string Doc, string Type)> Read()
    {
        var text = SharedTypes.Text;
        var start = text.IndexOf(Interface, StringComparison.Ordinal);
        var body = text[start..text.IndexOf("\n}", start, StringComparison.Ordinal)];
        return Member().Matches(body).ToDictionary(
            match => match.Groups["kind"].Value,
            match => (match.Groups["doc"].Value, match.Groups["type"].Value),
            StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^  (?<doc>/\*\*(?:(?!\*/)[\s\S])*\*/)\n  (?<kind>\w+)\?: (?<type>.+);$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Member();
}
