using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gates.Doors.Workers;
using Gates.Policies;
using Shouldly;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Runs hostile scripts on a worker that must outlive them.</summary>
internal sealed class Containment(PolicyWorker worker)
{
    private const string Path = "policies/hostile/policy.js";

    private static readonly PolicyLimits Patient = new() { Timeout = TimeSpan.FromSeconds(20) };

    private static readonly JsonElement Facts = JsonElement.Parse("""
        {"yaml":[{"$doc":true,"path":"a.yaml","index":0,"root":{"$node":"map","line":1,"column":1,"entries":[
          {"key":"name","keyLine":1,"keyColumn":1,"node":{"$node":"scalar","line":1,"column":7,"value":"x"}},
          {"key":"list","keyLine":2,"keyColumn":1,"node":{"$node":"seq","line":2,"column":7,"items":[{"$node":"scalar","line":2,"column":8,"value":1},{"$node":"scalar","line":2,"column":11,"value":2}]}}]}}]}
        """);

    private static readonly JsonElement Settings = JsonElement.Parse("{}");

    public int? ProcessId => worker.ProcessId;

    /// <returns>What came of it, in lines: what it reports, or its error.</returns>
    public async Task<(IReadOnlyList<string> Lines, PolicyException? Failure, TimeSpan Elapsed)> JudgeAsync(HostileScript script, string path = Path)
    {
        var source = script.Others.Count == 0 ? new PolicySource(path, script.Text)
            : PolicySource.From(path, path, new Dictionary<string, string>(script.Others, StringComparer.Ordinal) { [path] = script.Text });
        var watch = Stopwatch.StartNew();
        try
        {
            return (Lines(await JudgeAsync(source, script.Allowed)), null, watch.Elapsed);
        }
        catch (PolicyException e)
        {
            return ([e.Message], e, watch.Elapsed);
        }
    }

    /// <summary>A world that nobody has touched, and a heap that is free.</summary>
    public async Task CheckHarmlessAsync()
    {
        var judgement = await JudgeAsync(
            new PolicySource("harmless.js", """
            export function judge(evidence, settings, report) {
              const all = evidence.yaml[0].find("list[*]").map((node) => node.value);
              report.log([typeof Object.prototype.poison, typeof Object.prototype.line, [...all, ...new Set("ab")], "ab".startsWith("a"), /b/.test("ab"), new Date(0).toJSON()].join(" "));
            }
            """),
            Patient);
        judgement.Log.ShouldBe(["undefined undefined 1,2,a,b true true 1970-01-01T00:00:00.000Z"]);
    }

    public Task<Judgement> JudgeAsync(PolicySource source, PolicyLimits limits) =>
        worker.JudgeAsync(source, new Gates.Policies.Evidence("test/v1", Facts), Settings, limits, CancellationToken.None);

    private static List<string> Lines(Judgement judgement) =>
    [
        .. judgement.Findings.Select(finding => Line(
            finding.Severity.ToString().ToLowerInvariant(),
            finding.Rule,
            finding.Message,
            Line(finding.Location),
            finding.Identity,
            finding.Help)),
        .. judgement.Passed.Select(check => Line("pass", check.Rule, check.Message)),
        .. judgement.Metrics.Select(metric => Line("metric", metric.Name, metric.Value.ToString(CultureInfo.InvariantCulture), metric.Unit)),
        .. judgement.Outputs.Select(output => Line("output", output.Name, output.Value)),
        .. judgement.Charts.Select(chart => Line("chart", chart.Name, string.Join(',', chart.Lines[0].Values))),
        .. judgement.Log.Select(text => "log " + text),
    ];

    private static string? Line(Location? location) => location switch
    {
        null => null,
        { Line: null } => location.Path,
        { Column: null } => FormattableString.Invariant($"{location.Path}:{location.Line}"),
        { EndLine: null } => FormattableString.Invariant($"{location.Path}:{location.Line}:{location.Column}"),
        _ => FormattableString.Invariant($"{location.Path}:{location.Line}:{location.Column}-{location.EndLine}:{location.EndColumn}"),
    };

    private static string Line(params string?[] parts) => string.Join(' ', parts.Where(part => part is not null));
}
