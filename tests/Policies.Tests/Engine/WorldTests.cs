using Gates.Policies;
using Gates.Policies.Engine;
using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

public sealed class WorldTests
{
    [Theory]
    [InlineData("Date.now()", "a policy has no clock: time comes in as a fact")]
    [InlineData("new Date()", "a policy has no clock")]
    [InlineData("Date()", "a policy has no clock")]
    [InlineData("new (new Date(0)).constructor()", "a policy has no clock")]
    [InlineData("Math.random()", "a policy has no randomness")]
    [InlineData("eval('1')", "a policy makes no code from text")]
    [InlineData("new Function('return this')()", "a policy makes no code from text")]
    [InlineData("({}).constructor.constructor('return this')()", "a policy makes no code from text")]
    [InlineData("report.error.constructor('return 1')()", "a policy makes no code from text")]
    [InlineData("(function () { }).constructor('return 1')()", "a policy makes no code from text")]
    public void WhatWouldMakeAJudgementUnrepeatable_Throws(string expression, string reason) =>
        Run.BodyFails(expression + ";").Reason.ShouldStartWith(reason);

    [Theory]
    [InlineData("importNamespace('System')")]
    [InlineData("System.IO.File")]
    [InlineData("process.env.HOME")]
    public void NothingOfTheHost_IsThere(string expression) => Run.BodyFails(expression + ";").Reason.ShouldContain("is not defined");

    [Theory]
    [InlineData("require('fs')", "share code with `import")]
    [InlineData("console.log('x')", "use report.log(text)")]
    [InlineData("setTimeout(judge, 1)", "a policy has nothing to wait for")]
    [InlineData("new Promise(function () { })", "a policy has nothing to wait for")]
    [InlineData("Promise()", "a policy has nothing to wait for")]
    [InlineData("fetch('https://example.org')", "a policy has no network")]
    public void WhatOtherHostsHave_SaysWhatToUse(string expression, string reason) =>
        Run.BodyFails(expression + ";").Reason.ShouldContain(reason, Case.Sensitive);

    [Fact]
    public void DatesFromFacts_Work() =>
        Run.Value("[new Date('2026-11-22').getTime(), Date.parse('2026-11-22T10:00:00Z') - Date.UTC(2026, 10, 22), new Date(0).toISOString(), "
            + "new Date(2026, 0).getTime() === Date.UTC(2026, 0, 1), isNaN(new Date('10:00').getTime()), new Date(0) instanceof Date, "
            + "new Date(new Date(5)).getTime()]")
            .ShouldBe("[1795305600000,36000000,\"1970-01-01T00:00:00.000Z\",true,true,true,5]");

    [Theory]
    [InlineData("new Date('12:34')")]
    [InlineData("new Date('Nov 5')")]
    [InlineData("new Date('2026-11-29T12:00:00Z\\n12:34')")]
    [InlineData("(function () { var n = 0; return new Date({ toString: function () { return n++ ? '12:00' : '2020-01-01'; } }).getTime() === Date.UTC(2020, 0, 1) ? new Date(NaN) : new Date('2020-01-01'); })()")]
    [InlineData("(function () { RegExp.prototype.test = function () { return true; }; return new Date('12:34'); })()")]
    [InlineData("(function () { var real = String; String = function () { return '2020-01-01'; }; var date = new Date('12:34'); String = real; return date; })()")]
    [InlineData("(function () { String.prototype.valueOf = function () { return '12:34'; }; return new Date(new String('x')); })()")]
    [InlineData("(function () { Date.parse = function () { return 0; }; return new Date('12:34'); })()")]
    [InlineData("new Date('12:34', 0)")]
    public void NoTrickReadsTheClock(string date) =>
        Run.Value($"[isNaN(Date.prototype.valueOf.call({date}))]").ShouldBe("[true]");

    [Theory]
    [InlineData("2026-11-22", 0)]
    [InlineData("2026-11-22T00:00", 0)]
    [InlineData("2026-11-22T00:00:01", 1000)]
    [InlineData("2026-11-22T00:00:00.5Z", 500)]
    [InlineData("2026-11-22T00:00:00.123456789Z", 123)]
    [InlineData("2026-11-22T01:00:00+01:00", 0)]
    public void MomentsAsEcmaScriptWritesThem_AreRead(string text, int milliseconds) =>
        Run.Value($"new Date('{text}') - Date.UTC(2026, 10, 22)").ShouldBe(milliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void FunctionsAreStillFunctions() =>
        Run.Value("[judge instanceof Function, report.error instanceof Function, typeof report.error, judge.call.call(function () { return 7; })]")
            .ShouldBe("[true,true,\"function\",7]");

    [Fact]
    public void OneJudgement_CannotPoisonTheNext()
    {
        var script = PolicyScript.Load(new PolicySource("test.js", """
            var seen = 0;
            function judge(evidence, settings, report) {
              var expression = /a/;
              report.log([seen, typeof Object.prototype.evil, typeof expression.evil, "a".startsWith("a"), [1].find(function () { return true; })].join());
              seen++;
              Object.prototype.evil = 1;
              Array.prototype.find = String.prototype.startsWith = function () { return "poison"; };
              expression.evil = 1;
              RegExp.prototype.test = null;
              JSON.parse = null;
              evidence.added = 1;
              Object.defineProperty(this, "judge", { value: 3 });
            }
            """));

        for (var i = 0; i < 3; i++)
        {
            using var facts = System.Text.Json.JsonDocument.Parse("{}");
            script.Judge(new Evidence("test/v1", facts.RootElement), facts.RootElement, Run.Limits).Log.ShouldBe(["0,undefined,undefined,true,1"]);
        }
    }

    [Fact]
    public void SameInput_GivesTheSameJudgement_ByteForByte()
    {
        const string Script = """
            function judge(evidence, settings, report) {
              var keys = Object.keys(evidence.map).sort(function (a, b) { return evidence.map[a] - evidence.map[b] || (a < b ? -1 : 1); });
              for (var key in evidence.map) { keys.push(key); }
              report.log(JSON.stringify([keys, 0.1 + 0.2, 1e21, "I".toLowerCase(), new Date(1e12).toString(), (12.345).toFixed(1)]));
            }
            """;
        const string Facts = """{"map":{"b":2,"a":1,"z":2,"10":0,"9":0}}""";

        var first = Run.Script(Script, Facts).Log.ShouldHaveSingleItem();
        for (var i = 0; i < 5; i++)
        {
            Run.Script(Script, Facts).Log.ShouldBe([first]);
        }
    }

    [Fact]
    public void EvidenceAndSettings_ArriveWhole() =>
        Run.Body(
            "report.log(JSON.stringify([evidence, settings]));",
            """{"a":[1,2.5,"x",null,true,{"b":[]}],"__proto__":{"q":1},"é":"\u2028"}""",
            """{"k":"v"}""")
            .Log.ShouldBe(["[{\"a\":[1,2.5,\"x\",null,true,{\"b\":[]}],\"__proto__\":{\"q\":1},\"é\":\"\u2028\"},{\"k\":\"v\"}]"]);
}
