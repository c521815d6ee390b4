using System.Text.Json;
using Gates.Policies;
using Gates.Runner;
using Gates.Runner.Linking;
using Runner.Tests.Cases;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Globs;

/// <summary>Policies that take globs understand the same dialect as the program.</summary>
public sealed class PolicyGlobTests
{
    private const string Judge = "\nfunction judgeGlobs(evidence, settings, report) { evidence.rows.forEach(function (row) { if (matches(row.glob, row.path) !== row.expected) report.error('glob', row.glob + ' on ' + row.path); }); report.metric('compared', evidence.rows.length); }\n";

    [Theory]
    [InlineData("src/Runner/BuiltIn/DlpScan/policy.js", "function matches(glob, path) { return globToRegExp(glob).test(path); }")]
    [InlineData("policies/lib/globs.js", "function matches(glob, path) { return matchesPath(glob, path); }")]
    public async Task EveryPromisedForm_IsTheSameInPolicies(string file, string matches)
    {
        var text = File.ReadAllText(Repository.Combine([.. file.Split('/')])).Replace("function judge(", "function unused(", StringComparison.Ordinal);
        var entry = file.EndsWith("globs.js", StringComparison.Ordinal) ? "policies/p/policy.js" : "p/policy.js";
        var script = (entry.StartsWith("policies/", StringComparison.Ordinal) ? "import { matchesPath } from \"../lib/globs.js\";\n" : text) + matches + Judge.Replace("judgeGlobs", "judge", StringComparison.Ordinal);
        var files = new PolicyFiles(entry, new Dictionary<string, string>(StringComparer.Ordinal) { [entry] = script, ["policies/lib/globs.js"] = text });
        var compiled = await new PolicyLinker(new InProcessJudge()).LinkAsync(files, TestContext.Current.CancellationToken);
        var rows = GlobTests.Promised.SelectMany(row => Rows(row.Data)).ToList();
        var facts = JsonSerializer.SerializeToElement(new { rows });

        var judgement = PolicyScript.Load(compiled).Judge(new Evidence("k", facts), JsonElement.Parse("{}"), new PolicyLimits());

        judgement.Findings.Select(finding => finding.Message).ShouldBeEmpty();
        judgement.Metrics.Single().Value.ShouldBe(rows.Count);
    }

    /// <summary>Sets over characters beyond the 65,536 first are the program's alone.</summary>
    private static IEnumerable<object> Rows((string Glob, string Matching, string Others) row) =>
        row.Glob.Contains("[😀", StringComparison.Ordinal) ? [] : Split(row.Glob, row.Matching, expected: true).Concat(Split(row.Glob, row.Others, expected: false));

    private static IEnumerable<object> Split(string glob, string paths, bool expected) =>
        paths.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(path => (object)new { glob, path, expected });
}
