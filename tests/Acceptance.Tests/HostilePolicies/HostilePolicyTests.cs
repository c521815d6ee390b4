using Gates.Policies;
using Shouldly;
using Xunit;

namespace Acceptance.Tests.HostilePolicies;

public sealed class HostilePolicyTests(WorkerFixture fixture) : HostileSuite(fixture)
{
    public static TheoryData<int, string> Scripts() => Rows(HostileScripts.All);

    [Theory]
    [MemberData(nameof(Scripts))]
#pragma warning disable xUnit1026 // The name is for whoever reads the result.
    public Task HostilePolicy_IsContained_NamedAndForgotten(int index, string name) => CheckAsync(HostileScripts.All[index]);
#pragma warning restore xUnit1026

    [Fact]
    public void Scripts_HaveNamesOfTheirOwn() =>
        HostileScripts.All.Concat(NativeAttacks.All).GroupBy(script => script.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).ShouldBeEmpty();

    [Fact]
    public async Task PolicyThatPoisonsItsWorld_IsJudged_AndLeavesNothingBehind()
    {
        var judgement = await JudgeAsync("poison", """
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
            """);

        judgement.Findings.ShouldBe([new Finding("rule", Severity.Error, "message")]);
        judgement.Log.ShouldBe(["{\"judgement\":{\"findings\":[]}}\n{\"started\":true}\n"]);
        await Fixture.Worker.CheckHarmlessAsync();
    }

    [Fact]
    public async Task MemoryOfOneJudgement_IsFreeForTheNext()
    {
        await Fixture.Other.CheckHarmlessAsync();
        var process = Fixture.Other.ProcessId;

        for (var i = 0; i < 4; i++)
        {
            var judgement = await JudgeAsync($"hoard-{i}", """
                const kept = [];
                export function judge(evidence, settings, report) {
                  for (let i = 0; i < 150; i++) kept.push(new Uint8Array(1 << 20).fill(1));
                  report.log(String(kept.length));
                }
                """);
            judgement.Log.ShouldBe(["150"]);
        }

        Fixture.Other.ProcessId.ShouldBe(process);
    }

    [Fact]
    public async Task HostileTypes_ComeToAnEnd()
    {
        foreach (var (name, text) in TypeAttacks.All)
        {
            var (lines, failure, elapsed) = await Fixture.Other.JudgeAsync(new HostileScript(name, text, []), "policies/hostile/policy.ts");

            elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3), name);
            lines.ShouldHaveSingleItem().ShouldMatch(failure is null ? "^log on$" : "^policies/hostile/policy.ts:[0-9]*:?[0-9]*:? (?!the policy worker)", name);
        }

        await Fixture.Other.CheckHarmlessAsync();
    }

    private Task<Judgement> JudgeAsync(string name, string text) =>
        Fixture.Other.JudgeAsync(new PolicySource($"policies/{name}/policy.js", text), new PolicyLimits { Timeout = TimeSpan.FromSeconds(20) });
}
