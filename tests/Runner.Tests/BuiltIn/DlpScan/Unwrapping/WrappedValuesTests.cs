using System.Text;
using System.Text.Json;
using Gates.BuiltIn.DlpScan.RuleSets;
using Gates.BuiltIn.DlpScan.Values;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.BuiltIn.DlpScan.Unwrapping;

/// <summary>No value reaches the evidence, neither as it is nor as it was wrapped.</summary>
public sealed class WrappedValuesTests
{
    private const int Shortest = 12;

    [Fact]
    public async Task Neither_a_value_nor_what_wraps_it_reaches_the_evidence()
    {
        var found = 0;
        foreach (var (rule, path, text) in DlpScanGateTests.RuleSamples().Where(sample => sample.Rule.Anchor == RuleAnchor.Literal))
        {
            var wrapped = Wrappers.All.Select(wrapper => wrapper.Wrap(text)).ToList();
            var gzip = Convert.ToBase64String(Archives.Gzip(text));
            var folder = path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "x";
            var isShape = rule.Category is RuleCategories.ProviderSecret or RuleCategories.PrivateKey;
            (string, byte[])[] files =
            [
                .. wrapped.Select((content, i) => ($"{folder}/{i}/{path}", Encoding.UTF8.GetBytes("\nv: " + content + "\n"))),
                ("a.zip", Archives.Zip([(path, Encoding.UTF8.GetBytes(text)), (isShape ? text : "x", [.. "x"u8])])),
                ("b.tgz", Archives.Gzip(Archives.Tar((path, Encoding.UTF8.GetBytes(text))))),
                ("c.yaml", Encoding.UTF8.GetBytes("v: " + gzip)),
            ];

            var facts = await Scanning.Inspect(new MemoryTree(files.ToDictionary(file => file.Item1, file => file.Item2, StringComparer.Ordinal)));

            found += facts.GetProperty("hits").EnumerateArray().Count(hit => hit.GetProperty("rule").GetString() == rule.Id
                && (hit.TryGetProperty("inside", out _) || hit.TryGetProperty("member", out _)));
            var written = JsonSerializer.Serialize(facts, Unescaped);
            foreach (var word in wrapped.Append(gzip).Append(text).SelectMany(Words))
            {
                if (!new[] { rule.Id, rule.Title, rule.Help }.Any(said => said.Contains(word, StringComparison.OrdinalIgnoreCase)))
                {
                    written.Contains(word, StringComparison.OrdinalIgnoreCase).ShouldBeFalse(rule.Id);
                }
            }
        }

        found.ShouldBeGreaterThan(1_000);
    }

    private static JsonSerializerOptions Unescaped { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static IEnumerable<string> Words(string text) =>
        text.Split([' ', '\n', '"', '\'', '=', ':', '\\', '/', '@', ',', ';', '&']).Where(word => word.Length >= Shortest);
}
