using System.Text.Json;
using Gates.Policies;
using Gates.Policies.Engine;
using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

public sealed class ObservationTests
{
    [Fact]
    public void Calls_AreKeptInOrderWithTheStatementThatMadeThem()
    {
        var observation = Observe("""
            function judge(evidence, settings, report) {
              [1, 2].forEach(function (n) {
                if (n === 2) report.error("r", message(n), { path: "a", line: n });
                else report.log("one");
              });
              report.metric("n", 2, "things");
              report.pass("p", message(0));
            }
            function message(n) {
              var text = "no " + n;
              return text;
            }
            """);

        observation.Calls.ShouldBe(
        [
            new ReportCall("log", null, "one", At: At(4, 10)),
            new ReportCall("error", "r", "no 2", new Location("a", 2), At: At(3, 18)),
            new ReportCall("metric", "n", "things", Value: 2, At: At(6, 3)),
            new ReportCall("pass", "p", "no 0", At: At(7, 3)),
        ]);
    }

    [Fact]
    public void Coverage_NamesLinesOfStatementsAndThoseThatRan()
    {
        var coverage = Observe("""
            "use strict";
            // A comment.
            var limit = 1;

            function judge(evidence, settings, report) {
              if (limit > 1) {
                report.log("never");
              } else {
                report.log("always");
              }
              for (var i = 0; i < 0; i++)
                never();
              switch (limit) {
                case 1:
                  limit = 2;
                  break;
                default:
                  never();
              }
              try {
                limit();
              } catch (e) {
                limit = 3;
              }
            }

            function never() {
              return 1;
            }
            """).Coverage.ShouldHaveSingleItem();

        coverage.Path.ShouldBe("test.js");
        coverage.Lines.ShouldBe([3, 6, 7, 9, 11, 12, 13, 15, 16, 18, 20, 21, 23, 28]);
        coverage.Lines.Except(coverage.Ran).ShouldBe([7, 12, 18, 28]);
    }

    [Fact]
    public void JudgementThatThrows_LeavesItsTrace()
    {
        var script = Load("function judge(e, s, report) {\n  report.log('before');\n  e.nothing.here();\n  report.log('after');\n}\n");

        Should.Throw<PolicyException>(() => Judge(script, observe: true)).Line.ShouldBe(3);

        script.Observation!.Calls.ShouldHaveSingleItem().Text.ShouldBe("before");
        script.Observation.Coverage.ShouldHaveSingleItem().Ran.ShouldBe([2, 3]);
    }

    [Fact]
    public void NothingIsKept_UnlessAsked()
    {
        var script = Load("function judge(e, s, report) { report.log('x'); }");

        Judge(script, observe: false).Log.ShouldBe(["x"]);

        script.Observation.ShouldBeNull();
    }

    [Fact]
    public void WrongCall_IsBlamedOnItsOwnLineAndNotOnThatOfItsArguments()
    {
        var script = Load("function judge(e, s, report) {\n  report.error('r', number());\n}\nfunction number() {\n  return 5;\n}\n");

        Should.Throw<PolicyException>(() => Judge(script, observe: false)).Line.ShouldBe(2);
    }

    [Theory]
    [InlineData("for (var i = 0, n = 0; i < 3; i++) if (i === 1) continue; else n += i; report.log(n);", "2")]
    [InlineData("var n = 0; outer: for (var i = 0; i < 3; i++) for (var j = 0; j < 3; j++) { if (j === 1) continue outer; n++; } report.log(n);", "3")]
    [InlineData("var n = 0; do n++; while (n < 3); report.log(n);", "3")]
    [InlineData("var t = ''; for (var k in { a: 1, b: 2 }) t += k; report.log(t);", "ab")]
    [InlineData("var n = 5; while (n) if (n-- < 3) break; report.log(n);", "1")]
    public void LoneStatements_MeanWhatTheyMeant(string body, string logged) => Run.Body(body).Log.ShouldBe([logged]);

    private static Location At(int line, int column) => new("test.js", line, Column: column);

    private static PolicyObservation Observe(string text)
    {
        var script = Load(text);
        Judge(script, observe: true);
        return script.Observation.ShouldNotBeNull();
    }

    private static PolicyScript Load(string text) => PolicyScript.Load(new PolicySource("test.js", text));

    private static Judgement Judge(PolicyScript script, bool observe)
    {
        using var nothing = JsonDocument.Parse("{}");
        return script.Judge(new Evidence("test/v1", nothing.RootElement), nothing.RootElement, Run.Limits, observe);
    }
}
