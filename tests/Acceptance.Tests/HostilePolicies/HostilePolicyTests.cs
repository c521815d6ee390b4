using System.Diagnostics;
using System.Text.Json;
using Gates.Policies;
using Gates.Runner.PolicyWorkers;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.HostilePolicies;

public sealed class HostilePolicyTests(WorkerFixture fixture) : IClassFixture<WorkerFixture>
{
    private static readonly PolicyLimits Limits = new() { Timeout = TimeSpan.FromSeconds(1.5) };

    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);

    public static TheoryData<int, string> Scripts()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < HostileScripts.All.Count; i++)
        {
            data.Add(i, HostileScripts.All[i].Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task HostilePolicy_IsContained_NamedAndForgotten(int index, string name)
    {
        var script = HostileScripts.All[index];
        await JudgeHarmlessAsync();

        var watch = Stopwatch.StartNew();
        var failure = await Should.ThrowAsync<PolicyException>(() => JudgeAsync(script.Text, Limits));
        var elapsed = watch.Elapsed;

        elapsed.ShouldBeLessThan(Limits.Timeout + Slack, $"{name}: {failure.Message}");
        failure.Message.ShouldStartWith("policies/hostile/policy.js:");
        failure.Message.ShouldContain(script.Says, Case.Sensitive);
        if (script.Line > 0)
        {
            failure.Line.ShouldBe(script.Line, failure.Message);
        }

        if (script.Limits.Length > 0)
        {
            script.Limits.ShouldContain(failure.Limit, failure.Message);
            failure.Message.ShouldContain($"({failure.Limit} limit)", Case.Sensitive);
        }
        else
        {
            failure.Limit.ShouldBeNull(failure.Message);
        }

        (await JudgeHarmlessAsync()).ShouldBe(["undefined 1 true ok"]);
    }

    [Fact]
    public async Task PolicyThatPoisonsItsWorld_IsJudged_AndLeavesNothingBehind()
    {
        var judgement = await JudgeAsync("""
            function judge(evidence, settings, report) {
              Object.prototype.poison = 1;
              Array.prototype.find = Array.prototype.push = Array.prototype.forEach = null;
              String.prototype.startsWith = function () { return false; };
              Function.prototype.call = Function.prototype.apply = null;
              JSON.stringify = null;
              evidence.a = 1; settings.b = 2; report.error = null;
              report.error("rule", "message");
              report.log("{\"judgement\":{\"findings\":[]}}\n{\"started\":true}\n");
            }
            """, Limits);

        judgement.Findings.ShouldBe([new Finding("rule", Severity.Error, "message")]);
        judgement.Log.ShouldBe(["{\"judgement\":{\"findings\":[]}}\n{\"started\":true}\n"]);
        (await JudgeHarmlessAsync()).ShouldBe(["undefined 1 true ok"]);
    }

    private async Task<IReadOnlyList<string>> JudgeHarmlessAsync()
    {
        var judgement = await JudgeAsync("""
            function judge(evidence, settings, report) {
              report.log([typeof Object.prototype.poison, [1].find(function () { return true; }), "ab".startsWith("a"), "ok"].join(" "));
            }
            """, new PolicyLimits { Timeout = TimeSpan.FromSeconds(20) });
        return judgement.Log;
    }

    private async Task<Judgement> JudgeAsync(string text, PolicyLimits limits)
    {
        using var empty = JsonDocument.Parse("{}");
        return await fixture.Worker.JudgeAsync(
            new PolicySource("policies/hostile/policy.js", text), new Gates.Policies.Evidence("test/v1", empty.RootElement), empty.RootElement, limits, CancellationToken.None);
    }
}
