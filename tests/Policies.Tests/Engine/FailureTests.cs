using Gates.Policies;
using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

public sealed class FailureTests
{
    [Theory]
    [InlineData("throw new Error('no owner');", "9: it threw Error: no owner, in: throw new Error('no owner');")]
    [InlineData("throw new RangeError('far');", "9: it threw RangeError: far, in: throw new RangeError('far');")]
    [InlineData("missing();", "3: it threw ReferenceError: missing is not defined, in: missing();")]
    [InlineData("evidence.a.b;", "14: it threw TypeError: `evidence.a` is undefined and has no `b`; evidence has yaml, selection, in: evidence.a.b;")]
    [InlineData("evidence.a();", "3: it threw TypeError: `evidence.a` is undefined, and no function; evidence has yaml, selection, in: evidence.a();")]
    [InlineData("throw 'plain';", "9: it threw \"plain\"; write throw new Error(\"what is wrong\"), in: throw 'plain';")]
    [InlineData("throw null;", "9: it threw null; write throw new Error(\"what is wrong\"), in: throw null;")]
    [InlineData("JSON.parse('{');", "3: it threw SyntaxError: Unexpected end of JSON input at position 1, in: JSON.parse('{');")]
    public void ThrownError_NamesPlaceReasonAndStatement(string statement, string reason)
    {
        var failure = Run.Fails($"function judge(evidence, settings, report) {{\n  {statement}\n}}", facts: """{"yaml":[],"selection":{}}""");

        failure.Message.ShouldStartWith("test.js:2:" + reason);
        failure.ShouldSatisfyAllConditions(f => f.Policy.ShouldBe("test.js"), f => f.Line.ShouldBe(2), f => f.Limit.ShouldBeNull());
    }

    [Fact]
    public void ThrownObject_IsToldWhatToThrow() =>
        Run.BodyFails("throw { a: 1 };").Reason.ShouldStartWith("it threw an object; write throw new Error(\"what is wrong\")");

    [Fact]
    public void ErrorInsideAHelper_PointsAtThePolicy() =>
        Run.Fails("function judge() {\n  return [1].find(3);\n}").Message.ShouldStartWith("test.js:2:10: it threw TypeError: Argument must be callable");

    [Fact]
    public void ErrorInsideASort_IsNamed() =>
        Run.BodyFails("[2, 1].sort(function () { throw new Error('inside'); });").Reason.ShouldStartWith("it threw Error: inside");

    [Theory]
    [InlineData("")]
    [InlineData("var judge = 3;")]
    [InlineData("(function () { function judge() { } })();")]
    public void NoJudge_IsNamed(string script) =>
        Run.Fails(script).Message.ShouldBe("test.js: it has no function `judge`; write export function judge(evidence, settings, report) { … }");

    [Fact]
    public void MegabytesOfMessage_AreCut() =>
        Run.BodyFails("throw new Error(' '.repeat(1000000));").Message.Length.ShouldBeLessThan(1_300);

    [Fact]
    public void CaughtErrors_NeverAddUpToTheRecursionLimit() =>
        Run.Body("function f() { null.x; } for (var i = 0; i < 1000; i++) { try { f(); } catch (e) { } } report.log('done');").Log.ShouldBe(["done"]);

    [Theory]
    [InlineData("function f() { f(); } f();")]
    [InlineData("var o = { get x() { return this.x; } }; o.x;")]
    [InlineData("var o = { toString: function () { return '' + this; } }; '' + o;")]
    [InlineData("function f(a) { a.forEach(f); } var a = []; a.push(a); function g() { [1].forEach(g); } g();")]
    public void Recursion_EndsAtItsLimit(string body)
    {
        var failure = Run.BodyFails(body);

        failure.Limit.ShouldBe("recursion");
        failure.Message.ShouldMatch(@"^test\.js:1:\d+: calls (are nested more than 200 deep|or values are nested too deep for the engine's stack) \(recursion limit\)$");
    }

    [Fact]
    public void LimitsCannotBeCaught() =>
        Run.BodyFails("while (true) { try { (function f() { f(); })(); } catch (e) { } finally { report.log('x'); } }").Limit.ShouldBe("recursion");

    [Fact]
    public void Statements_EndAtTheirLimit() =>
        Run.BodyFails("while (true) { }", limits: Run.Limits with { Statements = 10_000 })
            .Message.ShouldBe("test.js:1:59: it ran more than 10000 statements (statements limit); does a loop never end?");

    [Fact]
    public void Time_EndsAtItsLimit() =>
        Run.BodyFails("while (true) { }", limits: Run.Limits with { Timeout = TimeSpan.FromMilliseconds(50) })
            .Message.ShouldBe("test.js:1:59: it did not finish within 0.05 s (timeout limit)");

    [Theory]
    [InlineData("report.error('a', 'm')", "findings")]
    [InlineData("report.pass('a', 'm')", "passed checks")]
    [InlineData("report.metric('a', 1)", "metrics")]
    [InlineData("report.log('a')", "log lines")]
    public void Reports_EndAtTheirLimit(string call, string what)
    {
        var failure = Run.BodyFails($"for (;;) {{ {call}; }}");

        failure.Limit.ShouldBe("reports");
        failure.Reason.ShouldBe($"it reports more than 10000 {what} (reports limit)");
    }

    [Fact]
    public void Text_EndsAtItsLimit() =>
        Run.BodyFails("report.error('a', 'x'.repeat(8193));").ShouldSatisfyAllConditions(
            f => f.Limit.ShouldBe("text"), f => f.Reason.ShouldBe("a message has 8193 characters; at most 8192 are allowed (text limit)"));

    [Fact]
    public void AllTextTogether_EndsAtItsLimit() =>
        Run.BodyFails("var t = 'x'.repeat(8000); for (;;) { report.log(t); }").Limit.ShouldBe("text");

    [Theory]
    [InlineData(2_000, '(', ')')]
    [InlineData(200_000, '(', ')')]
    [InlineData(200_000, '[', ']')]
    public void DeepBrackets_AreRefusedWhenTheyAreRead(int depth, char open, char close)
    {
        var failure = Run.Fails("\nvar x = " + new string(open, depth) + "1" + new string(close, depth));

        failure.Message.ShouldStartWith("test.js:2: the script is nested more than 1000 deep (recursion limit)");
        failure.Limit.ShouldBe("recursion");
    }

    [Fact]
    public void LongOperatorChains_AreRefusedWhenTheyAreRead() =>
        Run.Fails("var x = 1" + string.Concat(Enumerable.Repeat("+1", 5_000))).Limit.ShouldBe("recursion");
}
