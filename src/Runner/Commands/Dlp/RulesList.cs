using System.Text;
using System.Text.Json;
using Gates.BuiltIn;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Gates.Formats.Foundation.Text;
using Gates.Formats.Settings;
using Gates.Pipeline.RuleBooks;

namespace Gates.Runner.Commands.Dlp;

/// <summary>The rules that are known, for people and for programs.</summary>
internal static class RulesList
{
    public static async Task<int> RunAsync(DirectoryInfo folder, string[] words, bool isJson, CancellationToken cancellationToken)
    {
        using var workspace = await RuleSource.OpenAsync(folder, cancellationToken);
        var all = GateCatalog.Rules.Rules(workspace.Tree);
        var shown = all.Where(rule => words.Length == 0 || words.Any(word => Has(rule, word))).ToList();
        if (isJson)
        {
            await Console.Out.WriteLineAsync(ToJson(shown, GateCatalog.Rules.Digest(workspace.Tree)));
        }
        else
        {
            Print(shown, all.Count, Console.Out);
        }

        return (int)ExitCode.Holds;
    }

    private static bool Has(ListedRule rule, string word) =>
        new[] { rule.Id, rule.Title, rule.Category, rule.Severity, rule.Provider ?? "" }.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static void Print(List<ListedRule> rules, int all, TextWriter output)
    {
        var width = rules.Select(rule => rule.Id.Length).DefaultIfEmpty(0).Max();
        foreach (var group in rules.GroupBy(rule => rule.Category))
        {
            output.WriteLine($"{group.Key} ({group.Count()})");
            foreach (var rule in group.OrderBy(rule => rule.Id, StringComparer.Ordinal))
            {
                output.WriteLine(TerminalLine.Of($"  {rule.Id.PadRight(width)}  {rule.Severity,-7}  "
                    + $"{rule.Title}{(rule.IsOwn ? $" ({GateCatalog.Rules.Path})" : "")}"));
            }

            output.WriteLine();
        }

        var own = rules.Count(rule => rule.IsOwn);
        output.WriteLine(Prose.Count(rules.Count, "rule")
            + (rules.Count < all ? $" of {Prose.Number(all)}" : "")
            + (own > 0 ? $", {own} of them of {GateCatalog.Rules.Path}." : ".")
            + $" Severities are changed under `rules` of {GateCatalog.Rules.GateId}, by rule or category.");
    }

    private static string ToJson(List<ListedRule> rules, string digest)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, SettingJson.Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("digest", digest);
            json.WriteStartArray("rules");
            foreach (var rule in rules)
            {
                json.WriteStartObject();
                json.WriteString("id", rule.Id);
                json.WriteString("title", rule.Title);
                json.WriteString("category", rule.Category);
                json.WriteString("severity", rule.Severity);
                json.WriteString("provider", rule.Provider);
                json.WriteBoolean("own", rule.IsOwn);
                json.WriteString("help", rule.Help);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
