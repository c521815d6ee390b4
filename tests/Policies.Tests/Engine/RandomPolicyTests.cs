using System.Text.Json;
using Gates.Policies;
using Gates.Policies.Engine;
using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

public sealed class RandomPolicyTests
{
    private const int Policies = 600;

    private static readonly JsonElement Facts = JsonElement.Parse("""
        {"x":[1,"a",null],"yaml":[{"$doc":true,"path":"a.yaml","index":0,"root":{"$node":"map","line":1,"column":1,"entries":[
          {"key":"name","keyLine":1,"keyColumn":1,"node":{"$node":"scalar","line":1,"column":7,"value":"x"}}]}}]}
        """);

    [Fact]
    public void AnyPolicy_IsJudgedOrRefused_AndTheSameEachTime()
    {
        var (judged, failed) = (0, 0);
        for (var seed = 1; seed <= Policies; seed++)
        {
            var text = RandomPolicy.Write(seed);
            var kept = Outcome(() => PolicyScript.Load(new PolicySource("test.js", text)), out var script) ?? Judge(script!);
            if (script is not null)
            {
                Judge(script).ShouldBe(kept, text);
                Judge(PolicyScript.Load(script.Source)).ShouldBe(kept, text);
            }

            _ = kept.StartsWith('{') ? judged++ : failed++;
        }

        // Otherwise nothing would be tested but the parser.
        judged.ShouldBeGreaterThan(Policies / 10);
        failed.ShouldBeGreaterThan(Policies / 10);
    }

    private static string Judge(PolicyScript script) =>
        Outcome(() => script.Judge(new Evidence("test/v1", Facts), JsonElement.Parse("{}"), Run.Limits with { Statements = 100_000 }), out var judgement)
            ?? JsonSerializer.Serialize(judgement);

    /// <returns>The failure; <see langword="null"/> when there is none.</returns>
    private static string? Outcome<T>(Func<T> act, out T? result)
    {
        result = default;
        try
        {
            result = act();
            return null;
        }
        catch (PolicyException e)
        {
            e.Message.ShouldStartWith("test.js:");
            e.Message.ShouldNotContain("the script engine cannot run this statement");
            return e.Message;
        }
    }
}
