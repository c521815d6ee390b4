using System.Text.Json;
using Gates.Policies;
using Gates.Policies.Engine;
using Gates.Runner.Configuration.Policies;
using Runner.Tests.Cases;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Formats.Foundation.Globs;

/// <summary>Policies that take globs understand the same dialect as the program.</summary>
public sealed class PolicyGlobTests
{
    private const string Judge = """
        import { matchesPath } from "../lib/globs.js";

        export function judge({ rows }, settings, report) {
          for (const { glob, path } of rows.filter((row) => matchesPath(row.glob, row.path) !== row.expected)) {
            report.error("glob", `${glob} on ${path}`);
          }

          report.metric("compared", rows.length);
        }
        """;

    [Fact]
    public async Task EveryPromisedForm_IsTheSameInPolicies()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policies/p/policy.js"] = Judge,
            ["policies/lib/globs.js"] = File.ReadAllText(Repository.Combine("policies", "lib", "globs.js")),
        };
        var policy = await new PolicyLinker(new InProcessJudge()).LinkAsync(
            new PolicyFiles("policies/p/policy.js", texts).Source,
            TestContext.Current.CancellationToken);
        var rows = GlobTests.Promised.SelectMany(row => Rows(row.Data)).ToList();
        var facts = JsonSerializer.SerializeToElement(new { rows });

        var judgement = PolicyScript.Load(policy).Judge(new Evidence("k", facts), JsonElement.Parse("{}"), new PolicyLimits());

        judgement.Findings.Select(finding => finding.Message).ShouldBeEmpty();
        judgement.Metrics.Single().Value.ShouldBe(rows.Count);
    }

    /// <summary>Sets over characters beyond the 65,536 first are the program's alone.</summary>
    private static IEnumerable<object> Rows((string Glob, string Matching, string Others) row) =>
        row.Glob.Contains("[😀", StringComparison.Ordinal)
            ? []
            : Split(row.Glob, row.Matching, expected: true).Concat(Split(row.Glob, row.Others, expected: false));

    private static IEnumerable<object> Split(string glob, string paths, bool expected) =>
        paths.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(path => (object)new { glob, path, expected });
}
