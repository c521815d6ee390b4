using System.Text;
using System.Text.RegularExpressions;

namespace Gates.Runner.Authoring;

/// <summary>The shared scripts that a shipped policy imports, and those that they import.</summary>
internal static partial class ImportedLibrary
{
    private const string Folder = "policies/lib/";

    /// <param name="policy">The policy's files.</param>
    /// <returns>Paths relative to the repository's root, with the contents.</returns>
    public static IReadOnlyList<KeyValuePair<string, byte[]>> Of(IEnumerable<KeyValuePair<string, byte[]>> policy)
    {
        var library = EmbeddedFiles.Below(Folder).ToDictionary(StringComparer.Ordinal);
        var wanted = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var pending = new Queue<byte[]>(policy.Where(file => !file.Key.StartsWith("cases/", StringComparison.Ordinal)).Select(file => file.Value));
        while (pending.TryDequeue(out var script))
        {
            foreach (Match match in Specifier().Matches(Encoding.UTF8.GetString(script)))
            {
                var name = match.Groups["name"].Value;
                foreach (var candidate in (string[])[name, name + ".js", name + ".ts"])
                {
                    if (library.TryGetValue(candidate, out var content) && wanted.TryAdd(Folder + candidate, content))
                    {
                        pending.Enqueue(content);
                    }
                }
            }
        }

        return [.. wanted];
    }

    [GeneratedRegex("""["'](?:\.\./lib/|\./)(?<name>[\w./-]+)["']""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Specifier();
}
